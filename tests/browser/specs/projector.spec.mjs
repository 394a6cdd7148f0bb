// For a class: the stage fills the window, the type is large, and the panel comes when it is called for.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { launch } from "../support/launch.mjs";
import { ARTIFACTS, SAMPLES } from "../support/paths.mjs";
import { SCREENS } from "../support/screens.mjs";
import { serveSite } from "../support/server.mjs";

// The type, in pixels, and the stage's share of the window's height.
const LEAST_TYPE = 24;
const LEAST_STAGE = 0.6;
const HALL = { viewport: { width: 1920, height: 1080 } };

let site;
let browser;
let group;

before(async () => {
  await mkdir(ARTIFACTS, { recursive: true });
  [site, browser, group] = await Promise.all([serveSite(), launch(), readFile(path.join(SAMPLES, "group.jpg"))]);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

function withGroup(settings, device = {}) {
  return Visage.withPhoto(browser, site.url, group, settings, { device, wanted: { faces: 3, explained: true } });
}

const typeSize = (visage) => visage.page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));

for (const [name, device] of Object.entries({ ...SCREENS, hall: HALL })) {
  test(`on a ${name}: the stage fills the window, and the panel comes and goes`, { timeout: 120_000 }, async () => {
    const visage = await withGroup({ projector: "1" }, device);
    const { width, height } = device.viewport;
    const stage = await visage.place(visage.stage);
    assert.ok(stage.isWhole && stage.width >= width - 1, `the stage is ${stage.width} px wide`);
    assert.ok(stage.height >= LEAST_STAGE * height, `the stage has only ${(stage.height / height).toFixed(2)} of the height`);
    assert.ok((await typeSize(visage)) >= LEAST_TYPE);
    const { across, down, scrolled } = await visage.excess();
    assert.ok(across <= 0 && down <= 0 && scrolled === 0, JSON.stringify({ across, down, scrolled }));
    assert.deepEqual(await visage.smallTexts(LEAST_TYPE), []);
    await visage.page.screenshot({ path: path.join(ARTIFACTS, `${name.replaceAll(" ", "-")}-projector.png`) });

    assert.equal(await visage.panelBody.isVisible(), false);
    await visage.page.keyboard.press("p");
    await visage.panelBody.waitFor();
    assert.equal(await visage.faceCount(), 3);
    for (const tab of Visage.TABS) {
      await visage.openPanel(tab);
      assert.deepEqual(await visage.smallTexts(LEAST_TYPE), [], `in the tab "${tab}"`);
    }
    assert.ok((await visage.excess()).across <= 0);
    await visage.togglePanelButton.click();
    await visage.panelBody.waitFor({ state: "hidden" });
    await visage.togglePanelButton.click();
    await visage.panelBody.waitFor();
    await visage.page.keyboard.press("p");
    await visage.panelBody.waitFor({ state: "hidden" });
    await visage.close();
  });
}

test("the button begins it, Escape ends it, and the address follows", { timeout: 120_000 }, async () => {
  const visage = await withGroup({});
  const usual = await typeSize(visage);
  assert.equal(await visage.togglePanelButton.isVisible(), false);
  await visage.projectorButton.click();
  await visage.page.waitForURL(/projector=1/);
  assert.ok((await typeSize(visage)) >= 1.4 * usual);
  await visage.page.keyboard.press("Escape");
  await visage.page.waitForFunction(() => !location.search.includes("projector"));
  assert.equal(await typeSize(visage), usual);
  assert.equal(await visage.page.evaluate(() => document.fullscreenElement), null);
  // The panel is back where it was.
  assert.equal(await visage.faceCount(), 3);
  await visage.close();
});

test("a link opens it with a step of the lesson beside the stage", { timeout: 120_000 }, async () => {
  const visage = await withGroup({ projector: "1", lesson: "b" });
  await visage.lessonAt("b");
  const [stage, panel] = await Promise.all([visage.place(visage.stage), visage.place(visage.panelBody)]);
  assert.ok(stage.isWhole && stage.right <= panel.left + 1, "the step covers the stage");
  await visage.page.screenshot({ path: path.join(ARTIFACTS, "projector-lesson.png") });
  await visage.close();
});
