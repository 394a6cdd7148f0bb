// Who is who in a video: nobody is shown what was estimated of somebody else.
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { Camera, launch } from "../support/launch.mjs";
import { filmOf, frameWith, portraits } from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";

// Of a film's 30 frames a second; as long as several analyses take on a slow machine.
const SHOWN = 45;

let site;
let people;

before(async () => {
  const photos = await portraits();
  const named = (name) => photos.find((photo) => path.basename(photo).startsWith(name));
  site = await serveSite();
  people = await Promise.all(["woman-1", "man-1"].map((name) => frameWith([named(name)])));
});
after(() => site?.close());

/** What was estimated of everybody in a film, in `seconds` of it: the share of "female" by identity. */
async function identitiesIn(frames, seconds) {
  const browser = await launch({ camera: Camera.playing(await filmOf(...frames)) });
  try {
    const visage = await Visage.open(browser, site.url, { backend: "cpu" });
    await visage.engineReady();
    await visage.startButton.click();
    const seen = new Map();
    const numbers = new Set();
    const end = Date.now() + 1000 * seconds;
    let after = -1;
    while (Date.now() < end) {
      const { frame, faces } = await visage.nextAnalysis({ after });
      after = frame;
      for (const { identity, number, estimates } of faces) {
        numbers.add(number);
        seen.set(identity, [...(seen.get(identity) ?? []), estimates.gender[1]]);
      }
    }
    return { seen, numbers };
  } finally {
    await browser.close();
  }
}

const isOneSide = (shares) => shares.every((share) => share > 0.5) || shares.every((share) => share < 0.5);

test("somebody who takes another's place has none of that one's estimates", { timeout: 120_000 }, async (t) => {
  const frames = people.flatMap((frame) => Array.from({ length: SHOWN }, () => frame));
  const { seen, numbers } = await identitiesIn(frames, 8);
  t.diagnostic(
    JSON.stringify([...seen].map(([identity, shares]) => [identity, shares.length, shares.map((share) => Number(share.toFixed(2)))])),
  );
  assert.ok(seen.size >= 3, `${seen.size} identities in a film of two people by turns`);
  for (const [identity, shares] of seen) assert.ok(isOneSide(shares), `identity ${identity}: ${shares}`);
  // The number that is shown is free at once.
  assert.deepEqual([...numbers], [0]);
});

test("whoever stays is the same person all the time", { timeout: 120_000 }, async () => {
  const { seen } = await identitiesIn([people[0]], 5);
  assert.equal(seen.size, 1);
});
