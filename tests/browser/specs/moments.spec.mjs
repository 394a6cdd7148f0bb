// What is saved and kept of a moving picture belongs together: the frame, and what was found in that very frame.
import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { belongTogether, jumpingFilm, seenIn } from "../support/jumping.mjs";
import { Camera, launch } from "../support/launch.mjs";
import { ARTIFACTS } from "../support/paths.mjs";
import { portraits } from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";

// No heat map, whose colours are like those of boxes; and every frame is looked at as a whole, so that a face that jumps is found.
const PLAIN = { backend: "cpu", explain: "none", follow: "0" };
const WANTED = 6;
const MOST_TRIES = 18;

let site;
let browser;

before(async () => {
  await mkdir(ARTIFACTS, { recursive: true });
  const [photo] = await portraits();
  [site, browser] = await Promise.all([serveSite(), jumpingFilm(photo).then((film) => launch({ camera: Camera.playing(film) }))]);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** Takes pictures by `take` before the face that jumps, until enough of them have a box; in each the face is in its box. */
async function assertTogether(t, name, take) {
  const visage = await Visage.open(browser, site.url, PLAIN);
  await visage.engineReady();
  await visage.startButton.click();
  await visage.nextAnalysis({ faces: 1 });
  const sides = [];
  for (let tries = 0; tries < MOST_TRIES && sides.length < WANTED; tries += 1) {
    const png = await take(visage);
    const seen = await seenIn(png);
    if (!seen.box) continue;
    if (!belongTogether(seen)) {
      await writeFile(path.join(ARTIFACTS, `${name}-apart.png`), png);
      assert.fail(`the photo is on the ${seen.photo}, and its box reaches from ${seen.box.from} to ${seen.box.to}`);
    }
    sides.push(seen.photo);
  }
  t.diagnostic(sides.join(", "));
  assert.ok(sides.length >= WANTED, `only ${sides.length} pictures have a box`);
  await visage.close();
}

test("in every saved picture the box is where the face is", { timeout: 180_000 }, async (t) => {
  await assertTogether(t, "saved", async (visage) => (await visage.download("save-picture")).bytes);
});

test("in every kept moment the box is where the face is", { timeout: 180_000 }, async (t) => {
  await assertTogether(t, "kept", async (visage) => {
    const png = await visage.keepMoment();
    await visage.forgetMoment();
    return png;
  });
});
