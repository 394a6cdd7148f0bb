// The camera: what the page says of a face is what the command line says of the same frame, on either backend.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { predict } from "../support/command-line.mjs";
import { assertSameFace, PARITY } from "../support/expect.mjs";
import { heatBetween, heatOnFace } from "../support/heat.mjs";
import { Camera, launch } from "../support/launch.mjs";
import { overlap } from "../support/measures.mjs";
import { filmOf, frameWith, portraits, scratchFolder } from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";

let site;
let photos;

before(async () => {
  site = await serveSite();
  photos = await portraits();
});
after(() => site.close());

/**
 * Opens the page before a camera that shows the given photos, and starts that camera. The whole frame is looked at each time, as the
 * command line does, unless the `settings` say otherwise.
 */
async function watching(shown, backend, settings = { follow: "0" }) {
  const camera = Camera.playing(await filmOf(await frameWith(shown)));
  const browser = await launch({ camera, webgpu: backend === "webgpu" });
  const visage = await Visage.open(browser, site.url, { backend, ...settings });
  assert.equal((await visage.engineReady()).backend, backend);
  await visage.startButton.click();
  return { browser, visage };
}

for (const backend of ["cpu", "webgpu"]) {
  test(`one face on ${backend}: estimates, box and heat map`, { timeout: 300_000 }, async (t) => {
    const { browser, visage } = await watching(photos.slice(0, 1), backend);
    try {
      await visage.nextAnalysis({ faces: 1 });
      const frame = path.join(await scratchFolder(), "frame.png");
      await writeFile(frame, await visage.cameraFrame());
      const [predicted, ...others] = await predict(frame, { frame: true });
      assert.equal(others.length, 0);

      const analysis = await visage.explain("none");
      assert.deepEqual([analysis.width, analysis.height], [640, 480]);
      assert.equal(await visage.faceCount(), 1);
      assertSameFace(analysis.faces[0], await visage.cardTexts(), predicted);
      const without = await visage.overlayPixels();

      await visage.explain("age");
      const heat = heatOnFace(heatBetween(await visage.overlayPixels(), without), predicted.box, analysis.width);
      assert.ok(heat.covered > 0.2, `only ${heat.covered} of the face is warm`);
      t.diagnostic(`${(100 * heat.inside).toFixed(0)} % of the heat lie in the face's box, ${(100 * heat.near).toFixed(0)} % near it`);
      assert.ok(heat.inside > 0.6, `only ${heat.inside} of the heat is on the face`);
      assert.ok(heat.near > 0.98, `only ${heat.near} of the heat is near the face`);
      assert.ok(heat.centre.x > 0 && heat.centre.x < 1 && heat.centre.y > 0 && heat.centre.y < 1, JSON.stringify(heat.centre));
    } finally {
      await browser.close();
    }
  });
}

test("between looks at the frame a face is followed, and is found in the same place", { timeout: 120_000 }, async () => {
  const { browser, visage } = await watching(photos.slice(0, 1), "cpu", {});
  try {
    const seen = { looked: null, followed: null };
    let after = -1;
    for (let frame = 0; frame < 40 && !(seen.looked && seen.followed); frame += 1) {
      const analysis = await visage.nextAnalysis({ after, faces: 1 });
      after = analysis.frame;
      seen[analysis.followed ? "followed" : "looked"] = analysis;
    }
    assert.ok(seen.looked && seen.followed, "the page does both within forty frames");
    const shared = overlap(seen.looked.faces[0].boundingBox, seen.followed.faces[0].boundingBox);
    assert.ok(shared > 0.75, `the boxes overlap by ${shared}`);
    assert.equal(seen.looked.faces[0].number, seen.followed.faces[0].number);
  } finally {
    await browser.close();
  }
});

test("two faces: two lines, each with its own estimates", { timeout: 300_000 }, async () => {
  const { browser, visage } = await watching(photos.slice(0, 2), "cpu");
  try {
    const analysis = await visage.nextAnalysis({ faces: 2 });
    const frame = path.join(await scratchFolder(), "frame.png");
    await writeFile(frame, await visage.cameraFrame());
    const predicted = await predict(frame, { frame: true });
    assert.equal(predicted.length, 2);
    assert.equal(await visage.faceCount(), 2);
    assert.deepEqual(analysis.faces.map(({ number }) => number).toSorted(), [0, 1]);
    for (const face of analysis.faces) {
      const same = predicted.find(({ box }) => overlap(box, face.boundingBox) >= PARITY.overlap);
      assert.ok(same, `the command line finds no face at ${JSON.stringify(face.boundingBox)}`);
      assertSameFace(face, await visage.cardTexts(face.number), same);
    }
  } finally {
    await browser.close();
  }
});

test("stop ends the camera's track", { timeout: 300_000 }, async () => {
  const { browser, visage } = await watching(photos.slice(0, 1), "cpu");
  try {
    await visage.nextAnalysis({ faces: 1 });
    assert.deepEqual(await visage.cameraTracks(), ["live"]);
    await visage.stopButton.click();
    await visage.startButton.waitFor();
    assert.deepEqual(await visage.cameraTracks(), ["ended"]);
  } finally {
    await browser.close();
  }
});
