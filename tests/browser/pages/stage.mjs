// The stage: the picture, and what is drawn over it.

/** What the stage shows. With `?debug=1` its overlay carries the last analysis that was drawn. */
export const Stage = (Base) =>
  class extends Base {
    get overlay() {
      return this.page.getByTestId("overlay");
    }

    get legend() {
      return this.page.getByTestId("heat-legend");
    }

    get freezeButton() {
      return this.page.getByTestId("freeze");
    }

    get keepButton() {
      return this.page.getByTestId("keep-moment");
    }

    get moments() {
      return this.page.getByTestId("moment");
    }

    get projectorButton() {
      return this.page.getByTestId("projector");
    }

    get clearButton() {
      return this.page.getByTestId("clear-stage");
    }

    /** The choice of what the heat map explains, always on the stage. */
    get explainChoice() {
      return this.page.getByTestId("explain-attribute");
    }

    /** The photos of the last selection of several. */
    get sheetPhotos() {
      return this.page.getByTestId("sheet-photo");
    }

    /** How far the reading of several photos has come, and what stops it. */
    get sheetProgress() {
      return this.page.getByTestId("sheet-progress");
    }

    get stopSheet() {
      return this.page.getByTestId("sheet-stop");
    }

    /** Whether a canvas shows more than one colour. */
    static isDrawn(canvas) {
      return canvas.evaluate((element) => {
        if (element.width === 0 || element.height === 0) return false;
        const { data } = element.getContext("2d").getImageData(0, 0, element.width, element.height);
        const colours = new Set();
        for (let at = 0; at < data.length; at += 4) colours.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
        return colours.size > 1;
      });
    }

    /** Keeps what is on the stage, and returns its picture as PNG. */
    async keepMoment() {
      const before = await this.moments.count();
      await this.keepButton.click();
      const canvas = this.moments.nth(before).locator("canvas");
      await this.page.waitForFunction((canvas) => canvas.width !== 300, await canvas.elementHandle());
      const url = await canvas.evaluate((canvas) => canvas.toDataURL("image/png"));
      return Buffer.from(url.split(",")[1], "base64");
    }

    /** Lets the first of the kept moments go. */
    async forgetMoment() {
      const before = await this.moments.count();
      await this.moments.first().getByRole("button").click();
      await this.page.waitForFunction((left) => document.querySelectorAll("[data-testid=moment]").length === left, before - 1);
    }

    /** Takes everything off the stage. */
    async clearStage() {
      await this.clearButton.click();
      await this.startButton.waitFor();
      await this.clearButton.waitFor({ state: "hidden" });
    }

    /** The last analysis that was drawn, or null. */
    async analysis() {
      const json = await this.overlay.getAttribute("data-analysis");
      return json ? JSON.parse(json) : null;
    }

    /** Waits for an analysis newer than frame number `after` that has `faces` faces and, if `explained`, their heat maps. */
    async nextAnalysis({ after = -1, faces, explained, timeout = 60_000 } = {}) {
      const wanted = await this.page.waitForFunction(
        ({ after, faces, explained }) => {
          const json = document.querySelector("[data-testid=overlay]")?.dataset.analysis;
          const analysis = json && JSON.parse(json);
          if (!analysis || analysis.frame <= after) return null;
          if (faces !== undefined && analysis.faces.length !== faces) return null;
          if (explained !== undefined && analysis.faces.some((face) => Boolean(face.heatMap) !== explained)) return null;
          return analysis;
        },
        { after, faces, explained },
        { timeout, polling: 50 },
      );
      return wanted.jsonValue();
    }

    /** Chooses what the heat map explains (`none`, `age`, `gender`, `race`) and waits until it is drawn so. */
    async explain(attribute) {
      const before = await this.analysis();
      if ((await this.explainChoice.inputValue()) !== attribute) {
        await this.explainChoice.selectOption(attribute);
        return this.nextAnalysis({ after: before.frame, explained: attribute !== "none" });
      }
      return this.nextAnalysis({ explained: attribute !== "none" });
    }

    /** The overlay's pixels: `{width, height, rgba}`. */
    async overlayPixels() {
      const pixels = await this.overlay.evaluate((canvas) => {
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
        copy.drawImage(canvas, 0, 0);
        const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
        let binary = "";
        for (let start = 0; start < data.length; start += 8192) {
          binary += String.fromCharCode(...data.subarray(start, start + 8192));
        }
        return { width: canvas.width, height: canvas.height, base64: btoa(binary), mirrored: canvas.dataset.mirrored === "true" };
      });
      return { ...pixels, rgba: Buffer.from(pixels.base64, "base64") };
    }
  };
