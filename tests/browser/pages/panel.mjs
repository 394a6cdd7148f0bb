// The panel beside the stage, with its tabs.

/** Opening tabs. Only the open one's content is in the document. */
export const Panel = (Base) =>
  class extends Base {
    /** The tabs' names, in their order. */
    static TABS = ["faces", "heat-map", "lesson", "teach", "more"];

    tab(name) {
      return this.page.getByTestId(`tab-${name}`);
    }

    get panelBody() {
      return this.page.locator("#panel-body");
    }

    get togglePanelButton() {
      return this.page.getByTestId("toggle-panel");
    }

    /** Opens a tab (`faces`, `heat-map`, `lesson`, `teach`, `more`), and the panel before where it is closed. */
    async openPanel(name) {
      // An empty stage has a link to the panel in its place, and a class a button.
      const ways = this.tab(name).or(this.page.getByTestId("open-more")).or(this.togglePanelButton).filter({ visible: true });
      await ways.first().waitFor();
      if (!(await this.tab(name).isVisible())) await ways.first().click();
      if ((await this.openTab()) !== name) await this.tab(name).click();
      await this.page.locator(`[data-testid=tab-${name}][aria-selected=true]`).first().waitFor({ state: "attached" });
    }

    /** The name of the open tab. */
    async openTab() {
      const id = await this.page.locator("[role=tab][aria-selected=true]").getAttribute("data-testid");
      return id.replace(/^tab-/, "");
    }

    /** Opens the heat map's further settings, and returns them. */
    async advanced() {
      await this.openPanel("heat-map");
      const fold = this.page.getByTestId("advanced");
      if (!(await fold.evaluate((details) => details.open))) await fold.locator("summary").click();
      return fold;
    }

    /** The choice of a layer, after opening what it is in. */
    async layerChoice() {
      return (await this.advanced()).getByTestId("explain-layer");
    }

    /** The choice of colours, after opening what it is in. */
    async paletteChoice() {
      return (await this.advanced()).getByTestId("palette");
    }

    /** Opens the instruments. */
    async openInstruments() {
      await this.openPanel("more");
      const button = this.page.getByTestId("instruments");
      if ((await button.getAttribute("aria-expanded")) !== "true") await button.click();
    }

    /** The switch that shows or hides an attribute, after opening the tab it is in. */
    async attributeSwitch(attribute) {
      await this.openPanel("faces");
      return this.page.locator("fieldset", { has: this.page.getByTestId("smooth") }).getByTestId(attribute);
    }
  };
