// What the page says of faces, and what a visitor takes away of it.

// Runs in the page before its own program: a device with a share menu, as phones have. `refusal` names the exception with which
// the menu ends, if it ends with one.
function withShareMenu(refusal) {
  window.handedOver = [];
  navigator.canShare = ({ files }) => files.every((file) => file.size > 0);
  navigator.share = async ({ files }) => {
    if (refusal) throw new DOMException("", refusal);
    for (const file of files) {
      const base64 = await new Promise((resolve) => {
        const reader = new FileReader();
        reader.onload = () => resolve(reader.result.split(",")[1]);
        reader.readAsDataURL(file);
      });
      window.handedOver.push({ name: file.name, type: file.type, base64 });
    }
  };
}

/** Cards, the sheet, downloads, and what is handed to other programs. */
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

    get shareButton() {
      return this.page.getByTestId("share-picture");
    }

    /** Before the page is opened: gives the device a share menu, which ends with the exception named `refusal`, if one is named. */
    onDeviceWithShareMenu(refusal = null) {
      return this.page.addInitScript(withShareMenu, refusal);
    }

    /** Waits for `count` files that the page has handed to other programs: `[{name, type, bytes}]`. */
    async handedOver(count) {
      await this.page.waitForFunction((count) => window.handedOver.length >= count, count);
      const files = await this.page.evaluate(() => window.handedOver);
      return files.map(({ name, type, base64 }) => ({ name, type, bytes: Buffer.from(base64, "base64") }));
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
