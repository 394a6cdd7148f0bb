// The copy for visits without a network: made on the first visit, enough for everything, mended when damaged, and no must.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { assertSentence } from "../support/expect.mjs";
import { Camera, launch, launchWithProfile } from "../support/launch.mjs";
import { filmOf, frameWith, portraits, scratchFolder } from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";

const WEIGHTS = "/assets/dmtl.bpk";
const CPU = { backend: "cpu" };
// A tenth of what a copy takes.
const LITTLE_ROOM = 4_000_000;

let camera;
let photo;

before(async () => {
  photo = await frameWith((await portraits()).slice(0, 1));
  camera = Camera.playing(await filmOf(photo));
});

/** A first visit with a profile of its own, until its copy is ready, on a server as described. `body` gets `{site, context, visage, profile}`. */
async function afterFirstVisit(body, server = {}) {
  const site = await serveSite(server);
  const profile = await scratchFolder();
  const context = await launchWithProfile(profile, { camera });
  try {
    const visage = await Visage.openIn(context, site.url, CPU);
    await visage.offlineReady();
    await body({ site, context, visage, profile });
  } finally {
    await context.close();
    await site.close();
  }
}

test("after one visit, a restarted browser does everything without the server", { timeout: 240_000 }, async () => {
  await afterFirstVisit(async ({ site, context, profile }) => {
    await context.close();
    await site.close();
    const restarted = await launchWithProfile(profile, { camera });
    try {
      const visage = await Visage.openIn(restarted, site.url, CPU);
      await visage.engineReady();
      await visage.choosePhoto(photo, "face.jpg");
      const { frame } = await visage.nextAnalysis({ faces: 1, explained: true });
      assert.equal(await visage.faceCount(), 1);
      await visage.startButton.click();
      await visage.nextAnalysis({ after: frame, faces: 1, explained: true });
      await visage.openLesson("f");
      await visage.lessonStep.getByTestId("group-figures").first().waitFor();
    } finally {
      await restarted.close();
    }
  });
});

// The parts of the service worker itself are kept by the browser, elsewhere.
const PARTS = /\/(share-target|first-visit)\.js$/;

for (const [server, options] of [
  ["a good server", {}],
  ["a server that says nothing of keeping files", { plain: true }],
]) {
  test(`a first visit loads every file of the release once from ${server}`, { timeout: 180_000 }, async () => {
    await afterFirstVisit(async ({ site, visage }) => {
      const [release] = await visage.releases();
      const paths = site.requests.map(({ path }) => path).filter((path) => path.includes(`/${release}/`));
      const twice = paths.filter((path, index) => paths.indexOf(path) !== index);
      assert.deepEqual(twice, []);
      const kept = (await visage.cachedAddresses()).map((address) => new URL(address).pathname).filter((path) => path.includes(release));
      assert.deepEqual([...new Set(paths)].filter((path) => !PARTS.test(path)).toSorted(), kept.toSorted());
    }, options);
  });
}

test("weights that are damaged in the copy are fetched again, and the copy is mended", { timeout: 180_000 }, async () => {
  await afterFirstVisit(async ({ visage }) => {
    const [whole] = await visage.cachedSizes(WEIGHTS);
    await visage.damageCached(WEIGHTS, 1000);
    assert.deepEqual(await visage.cachedSizes(WEIGHTS), [1000]);
    await visage.reload();
    await visage.engineReady();
    assert.deepEqual(await visage.cachedSizes(WEIGHTS), [whole]);
  });
});

test("weights that are damaged in the copy are explained without a network", { timeout: 180_000 }, async () => {
  await afterFirstVisit(async ({ site, context, visage }) => {
    await visage.damageCached(WEIGHTS, 1000);
    // What the browser has kept elsewhere would mend the copy.
    const devtools = await context.newCDPSession(visage.page);
    await devtools.send("Network.clearBrowserCache");
    await site.close();
    await visage.reload();
    const { state, text } = await visage.engine();
    assert.equal(state, "failed");
    assertSentence(text);
    assert.match(text, /network/i);
  });
});

test("a full disk is explained, and the page works without a copy", { timeout: 180_000 }, async () => {
  const site = await serveSite();
  const browser = await launch();
  try {
    const visage = await Visage.inNewTab(await browser.newContext());
    const devtools = await visage.page.context().newCDPSession(visage.page);
    const { origin } = new URL(site.url);
    await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: LITTLE_ROOM });
    await visage.page.goto(`${site.url}?backend=cpu&debug=1`);
    await visage.engineReady();
    const { state, text } = await visage.offlineCopy();
    assert.ok(["full", "failed"].includes(state), state);
    assertSentence(text);
    await visage.choosePhoto(photo, "face.jpg");
    await visage.nextAnalysis({ faces: 1 });
  } finally {
    await browser.close();
    await site.close();
  }
});
