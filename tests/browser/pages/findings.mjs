// What the page says of faces, and what a visitor takes away of it.

/** Cards, the sheet, and downloads. */
export const Findings = (Base) =>
  class extends Base {
    get cards() {
      return this.page.getByTestId("face-card");
    }

    get doubts() {
      return this.page.getByTestId("doubt");
    }

    get sheetPhotos() {
      return this.page.getByTestId("sheet-photo");
    }

    /** The texts of card number `index`: `{age, gender, race}`. */
    async cardTexts(index = 0) {
      const text = (id) => this.cards.nth(index).getByTestId(id).innerText();
      return { age: await text("age-estimate"), gender: await text("gender-estimate"), race: await text("race-estimate") };
    }

    /** Presses what has the test id, and returns what is downloaded then: `{name, bytes}`. */
    async download(testId) {
      const [download] = await Promise.all([this.page.waitForEvent("download"), this.page.getByTestId(testId).click()]);
      const stream = await download.createReadStream();
      const chunks = [];
      for await (const chunk of stream) chunks.push(chunk);
      return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
    }
  };
