// The stage: faces keep who they are, a moment can be frozen and kept, and the heat map shown as the visitor wants it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { heatBetween } from "../support/heat.mjs";
import { Camera, launch } from "../support/launch.mjs";
import { filmOf, frameOf, frameWith, portraits } from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";

let site;
let photos;
let photo;
// Its camera shows one face.
let browser;

before(async () => {
  [site, photos] = await Promise.all([serveSite(), portraits()]);
  photo = await frameWith(photos.slice(0, 1));
  browser = await launch({ camera: Camera.playing(await filmOf(photo)) });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** Opens the page before a camera, by default one that shows a face, and runs `body` once it plays. */
async function watching(body, before = browser) {
  const visage = await Visage.open(before, site.url, { backend: "cpu" });
  try {
    await visage.engineReady();
    await visage.startButton.click();
    await visage.nextAnalysis();
    await body(visage);
  } finally {
    await visage.close();
  }
}

/** Runs `body` with the photo of one face on the stage, explained. */
async function withPhoto(settings, body) {
  const visage = await Visage.withPhoto(browser, site.url, photo, settings, { wanted: { faces: 1, explained: true } });
  try {
    await body(visage);
  } finally {
    await visage.close();
  }
}

test("faces that pass behind each other in size keep number and line", { timeout: 180_000 }, async () => {
  // Both move to the right and back; the left one stays the left one.
  const steps = [0, 1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1];
  const frames = steps.map((step) =>
    frameOf(
      [
        { photo: photos[0], left: 20 + 6 * step, top: 60 },
        { photo: photos[1], left: 320 + 6 * step, top: 80 - 8 * step + 40 },
      ],
      250,
    ),
  );
  const moving = await launch({ camera: Camera.playing(await filmOf(...(await Promise.all(frames)))) });
  try {
    await watching(async (visage) => {
      let after = -1;
      let left;
      for (let seen = 0; seen < 12; seen += 1) {
        const analysis = await visage.nextAnalysis({ after, faces: 2 });
        after = analysis.frame;
        const [first] = analysis.faces.toSorted((a, b) => a.boundingBox.x - b.boundingBox.x);
        left ??= first.number;
        assert.equal(first.number, left, `the left face has changed its number in frame ${after}`);
      }
      assert.equal(await visage.faceCount(), 2);
    }, moving);
  } finally {
    await moving.close();
  }
});

test("a line leaves when its face does", { timeout: 180_000 }, async () => {
  const two = await frameWith(photos.slice(0, 2));
  const visage = await Visage.withPhoto(browser, site.url, two, {}, { wanted: { faces: 2 } });
  const { frame } = await visage.analysis();
  assert.equal(await visage.faceCount(), 2);
  await visage.choosePhoto(photo, "one.jpg");
  await visage.nextAnalysis({ after: frame, faces: 1 });
  assert.equal(await visage.faceCount(), 1);
  await visage.close();
});

/** The last frame that is analysed of a frozen picture: what was under way is answered, and then nothing more comes. */
async function settledFrame(visage) {
  let { frame } = await visage.analysis();
  for (let waits = 0; waits < 5; waits += 1) {
    await visage.page.waitForTimeout(1_200);
    const { frame: next } = await visage.analysis();
    if (next === frame) return frame;
    frame = next;
  }
  assert.fail("a frozen picture is still analysed");
}

test("the space bar freezes the picture, and two moments can be kept side by side", { timeout: 180_000 }, async () => {
  await watching(async (visage) => {
    for (const kept of [1, 2]) {
      await visage.page.locator("body").click({ position: { x: 5, y: 5 } });
      await visage.page.keyboard.press("Space");
      const frame = await settledFrame(visage);
      await visage.keepMoment();
      assert.equal(await visage.moments.count(), kept);
      await visage.freezeButton.click();
      await visage.nextAnalysis({ after: frame });
    }
    for (const index of [0, 1]) assert.ok(await Visage.isDrawn(visage.moments.nth(index).locator("canvas")));
    const [first, second, now] = await Promise.all(
      [visage.moments.nth(0), visage.moments.nth(1), visage.overlay].map((picture) => visage.place(picture)),
    );
    assert.ok(first.right <= second.left + 1 && second.right <= now.left + 1, "they do not stand side by side");
    await visage.forgetMoment();
    assert.equal(await visage.moments.count(), 1);
  });
});

test("there is nothing to freeze, keep or clear before there is a picture", { timeout: 120_000 }, async () => {
  const visage = await Visage.open(browser, site.url, { backend: "cpu" });
  await visage.startButton.waitFor();
  for (const button of [visage.freezeButton, visage.keepButton, visage.clearButton]) assert.equal(await button.isVisible(), false);
  await visage.close();
});

test("the stage can be cleared, and shows the next picture", { timeout: 180_000 }, async () => {
  await watching(async (visage) => {
    await visage.keepMoment();
    await visage.clearStage();
    assert.deepEqual(await visage.cameraTracks(), ["ended"]);
    assert.equal(await visage.moments.count(), 0);
    assert.ok(await visage.samples.first().isVisible(), "the samples are not offered again");
    const { frame } = await visage.analysis();
    await visage.choosePhoto(photo, "face.jpg");
    await visage.nextAnalysis({ after: frame, faces: 1 });
    assert.equal(await visage.faceCount(), 1);
  });
});

test("what is explained can be changed while the picture is frozen", { timeout: 180_000 }, async () => {
  await watching(async (visage) => {
    await visage.freezeButton.click();
    await settledFrame(visage);
    await visage.explain("none");
    await visage.explain("race");
    const { faces } = await visage.analysis();
    assert.ok(faces[0].heatMap);
  });
});

test("the heat map can cover a part of the picture only", { timeout: 180_000 }, async () => {
  await withPhoto({ split: "50" }, async (visage) => {
    const withMap = await visage.overlayPixels();
    await visage.explain("none");
    const heat = heatBetween(withMap, await visage.overlayPixels());
    let [left, right] = [0, 0];
    heat.values.forEach((value, pixel) => {
      if (pixel % heat.width < heat.width / 2 - 1) left += value;
      if (pixel % heat.width > heat.width / 2 + 1) right += value;
    });
    assert.ok(left > 0, "there is no heat where it should be");
    assert.equal(right, 0);
  });
});

test("the legend has the colours of the heat map's palette", { timeout: 180_000 }, async () => {
  await withPhoto({ palette: "cividis" }, async (visage) => {
    const gradient = await visage.legend.locator(".strip").evaluate((strip) => getComputedStyle(strip).backgroundImage);
    assert.match(gradient, /rgb\(254, 232, 56\)/);
    await visage.explain("none");
    assert.equal(await visage.legend.locator(".strip").isVisible(), false);
    assert.ok(await visage.explainChoice.isVisible(), "nothing else can be chosen");
  });
});

test("the heat map's further settings are in the address", { timeout: 180_000 }, async () => {
  await withPhoto({}, async (visage) => {
    await (await visage.paletteChoice()).selectOption("cividis");
    await visage.page.waitForURL(/palette=cividis/);
    const { frame } = await visage.analysis();
    await (await visage.layerChoice()).selectOption({ index: 0 });
    await visage.nextAnalysis({ after: frame, explained: true });
    await visage.page.waitForURL(/layer=1/);
  });
});

test("smoothing follows the newest estimates and can be switched off", { timeout: 180_000 }, async () => {
  await watching(async (visage) => {
    const smooth = visage.page.getByTestId("smooth");
    assert.ok(await smooth.isChecked());
    await smooth.uncheck();
    await visage.page.waitForURL(/smooth=0/);
    const { frame } = await visage.analysis();
    await visage.nextAnalysis({ after: frame });
  });
});

test("evidence for a younger age is another heat map than for an older one", { timeout: 180_000 }, async () => {
  const drawn = [];
  for (const explain of ["age", "age:younger"]) {
    await withPhoto({ explain }, async (visage) => drawn.push(await visage.overlayPixels()));
  }
  const [older, younger] = drawn;
  assert.notDeepEqual(older.rgba, younger.rgba);
});
