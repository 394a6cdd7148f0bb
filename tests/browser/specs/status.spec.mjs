// The engine's state as the visitor sees it, and a page that stays responsive while the worker computes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { Camera, launch } from "../support/launch.mjs";
import { filmOf, frameWith, portraits } from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";

// Painting is done by the CPU here, which the worker shares; a page whose main thread computed would paint a few frames a second.
const LEAST_PAINT_RATE = 20;

test("the engine goes from loading, with a progress bar, to ready", { timeout: 180_000 }, async () => {
  const site = await serveSite({ slow: /\.bpk$/ });
  const browser = await launch();
  try {
    const visage = await Visage.open(browser, site.url, { backend: "cpu" });
    assert.equal(await visage.status.getAttribute("data-state"), "loading");
    await visage.progress.waitFor();
    const engine = await visage.engineReady();
    assert.equal(engine.backend, "cpu");
    assert.equal(await visage.progress.filter({ visible: true }).count(), 0);
  } finally {
    await browser.close();
    await site.close();
  }
});

test("the page paints on while frames are analysed", { timeout: 180_000 }, async (t) => {
  const site = await serveSite();
  const [photo] = await portraits();
  const browser = await launch({ camera: Camera.playing(await filmOf(await frameWith([photo]))) });
  try {
    const visage = await Visage.open(browser, site.url, { backend: "cpu" });
    await visage.engineReady();
    await visage.startButton.click();
    const first = await visage.nextAnalysis({ faces: 1 });
    const rate = await visage.paintRate(5000);
    const last = await visage.analysis();
    t.diagnostic(`${rate.toFixed(0)} paints a second while ${last.frame - first.frame} frames were sent in 5 s`);
    assert.ok(last.frame > first.frame, "no frame was analysed meanwhile");
    assert.ok(rate >= LEAST_PAINT_RATE, `only ${rate} paints a second`);
  } finally {
    await browser.close();
    await site.close();
  }
});
