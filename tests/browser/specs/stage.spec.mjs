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

before(async () => {
  [site, photos] = await Promise.all([serveSite(), portraits()]);
});
after(() => site.close());

/** Opens the page before a camera that plays `film`, and runs `body` once it does. */
async function watching(film, body, settings = {}) {
  const browser = await launch({ camera: Camera.playing(film) });
  try {
    const visage = await Visage.open(browser, site.url, { backend: "cpu", ...settings });
    await visage.engineReady();
    await visage.startButton.click();
    await visage.nextAnalysis();
    await body(visage);
  } finally {
    await browser.close();
  }
}

/** Runs `body` with the photo of one face on the stage, explained. */
async function withPhoto(settings, body) {
  const browser = await launch();
  try {
    const photo = await frameWith(photos.slice(0, 1));
    await body(await Visage.withPhoto(browser, site.url, photo, settings, { wanted: { faces: 1, explained: true } }));
  } finally {
    await browser.close();
  }
}

async function oneFace() {
  return filmOf(await frameWith(photos.slice(0, 1)));
}

test("faces that pass behind each other in size keep number and card", { timeout: 180_000 }, async () => {
  // Both move to the right and back; the left one stays the left one.
  const steps = [0, 1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1];
  const frames = steps.map((step) =>
    frameOf([{ photo: photos[0], left: 20 + 6 * step, top: 60 }, { photo: photos[1], left: 320 + 6 * step, top: 80 - 8 * step + 40 }], 250),
  );
  const film = await filmOf(...(await Promise.all(frames)));
  await watching(film, async (visage) => {
    let after = -1;
    let left;
    for (let seen = 0; seen < 12; seen += 1) {
      const analysis = await visage.nextAnalysis({ after, faces: 2 });
      after = analysis.frame;
      const [first] = analysis.faces.toSorted((a, b) => a.boundingBox.x - b.boundingBox.x);
      left ??= first.number;
      assert.equal(first.number, left, `the left face has changed its number in frame ${after}`);
    }
    assert.equal(await visage.cards.count(), 2);
  });
});

test("a card leaves when its face does", { timeout: 180_000 }, async () => {
  const browser = await launch();
  try {
    const visage = await Visage.open(browser, site.url, { backend: "cpu" });
    await visage.engineReady();
    await visage.choosePhoto(await frameWith(photos.slice(0, 2)), "two.jpg");
    const { frame } = await visage.nextAnalysis({ faces: 2 });
    assert.equal(await visage.cards.count(), 2);
    await visage.choosePhoto(await frameWith(photos.slice(0, 1)), "one.jpg");
    await visage.nextAnalysis({ after: frame, faces: 1 });
    assert.equal(await visage.cards.count(), 1);
  } finally {
    await browser.close();
  }
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
  await watching(await oneFace(), async (visage) => {
    assert.equal(await visage.keepButton.isVisible(), false);
    for (const kept of [1, 2]) {
      await visage.page.locator("body").click({ position: { x: 5, y: 5 } });
      await visage.page.keyboard.press("Space");
      await visage.keepButton.waitFor();
      const frame = await settledFrame(visage);
      await visage.keepButton.click();
      await visage.moments.nth(kept - 1).waitFor();
      await visage.freezeButton.click();
      await visage.nextAnalysis({ after: frame });
    }
    for (const index of [0, 1]) assert.ok(await Visage.isDrawn(visage.moments.nth(index).locator("canvas")));
    await visage.moments.first().getByRole("button").click();
    assert.equal(await visage.moments.count(), 1);
  });
});

test("what is explained can be changed while the picture is frozen", { timeout: 180_000 }, async () => {
  await watching(await oneFace(), async (visage) => {
    await visage.freezeButton.click();
    await visage.keepButton.waitFor();
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
    assert.equal(await visage.legend.isVisible(), false);
  });
});

test("smoothing follows the newest estimates and can be switched off", { timeout: 180_000 }, async () => {
  await watching(await oneFace(), async (visage) => {
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

test("the projector has large type, and a link opens it", { timeout: 180_000 }, async () => {
  const browser = await launch();
  try {
    const visage = await Visage.open(browser, site.url, { backend: "cpu" });
    const size = () => visage.page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
    const usual = await size();
    await visage.projectorButton.click();
    assert.ok((await size()) >= 1.4 * usual);
    await visage.page.waitForURL(/projector=1/);
    const linked = await Visage.open(browser, site.url, { backend: "cpu", projector: "1" });
    await linked.page.waitForSelector("html[data-projector]");
    const large = await linked.page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
    assert.ok(large >= 1.4 * usual);
  } finally {
    await browser.close();
  }
});
