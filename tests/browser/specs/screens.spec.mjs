// The page on a desktop and on a phone, light and dark: nothing sticks out, and a screenshot of each for people to look at.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { launch } from "../support/launch.mjs";
import { ARTIFACTS } from "../support/paths.mjs";
import { serveSite } from "../support/server.mjs";

const SCREENS = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
};

let site;
let browser;

before(async () => {
  await mkdir(ARTIFACTS, { recursive: true });
  [site, browser] = await Promise.all([serveSite(), launch()]);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

for (const [name, screen] of Object.entries(SCREENS)) {
  for (const colorScheme of ["light", "dark"]) {
    test(`the ${name} in ${colorScheme} colours fits its width`, { timeout: 120_000 }, async () => {
      const visage = await Visage.open(browser, site.url, { backend: "cpu" }, { ...screen, colorScheme });
      await visage.engineReady();
      await visage.samples.first().click();
      await visage.nextAnalysis();
      await visage.explain("age");
      await visage.page.screenshot({ path: path.join(ARTIFACTS, `${name}-${colorScheme}.png`), fullPage: true });
      const [content, width] = await visage.page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      assert.ok(content <= width, `the page is ${content} px wide on a screen of ${width} px`);
      await visage.close();
    });
  }
}
