// Teaching the network new attributes.
import { readFile } from "node:fs/promises";

/** The tab in which something is taught. */
export const Teaching = (Base) =>
  class extends Base {
    get attributeNames() {
      return this.page.getByTestId("attribute-name");
    }

    get classNames() {
      return this.page.getByTestId("class-name");
    }

    get holdButton() {
      return this.page.getByTestId("hold");
    }

    get countDownButton() {
      return this.page.getByTestId("count-down");
    }

    get examples() {
      return this.page.getByTestId("example");
    }

    get learnButton() {
      return this.page.getByTestId("learn");
    }

    get trainingProblem() {
      return this.page.getByTestId("training-problem");
    }

    /** Says that what is shown from now on is of class `index`, counted over all attributes. */
    async nowShows(index) {
      await this.page.getByTestId("present").nth(index).check();
    }

    /** Shows photos, `[{name, buffer, mimeType}]`, and waits until each is an example. */
    async showPhotos(files) {
      const before = await this.exampleCount();
      await this.page.getByTestId("example-photos").setInputFiles(files);
      await this.exampleCountIs(before + files.length);
    }

    /** How many examples there are, as the heading says. */
    async exampleCount() {
      const title = this.page.getByTestId("examples").locator("summary");
      return Number((await title.textContent()).match(/\d+/)?.[0] ?? 0);
    }

    /** Learns, waits for the end, and returns what is said of each attribute, and how long it took in milliseconds. */
    async learn() {
      const before = Date.now();
      await this.learnButton.click();
      await this.page.locator("[data-testid=learn]:enabled").waitFor();
      await this.page.getByTestId("outcome").first().waitFor();
      return { outcomes: await this.page.getByTestId("outcome").allTextContents(), milliseconds: Date.now() - before };
    }

    /** The weight of each attribute's loss, as the table says. */
    async learnedWeights() {
      return (await this.page.getByTestId("weight").allTextContents()).map(Number);
    }

    /** Opens the fold with the settings. */
    async openSettings() {
      const fold = this.page.getByTestId("training-settings");
      if (!(await fold.evaluate((details) => details.open))) await fold.locator("summary").click();
    }

    /** Spoils all labels of the attribute with this number. */
    async spoil(attribute, percent) {
      await this.openSettings();
      await this.page.getByTestId("spoilt-attribute").selectOption(String(attribute));
      await this.page.getByTestId("spoilt-share").fill(String(percent));
    }

    /** Turns to the faces that come with the release, or back to examples of one's own. */
    async turnToFaces() {
      await this.page.getByTestId("from-faces").click();
    }

    /** Leaves a class of an attribute out of learning, `"1-0"` for the first of the second one; nobody for `""`. */
    async leaveOut(value) {
      await this.openSettings();
      await this.page.getByTestId("left-out").selectOption(value);
    }

    /** The shares by the classes of the attribute with this number: a row of numbers for each class, NaN where there are too few. */
    async sharesBy(attribute) {
      await this.page.getByTestId("groups-by").selectOption(String(attribute));
      const rows = await this.page.getByTestId("groups").locator("tbody tr").all();
      const shares = async (row) => (await row.locator("td").allTextContents()).map((text) => Number(text.match(/(\d+)\s?%/)?.[1] ?? NaN));
      return Promise.all(rows.map(shares));
    }

    /** Saves what was learned; returns the file. */
    async saveHeads() {
      const [download] = await Promise.all([this.page.waitForEvent("download"), this.page.getByTestId("save-heads").click()]);
      return { name: download.suggestedFilename(), buffer: await readFile(await download.path()) };
    }

    /** Opens a file of what was learned. */
    async openHeads(buffer) {
      await this.page.getByTestId("open-heads").setInputFiles({ name: "heads.json", mimeType: "application/json", buffer });
    }

    /** Waits until what was taught is said of the first face of a frame after this one: `{answers, isUnlike}`. */
    async taught(after = -1) {
      const said = await this.page.waitForFunction((after) => {
        const json = document.querySelector("[data-testid=overlay]")?.dataset.analysis;
        const { frame, faces } = json ? JSON.parse(json) : { frame: -1 };
        return frame > after && faces[0]?.taught;
      }, after);
      return said.jsonValue();
    }

    /** Waits until there are `count` examples. */
    async exampleCountIs(count) {
      await this.page
        .getByTestId("examples")
        .locator("summary")
        .filter({ hasText: new RegExp(`^${count}\\b`) })
        .waitFor();
    }
  };
