// A newer release: offered when it is there whole, taken when the visitor wants it, and never mixed with the one before.
import assert from "node:assert/strict";
import path from "node:path";
import { before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { launch } from "../support/launch.mjs";
import { SITE } from "../support/paths.mjs";
import { frameWith, portraits, scratchFolder } from "../support/pictures.mjs";
import { damage, otherRelease, publish, releaseOf } from "../support/releases.mjs";
import { serveSite } from "../support/server.mjs";

const CPU = { backend: "cpu" };

let newer;
let releases;

before(async () => {
  newer = path.join(await scratchFolder(), "newer");
  releases = { first: await releaseOf(SITE), newer: await otherRelease(newer, "newer") };
  assert.notEqual(releases.first, releases.newer);
});

/** Runs `body` with the first release open and kept, on a server that can be given another: `{visage, live}`. */
async function withFirstRelease(body) {
  const live = path.join(await scratchFolder(), "live");
  await publish(SITE, live);
  const site = await serveSite({ site: live });
  const browser = await launch();
  try {
    const visage = await Visage.open(browser, site.url, CPU);
    await visage.offlineReady();
    assert.deepEqual(await visage.releases(), [releases.first]);
    await body({ visage, live });
  } finally {
    await browser.close();
    await site.close();
  }
}

test("a newer release is offered and taken whole, and the one before is forgotten", { timeout: 240_000 }, async () => {
  await withFirstRelease(async ({ visage, live }) => {
    await publish(newer, live);
    await visage.reload();
    await visage.updateOffer.waitFor({ timeout: 60_000 });
    // Until it is wanted, the one before goes on, whole.
    await visage.engineReady();
    assert.deepEqual(await visage.releases(), [releases.first]);

    await visage.takeUpdate();
    await visage.engineReady();
    assert.equal(await visage.page.evaluate(() => document.documentElement.dataset.build), "newer");
    assert.deepEqual(await visage.releases(), [releases.newer]);
    assert.equal(await visage.updateOffer.isVisible(), false);
    const kept = await visage.cachedAddresses();
    assert.ok(kept.some((address) => address.includes(releases.newer)));
    assert.deepEqual(
      kept.filter((address) => address.includes(releases.first)),
      [],
    );
  });
});

test("a tab beside the one that takes a newer release is told, and goes on", { timeout: 240_000 }, async () => {
  await withFirstRelease(async ({ visage, live }) => {
    const other = await Visage.openIn(visage.page.context(), visage.page.url().replace(/\?.*/, ""), CPU);
    await other.engineReady();
    await publish(newer, live);
    await visage.reload();
    await visage.updateOffer.waitFor({ timeout: 60_000 });
    await visage.takeUpdate();
    await visage.engineReady();
    await other.updateOffer.filter({ hasText: "another tab" }).waitFor({ timeout: 10_000 });
    // What it has loaded serves on.
    await other.choosePhoto(await frameWith((await portraits()).slice(0, 1)), "face.jpg");
    await other.nextAnalysis({ faces: 1 });
    await other.takeUpdate();
    await other.engineReady();
    assert.deepEqual(await other.releases(), [releases.newer]);
  });
});

test("a release with a damaged file is never offered, and the one before goes on", { timeout: 240_000 }, async () => {
  const damaged = path.join(await scratchFolder(), "damaged");
  await publish(newer, damaged);
  await damage(damaged, "assets/dmtl.bpk");
  await withFirstRelease(async ({ visage, live }) => {
    await publish(damaged, live);
    assert.equal(await visage.lookForUpdate(), "redundant");
    assert.equal(await visage.updateOffer.isVisible(), false);
    await visage.reload();
    await visage.engineReady();
    assert.equal(await visage.updateOffer.isVisible(), false);
    assert.deepEqual(await visage.releases(), [releases.first]);
  });
});
