// What the page says of faces: a line for each, and a card for the selected one.

/** The strip of faces, and the selected face's card. */
export const Faces = (Base) =>
  class extends Base {
    /** The strip's lines, in the order of the faces' numbers; only while the faces' tab is open. */
    get cards() {
      return this.page.getByTestId("face-card");
    }

    get selectedCard() {
      return this.page.getByTestId("selected-face");
    }

    get selectedLine() {
      return this.cards.and(this.page.locator("[aria-selected=true]"));
    }

    /** The switch for a second opinion on photos, in whichever tab is open, and what stands beside it. */
    get secondOpinion() {
      return this.page.getByTestId("second-opinion");
    }

    get secondOpinionLabel() {
      return this.page.locator("label", { has: this.secondOpinion });
    }

    /** Waits until a photo has been read with a second opinion, or without one. */
    async readBy(networks) {
      const wanted = await this.page.waitForFunction((second) => {
        const json = document.querySelector("[data-testid=overlay]")?.dataset.analysis;
        const analysis = json && JSON.parse(json);
        return analysis?.secondOpinion === second && analysis;
      }, networks === 2);
      return wanted.jsonValue();
    }

    get doubts() {
      return this.page.getByTestId("doubt");
    }

    /** How many faces the strip has, after opening its tab. */
    async faceCount() {
      await this.openPanel("faces");
      return this.cards.count();
    }

    /** The texts of line number `index`: `{age, gender, race}`, after opening its tab. */
    async cardTexts(index = 0) {
      await this.openPanel("faces");
      const text = (id) => this.cards.nth(index).getByTestId(id).innerText();
      return { age: await text("age"), gender: await text("gender"), race: await text("race") };
    }

    /** What each line says as a whole, without what only screen readers are told. */
    async lines() {
      await this.openPanel("faces");
      return this.cards.allInnerTexts();
    }

    /** The number of the selected face of `analysis`, by its place in the strip; undefined if none is selected. */
    async selectedNumber({ faces }) {
      await this.openPanel("faces");
      const place = await this.cards.evaluateAll((lines) => lines.findIndex((line) => line.getAttribute("aria-selected") === "true"));
      return faces.map(({ number }) => number).toSorted((a, b) => a - b)[place];
    }

    /** Presses the face with this number on the stage. */
    async pressFace(number) {
      const position = await this.overlay.evaluate((canvas, number) => {
        const { faces, width } = JSON.parse(canvas.dataset.analysis);
        const { boundingBox: box } = faces.find((face) => face.number === number);
        const shown = canvas.getBoundingClientRect();
        const scale = shown.width / width;
        const across = (box.x + box.width / 2) * scale;
        const isMirrored = canvas.dataset.mirrored === "true";
        return { x: isMirrored ? shown.width - across : across, y: (box.y + box.height / 2) * scale };
      }, number);
      await this.overlay.click({ position });
    }

    /** The colours of every bar on the selected face's card, as the browser paints them, and that of the page's ground. */
    barColours() {
      return this.selectedCard.evaluate((card) => {
        const ground = card.ownerDocument.body.appendChild(document.createElement("i"));
        ground.style.backgroundColor = "Canvas";
        const canvas = getComputedStyle(ground).backgroundColor;
        ground.remove();
        const bars = [...card.querySelectorAll(".share")].map((share) => ({
          share: getComputedStyle(share).backgroundColor,
          track: getComputedStyle(share.parentElement).backgroundColor,
        }));
        return { canvas, bars };
      });
    }
  };
