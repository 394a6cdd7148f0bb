// What the tests do with the page and read off it, in the words of a visitor. Only this folder knows the page's markup.
import { failOnViolations } from "../support/security.mjs";
import { Camera, observe } from "./camera.mjs";
import { Faces } from "./faces.mjs";
import { Keeping } from "./keeping.mjs";
import { Keyboard } from "./keyboard.mjs";
import { Labels } from "./labels.mjs";
import { Layout } from "./layout.mjs";
import { Lesson } from "./lesson.mjs";
import { Messages } from "./messages.mjs";
import { Panel } from "./panel.mjs";
import { Pictures } from "./pictures.mjs";
import { Releases } from "./releases.mjs";
import { Stage } from "./stage.mjs";
import { TakeAway } from "./take-away.mjs";
import { Teaching } from "./teaching.mjs";

/** A tab with the page. */
class Tab {
  /** What was thrown in the page and not caught there. */
  uncaught = [];

  constructor(page) {
    this.page = page;
    page.setDefaultTimeout(30_000);
    page.on("pageerror", (error) => this.uncaught.push(String(error)));
  }

  close() {
    return this.page.context().close();
  }
}

const PARTS = [Stage, Labels, Camera, Pictures, Panel, Faces, Lesson, Teaching, TakeAway, Keeping, Messages, Keyboard, Layout, Releases];

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

  /** Waits until the engine has settled; returns `{state, backend, text}`, also what the status says only on demand. */
  async engine(timeout = 120_000) {
    const settled = "[data-testid=engine-status]:is([data-state=ready], [data-state=failed])";
    await this.page.locator(settled).first().waitFor({ state: "attached", timeout });
    return this.status.evaluate((element) => {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const said = [];
      while (texts.nextNode()) said.push(texts.currentNode.data.trim());
      return { state: element.dataset.state, backend: element.dataset.backend, text: said.filter(Boolean).join("\n") };
    });
  }

  /** Waits for an engine that is ready, and fails with the page's own sentence if it is not. */
  async engineReady() {
    const engine = await this.engine();
    if (engine.state !== "ready") throw new Error(`the engine is not ready: ${engine.text}`);
    return engine;
  }

  /** Waits until the status says, at once or on demand, what matches. */
  async engineSays(what, timeout = 300_000) {
    await this.status.filter({ hasText: what }).waitFor({ state: "attached", timeout });
  }

  /** Starts an engine that has failed again. */
  async startAgain() {
    await this.status.getByRole("button").first().click();
  }

  /** Waits until the engine runs on `backend`. */
  async engineOn(backend, timeout = 300_000) {
    await this.page.locator(`[data-testid=engine-status][data-backend=${backend}]`).first().waitFor({ state: "attached", timeout });
  }

  /** Speaks another language from now on. */
  async speak(language) {
    await this.page.getByTestId("language").selectOption(language);
    await this.page.waitForFunction((language) => document.documentElement.lang === language, language);
  }
}
