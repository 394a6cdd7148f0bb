// What can go wrong outside the page: each a sentence that says so, and the rest goes on working.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { assertSentence } from "../support/expect.mjs";
import { Camera, launch } from "../support/launch.mjs";
import { frameWith, portraits } from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";

/** Runs `body` with the page open in a browser and a site that are as described. */
async function withPage({ server, browser: machine, settings = { backend: "cpu" } }, body) {
  const site = await serveSite(server);
  const browser = await launch(machine);
  try {
    await body(await Visage.open(browser, site.url, settings));
  } finally {
    await browser.close();
    await site.close();
  }
}

for (const [what, camera] of [
  ["refused", Camera.refused],
  ["absent", Camera.absent],
]) {
  test(`a camera that is ${what} is explained, and photos go on working`, { timeout: 180_000 }, async () => {
    await withPage({ browser: { camera } }, async (visage) => {
      await visage.engineReady();
      await visage.startButton.click();
      assertSentence(await visage.error());
      await visage.choosePhoto(await frameWith((await portraits()).slice(0, 1)), "face.jpg");
      await visage.nextAnalysis({ faces: 1 });
    });
  });
}

test("missing weights are explained", { timeout: 180_000 }, async () => {
  await withPage({ server: { missing: /\.bpk$/ } }, async (visage) => {
    const { state, text } = await visage.engine();
    assert.equal(state, "failed");
    assertSentence(text);
  });
});

test("a missing worker program is explained", { timeout: 180_000 }, async () => {
  await withPage({ server: { missing: /cpu_bg\.wasm$/ } }, async (visage) => {
    const { state, text } = await visage.engine();
    assert.equal(state, "failed");
    assertSentence(text);
  });
});

test("WebGPU demanded where there is none is explained", { timeout: 180_000 }, async () => {
  await withPage({ settings: { backend: "webgpu" } }, async (visage) => {
    const { state, text } = await visage.engine();
    assert.equal(state, "failed");
    assertSentence(text);
    assert.match(text, /WebGPU/);
  });
});
