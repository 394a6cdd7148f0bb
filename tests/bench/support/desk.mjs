// Contenders in one browser, each on a page of its own and started once.
import { address } from "../contenders.mjs";

export class Desk {
  #pages = new Map();
  #browser;
  #server;

  constructor(browser, server) {
    this.#browser = browser;
    this.#server = server;
  }

  /** The page of a contender, which is started the first time, with the given pictures (paths). */
  async page(contender, pictures) {
    const key = address(this.#server, contender);
    if (!this.#pages.has(key)) this.#pages.set(key, await this.#start(key, contender, pictures));
    return this.#pages.get(key);
  }

  async #start(key, contender, pictures) {
    const context = await this.#browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(0);
    page.on("pageerror", (error) => console.error(`uncaught in ${contender.name}: ${error}`));
    await page.goto(key);
    await page.waitForFunction(() => window.bench);
    contender.details = await page.evaluate(() => window.bench.start());
    await page.evaluate((pictures) => window.bench.show(pictures), pictures);
    return page;
  }

  /** Ends the pages of contenders that are not needed any more. */
  async clear() {
    for (const page of this.#pages.values()) await page.context().close();
    this.#pages.clear();
  }
}
