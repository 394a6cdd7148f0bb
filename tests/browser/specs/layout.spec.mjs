// One screen: the page is as high as its window, the stage stays in view, and what matters is there without scrolling.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { Camera, launch } from "../support/launch.mjs";
import { PROJECT, SAMPLES } from "../support/paths.mjs";
import { filmOf, frameWith, portraits } from "../support/pictures.mjs";
import { ENLARGED, isUprightPhone, LYING_PHONE, SCREENS } from "../support/screens.mjs";
import { serveSite } from "../support/server.mjs";

const LANGUAGES = await readdir(path.join(PROJECT, "locales"));

let site;
// Its camera shows one face.
let browser;
let photo;
let group;

before(async () => {
  photo = await frameWith((await portraits()).slice(0, 1));
  [site, browser, group] = await Promise.all([
    serveSite(),
    filmOf(photo).then((film) => launch({ camera: Camera.playing(film) })),
    readFile(path.join(SAMPLES, "group.jpg")),
  ]);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** The page is no larger than its window, and nobody has scrolled it. */
async function assertOneScreen(visage) {
  const excess = await visage.excess();
  assert.ok(excess.across <= 0 && excess.down <= 0, `the page is larger than its window: ${JSON.stringify(excess)}`);
  assert.equal(excess.scrolled, 0, "the page has been scrolled");
}

/** All of something can be seen without scrolling. */
async function assertOnFirstScreen(visage, what, locator) {
  const place = await visage.place(locator);
  assert.ok(place.isWhole && place.isOnTop && place.width > 0, `${what} is out of view: ${JSON.stringify(place)}`);
}

/** The stage is all there, and large enough to see a face on it. */
async function assertStageInView(visage, device) {
  const { isWhole, height } = await visage.place(visage.stage);
  const share = height / device.viewport.height;
  assert.ok(isWhole, "the stage is out of view");
  assert.ok(share >= 0.3, `the stage has only ${share.toFixed(2)} of the window's height`);
  if (isUprightPhone(device)) assert.ok(share <= 0.5 + 1e-3, `the stage takes ${share.toFixed(2)} of the height`);
}

/** Stage and panel share the window's height. */
async function assertSideBySide(visage, device) {
  const [stage, panel] = await Promise.all([visage.place(visage.stage), visage.place(visage.panelBody)]);
  assert.ok(stage.right <= panel.left + 1 || panel.right <= stage.left + 1, "the panel is not beside the stage");
  const shared = Math.min(stage.bottom, panel.bottom) - Math.max(stage.top, panel.top);
  assert.ok(shared >= device.viewport.height / 3, `stage and panel share only ${shared} px`);
}

for (const [name, device] of Object.entries({ ...SCREENS, "lying phone": LYING_PHONE })) {
  test(`the ${name} shows everything on one screen`, { timeout: 300_000 }, async (t) => {
    const isLying = device === LYING_PHONE;
    const visage = await Visage.open(browser, site.url, { backend: "cpu" }, device);
    await visage.engineReady();

    await t.test("an empty page: what to begin with", async () => {
      await assertOnFirstScreen(visage, "the camera's button", visage.startButton);
      await assertOnFirstScreen(visage, "the button for photos", visage.photoButton);
      if (!isLying) {
        for (const sample of await visage.samples.all()) await assertOnFirstScreen(visage, "a sample", sample);
      }
      await assertOneScreen(visage);
    });

    await t.test("the camera: the stage, its button, and what is said of the face", async () => {
      await visage.startButton.click();
      await visage.nextAnalysis({ faces: 1 });
      await visage.faceCount();
      for (const id of ["age", "gender", "race"]) {
        await assertOnFirstScreen(visage, id, visage.selectedLine.getByTestId(id));
      }
      await assertOnFirstScreen(visage, "the camera's button", visage.stopButton);
      await assertStageInView(visage, device);
      await assertOneScreen(visage);
      await visage.stopButton.click();
      await visage.startButton.waitFor();
      await assertOneScreen(visage);
    });

    await t.test("a photo, of one face and of three", async () => {
      for (const [picture, faces] of [
        [photo, 1],
        [group, 3],
      ]) {
        const { frame } = await visage.analysis();
        await visage.choosePhoto(picture, "photo.jpg");
        await visage.nextAnalysis({ after: frame, faces });
        await assertStageInView(visage, device);
        await assertOneScreen(visage);
      }
      if (isLying || name === "desktop") await assertSideBySide(visage, device);
    });

    await t.test("every tab, and every step of the lesson", async () => {
      for (const tab of Visage.TABS) {
        await visage.openPanel(tab);
        await assertPanel(visage, device, `the tab "${tab}"`);
      }
      for (const letter of Visage.LETTERS) {
        await visage.openLesson(letter);
        await assertPanel(visage, device, `step ${letter}`);
      }
    });
    await visage.close();
  });
}

/** Scrolled to its end, the panel has left the stage where it was, and nothing sticks out of it. */
async function assertPanel(visage, device, what) {
  await visage.panelBody.evaluate((body) => body.scrollTo(0, body.scrollHeight));
  await assertStageInView(visage, device);
  await assertOneScreen(visage);
  assert.ok((await visage.panelExcess()) <= 0, `${what} is wider than the panel: ${(await visage.stickingOut()).join(" | ")}`);
  await visage.panelBody.evaluate((body) => body.scrollTo(0, 0));
}

test("enlarged to 400 %, no tab in any language is wider than the window", { timeout: 300_000 }, async (t) => {
  const visage = await Visage.open(browser, site.url, { backend: "cpu" }, ENLARGED);
  await visage.engineReady();

  const assertFits = async () => {
    const [{ across }, panel] = [await visage.excess(), await visage.panelExcess()];
    assert.ok(across <= 0 && panel <= 0, `${across} and ${panel} px too wide: ${(await visage.stickingOut()).join(" | ")}`);
  };
  for (const language of LANGUAGES) {
    await visage.speak(language);
    await t.test(`before anything is chosen: ${language}`, assertFits);
  }
  await visage.choosePhoto(group, "photo.jpg");
  await visage.nextAnalysis({ faces: 3 });
  for (const language of LANGUAGES) {
    await visage.speak(language);
    for (const tab of Visage.TABS) {
      await t.test(`the tab "${tab}": ${language}`, async () => {
        await visage.openPanel(tab);
        if (tab === "heat-map") await visage.advanced();
        if (tab === "more") await visage.openInstruments();
        await assertFits();
        if (tab !== "lesson") return;
        for (const letter of Visage.LETTERS) {
          await visage.openLesson(letter);
          await assertFits();
        }
      });
    }
  }
  await visage.close();
});
