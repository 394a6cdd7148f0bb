// The page on a desktop and on a phone, light and dark, projected, and with something wrong: nothing sticks out, and a screenshot
// of each for people to look at. Those of the lesson's steps and of Arabic are taken by their own specs.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { launch } from "../support/launch.mjs";
import { ARTIFACTS, SAMPLES } from "../support/paths.mjs";
import { SCREENS } from "../support/screens.mjs";
import { serveSite } from "../support/server.mjs";

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

/** Takes the screenshot, and looks whether the page is wider than its screen. */
async function assertFits(visage, name) {
  await visage.page.screenshot({ path: path.join(ARTIFACTS, `${name}.png`), fullPage: true });
  const [content, width] = await visage.page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  assert.ok(content <= width, `the page is ${content} px wide on a screen of ${width} px`);
}

/** Opens the page on a screen, with the first sample explained. */
async function withSample(screen) {
  const visage = await Visage.open(browser, site.url, { backend: "cpu" }, screen);
  await visage.engineReady();
  await visage.samples.first().click();
  await visage.nextAnalysis();
  await visage.explain("age");
  return visage;
}

for (const [name, screen] of Object.entries(SCREENS)) {
  for (const colorScheme of ["light", "dark"]) {
    test(`the ${name} in ${colorScheme} colours fits its width`, { timeout: 120_000 }, async () => {
      const visage = await withSample({ ...screen, colorScheme });
      await assertFits(visage, `${name}-${colorScheme}`);
      await visage.close();
    });
  }

  test(`the projector's page fits the width of a ${name}`, { timeout: 120_000 }, async () => {
    // The samples to click on are not shown to a class.
    const group = await readFile(path.join(SAMPLES, "group.jpg"));
    const wanted = { faces: 3, explained: true };
    const visage = await Visage.withPhoto(browser, site.url, group, { projector: "1" }, { device: screen, wanted });
    await assertFits(visage, `${name}-projector`);
    await visage.close();
  });

  test(`a photo that cannot be opened fits the width of a ${name}`, { timeout: 120_000 }, async () => {
    const visage = await withSample(screen);
    await visage.choosePhoto(Buffer.from("nothing"), "a photo with a name that says at length what there was to see.jpg");
    await visage.error();
    await assertFits(visage, `${name}-error`);
    await visage.close();
  });

  test(`an engine that cannot start fits the width of a ${name}`, { timeout: 120_000 }, async () => {
    const broken = await serveSite({ missing: /\.bpk$/ });
    try {
      const visage = await Visage.open(browser, broken.url, { backend: "cpu" }, screen);
      assert.equal((await visage.engine()).state, "failed");
      await assertFits(visage, `${name}-engine-error`);
      await visage.close();
    } finally {
      await broken.close();
    }
  });
}
