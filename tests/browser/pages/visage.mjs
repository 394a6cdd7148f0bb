// What the tests do with the page and read off it, in the words of a visitor. Only this folder knows the page's markup.
import { failOnViolations } from "../support/security.mjs";
import { Camera, observe } from "./camera.mjs";
import { Findings } from "./findings.mjs";
import { Keeping } from "./keeping.mjs";
import { Pictures } from "./pictures.mjs";
import { Releases } from "./releases.mjs";
import { Stage } from "./stage.mjs";

/** A tab with the page. */
class Tab {
  constructor(page) {
    this.page = page;
    page.setDefaultTimeout(30_000);
  }

  close() {
    return this.page.context().close();
  }
}

const PARTS = [Stage, Camera, Pictures, Findings, Keeping, Releases];

/** The page. */
export class Visage extends PARTS.reduce((Base, part) => part(Base), Tab) {
  /**
   * Opens the page in a new tab.
   *
   * @param {import("playwright-core").Browser} browser
   * @param {string} url of the site
   * @param {object} [settings] parameters of the address, e.g. `{ backend: "cpu" }`
   * @param {import("playwright-core").BrowserContextOptions} [device] e.g. viewport and colour scheme
   */
  static async open(browser, url, settings = {}, device = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...device });
    return Visage.openIn(context, url, settings);
  }

  /** Opens the page in a new tab of `context`, which outlives it. */
  static async openIn(context, url, settings = {}) {
    const visage = await Visage.inNewTab(context);
    await visage.page.goto(`${url}?${new URLSearchParams({ ...settings, debug: "1" })}`);
    return visage;
  }

  /** A new tab of `context`, watched, in which the page is still to be opened. */
  static async inNewTab(context) {
    const page = await context.newPage();
    failOnViolations(page);
    page.on("pageerror", (error) => console.error(`uncaught in the page: ${error}`));
    page.on("console", (message) => message.type() === "error" && console.error(`page: ${message.text()}`));
    await page.addInitScript(observe);
    return new Visage(page);
  }

  /**
   * Opens the page and puts a photo (JPEG) with faces onto its stage.
   *
   * @param {Buffer} photo
   * @param {object} [wanted] what to wait for, as for `nextAnalysis`
   */
  static async withPhoto(browser, url, photo, settings = {}, { device = {}, wanted = { faces: 1 } } = {}) {
    const visage = await Visage.open(browser, url, { backend: "cpu", ...settings }, device);
    await visage.engineReady();
    await visage.choosePhoto(photo, "face.jpg");
    await visage.nextAnalysis(wanted);
    return visage;
  }

  get status() {
    return this.page.getByTestId("engine-status");
  }

  get progress() {
    return this.status.locator("progress, [role=progressbar]");
  }

  get errors() {
    return this.page.getByTestId("error").filter({ visible: true });
  }

  get lessonStep() {
    return this.page.getByTestId("lesson-step");
  }

  /** Waits until the engine has settled; returns `{state, backend, text}`. */
  async engine(timeout = 120_000) {
    await this.page.waitForSelector(`[data-testid=engine-status]:is([data-state=ready], [data-state=failed])`, { timeout });
    return this.status.evaluate((element) => ({
      state: element.dataset.state,
      backend: element.dataset.backend,
      text: element.innerText,
    }));
  }

  /** Waits for an engine that is ready, and fails with the page's own sentence if it is not. */
  async engineReady() {
    const engine = await this.engine();
    if (engine.state !== "ready") throw new Error(`the engine is not ready: ${engine.text}`);
    return engine;
  }

  /** Waits for an error that can be seen, and returns its text. */
  async error() {
    await this.errors.first().waitFor();
    return this.errors.first().innerText();
  }

  /** Opens a step of the lesson by its letter. */
  async openLesson(letter) {
    await this.page.getByTestId(`lesson-${letter}`).click();
  }
}
