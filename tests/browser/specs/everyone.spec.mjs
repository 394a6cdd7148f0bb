// Everyone: contrast themes, rest for those whom movement disturbs, and pages that the browser translates.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { ARTIFACTS } from "../support/paths.mjs";
import { forAllTests } from "../support/stand.mjs";
import { translated } from "../support/translation.mjs";

const stand = forAllTests();

for (const colorScheme of ["light", "dark"]) {
  test(`in a ${colorScheme} contrast theme the bars are seen`, { timeout: 120_000 }, async () => {
    const device = { forcedColors: "active", colorScheme };
    const visage = await Visage.withPhoto(stand.browser, stand.site.url, stand.photo, {}, { device });
    await visage.faceCount();
    const { canvas, bars } = await visage.barColours();
    // Two genders and five races.
    assert.equal(bars.length, 7);
    for (const { share, track } of bars) {
      assert.notEqual(share, canvas, "a bar has the colour of the page");
      assert.notEqual(share, track, "a bar has the colour of what it runs on");
      assert.notEqual(share, "rgba(0, 0, 0, 0)");
    }
    const legend = await visage.legend.locator(".strip").evaluate((strip) => getComputedStyle(strip).backgroundImage);
    assert.match(legend, /gradient/, "the legend has lost its colours");
    await visage.page.screenshot({ path: path.join(ARTIFACTS, `contrast-${colorScheme}.png`) });
    await visage.close();
  });
}

test("nothing moves by itself where movement disturbs", { timeout: 120_000 }, async () => {
  const visage = await Visage.open(stand.browser, stand.site.url, { backend: "cpu" }, { reducedMotion: "reduce" });
  const moving = () => visage.page.evaluate(() => document.getAnimations().map(({ effect }) => effect.target?.outerHTML.slice(0, 120)));
  // Also while the engine loads.
  await visage.startButton.waitFor();
  assert.deepEqual(await moving(), []);
  await visage.engineReady();
  await visage.choosePhoto(stand.photo, "face.jpg");
  await visage.nextAnalysis({ faces: 1 });
  assert.deepEqual(await moving(), []);
  for (const tab of Visage.TABS) {
    await visage.openPanel(tab);
    assert.deepEqual(await moving(), [], `in the tab "${tab}"`);
  }
  await visage.choosePhoto(Buffer.from("nothing"), "damaged.jpg");
  await visage.error();
  assert.deepEqual(await moving(), []);
  await visage.close();
});

test("a page that the browser translates goes on working", { timeout: 180_000 }, async () => {
  const visage = await Visage.open(stand.browser, stand.site.url, { backend: "cpu", lang: "en" });
  await visage.engineReady();
  await translated(visage.page);
  await visage.choosePhoto(stand.photo, "face.jpg");
  await visage.nextAnalysis({ faces: 1 });
  assert.match((await visage.cardTexts()).age, /^\d+ years/, "a figure has been translated");
  for (const tab of Visage.TABS) await visage.openPanel(tab);
  for (const letter of Visage.LETTERS) await visage.openLesson(letter);
  await visage.openInstruments();
  await visage.advanced();
  await visage.explain("race");
  await visage.explain("none");
  await visage.choosePhoto(Buffer.from("nothing"), "damaged.jpg");
  await visage.error();
  await visage.dismissButton.click();
  await visage.noError();
  await visage.speak("de");
  const { frame } = await visage.analysis();
  await visage.choosePhoto(stand.photo, "face.jpg");
  await visage.nextAnalysis({ after: frame, faces: 1 });
  assert.match((await visage.cardTexts()).age, /\d+ Jahre/);
  await (await visage.attributeSwitch("race")).uncheck();
  await visage.page.waitForURL(/hide=race/);
  await visage.keepMoment();
  await visage.forgetMoment();
  await visage.clearStage();
  assert.deepEqual(visage.uncaught, []);
  await visage.close();
});
