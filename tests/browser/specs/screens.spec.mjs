// The page on every screen, light and dark, and with something wrong: nothing sticks out, and a screenshot of each for people to
// look at. Those of the lesson's steps, of Arabic, of the projector and of the worksheet are taken by their own specs.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { launch } from "../support/launch.mjs";
import { ARTIFACTS } from "../support/paths.mjs";
import { LYING_PHONE, SCREENS } from "../support/screens.mjs";
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
  await visage.page.screenshot({ path: path.join(ARTIFACTS, `${name.replaceAll(" ", "-")}.png`) });
  const { across } = await visage.excess();
  assert.ok(across <= 0, `the page is ${across} px wider than its screen`);
}

for (const [name, screen] of Object.entries({ ...SCREENS, "lying phone": LYING_PHONE })) {
  test(`the ${name}`, { timeout: 180_000 }, async (t) => {
    const visage = await Visage.open(browser, site.url, { backend: "cpu" }, screen);
    await visage.engineReady();

    for (const colorScheme of ["light", "dark"]) {
      await visage.page.emulateMedia({ colorScheme });
      await t.test(`the empty page in ${colorScheme} colours fits its width`, () => assertFits(visage, `${name}-empty-${colorScheme}`));
    }
    await visage.samples.first().click();
    await visage.nextAnalysis();
    await visage.explain("age");
    for (const colorScheme of ["light", "dark"]) {
      await visage.page.emulateMedia({ colorScheme });
      await t.test(`a photo in ${colorScheme} colours fits its width`, () => assertFits(visage, `${name}-${colorScheme}`));
    }
    await t.test("a photo that cannot be opened fits its width", async () => {
      await visage.choosePhoto(Buffer.from("nothing"), "a photo with a name that says at length what there was to see.jpg");
      await visage.error();
      await assertFits(visage, `${name}-error`);
    });
    await visage.close();
  });
}

for (const name of ["desktop", "small phone"]) {
  test(`an engine that cannot start fits the width of a ${name}`, { timeout: 120_000 }, async () => {
    const broken = await serveSite({ missing: /\.bpk$/ });
    try {
      const visage = await Visage.open(browser, broken.url, { backend: "cpu" }, SCREENS[name]);
      assert.equal((await visage.engine()).state, "failed");
      await assertFits(visage, `${name}-engine-error`);
      await visage.close();
    } finally {
      await broken.close();
    }
  });
}
