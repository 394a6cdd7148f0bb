// What may go wrong inside: each is mended or explained within ten seconds, and the next frame is answered.
import assert from "node:assert/strict";
import { after, before as beforeAll, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Visage } from "../pages/visage.mjs";
import { assertSentence } from "../support/expect.mjs";
import { DISGUISE, NO_TIME, before, fail, onFault } from "../support/faulty.mjs";
import { Camera, launch } from "../support/launch.mjs";
import { filmOf, frameWith, portraits } from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";

// Milliseconds by which a fault is mended or explained.
const PATIENCE = 10_000;

let site;
let photo;
let film;

beforeAll(async () => {
  photo = await frameWith((await portraits()).slice(0, 1));
  [site, film] = await Promise.all([serveSite(), filmOf(photo)]);
});
after(() => site?.close());

/**
 * Runs `body` with the camera on and one face found, in a browser whose workers do `cpu` and `gpu` first, and where there is `gpu` a
 * graphics processor, once `prepared` has seen it in the state that it is to be in.
 */
async function withCamera({ cpu = "", gpu, prepared, settings = {} }, body) {
  const browser = await launch({ camera: Camera.playing(film), webgpu: gpu !== undefined });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await before(context, "cpu-start.js", cpu);
    if (gpu !== undefined) await before(context, "gpu-start.js", `${DISGUISE}${gpu}`);
    const visage = await Visage.openIn(context, site.url, gpu === undefined ? { backend: "cpu", ...settings } : settings);
    await visage.engineReady();
    if (gpu !== undefined) {
      // One picture has WebGPU prepared; a camera would take the processor's time, which computes both here.
      await visage.choosePhoto(photo, "face.jpg");
      await visage.nextAnalysis({ faces: 1 });
      await prepared?.(visage);
    }
    await visage.startButton.click();
    await visage.nextAnalysis({ faces: 1 });
    await body(visage);
  } finally {
    await browser.close();
  }
}

/** Waits until frames are answered again after `happens`, and returns the milliseconds that it took. */
async function recovery(visage, happens) {
  const begun = Date.now();
  await happens();
  // Whatever was answered before the fault has arrived by then.
  await sleep(1_000);
  const { frame } = await visage.analysis();
  await visage.nextAnalysis({ after: frame, faces: 1, timeout: 3 * PATIENCE });
  return Date.now() - begun;
}

const CPU_FAULTS = [
  ["is busy for twenty seconds", "const end = Date.now() + 20_000; while (Date.now() < end);"],
  ["gets no more messages", 'addEventListener("message", (event) => event.stopImmediatePropagation());'],
  ["ends without a word", "self.close();"],
  ["throws where nobody catches", 'setTimeout(() => { throw new Error("a fault"); });'],
  ["sends what cannot be read", "self.postMessage({ nonsense: true });"],
];

for (const [what, body] of CPU_FAULTS) {
  test(`a worker that ${what} is replaced`, { timeout: 180_000 }, async (t) => {
    // A listener of the worker's own comes first only if it is there first.
    const early = `let deaf = false; addEventListener("message", (event) => deaf && event.stopImmediatePropagation());`;
    const cpu = body.startsWith("addEventListener") ? `${early}${onFault("cpu", "deaf = true;")}` : onFault("cpu", body);
    await withCamera({ cpu }, async (visage) => {
      const took = await recovery(visage, () => fail(visage, "cpu"));
      t.diagnostic(`mended after ${took} ms`);
      assert.ok(took <= PATIENCE, `it took ${took} ms`);
      if (what !== "throws where nobody catches") assertSentence(await visage.error());
      const engine = await visage.engineReady();
      assert.equal(engine.backend, "cpu");
    });
  });
}

const LOST =
  "let lost; const ask = GPUAdapter.prototype.requestDevice;" +
  "GPUAdapter.prototype.requestDevice = async function (...wishes) { lost = await ask.apply(this, wishes); return lost; };";
const GPU_FAULTS = [
  [
    "gives no answer any more",
    `let hangs = false; ${onFault("gpu", "hangs = true;")}
     const map = GPUBuffer.prototype.mapAsync;
     GPUBuffer.prototype.mapAsync = function (...range) { return hangs ? new Promise(() => {}) : map.apply(this, range); };`,
  ],
  ["is lost while it serves", `${LOST}${onFault("gpu", "lost.destroy();")}`],
];

for (const [what, gpu] of GPU_FAULTS) {
  test(`a graphics processor that ${what} is put aside, and the CPU goes on`, { timeout: 600_000 }, async (t) => {
    await withCamera({ gpu: `${NO_TIME}${gpu}`, prepared: (visage) => visage.engineOn("webgpu") }, async (visage) => {
      const { frame } = await visage.analysis();
      await visage.nextAnalysis({ after: frame + 3, faces: 1, timeout: 60_000 });
      const took = await recovery(visage, () => fail(visage, "gpu"));
      t.diagnostic(`mended after ${took} ms`);
      assert.ok(took <= PATIENCE, `it took ${took} ms`);
      const engine = await visage.engineReady();
      assert.equal(engine.backend, "cpu");
      assert.match(engine.text, /WebGPU is not used/);
    });
  });
}

test("a graphics processor that is lost while it is prepared is put aside, and the CPU goes on", { timeout: 300_000 }, async () => {
  const gpu = `${LOST}const found = GPUAdapter.prototype.requestDevice;
    GPUAdapter.prototype.requestDevice = async function (...wishes) { const device = await found.apply(this, wishes); device.destroy(); return device; };`;
  await withCamera({ gpu, prepared: (visage) => visage.engineSays("WebGPU is not used") }, async (visage) => {
    const { frame } = await visage.analysis();
    await visage.nextAnalysis({ after: frame, faces: 1, timeout: PATIENCE });
    assert.equal((await visage.engineReady()).backend, "cpu");
  });
});

test("a graphics processor that computes something else than the CPU is put aside", { timeout: 600_000 }, async () => {
  // Every buffer that comes back holds other numbers, once the test says so; the next new shape gives it away.
  const gpu = `${NO_TIME}let lies = false; ${onFault("gpu", "lies = true;")}
    const read = GPUBuffer.prototype.getMappedRange;
    GPUBuffer.prototype.getMappedRange = function (...range) {
      const bytes = read.apply(this, range);
      if (lies && bytes.byteLength % 4 === 0) new Float32Array(bytes).fill(3);
      return bytes;
    };`;
  await withCamera({ gpu, prepared: (visage) => visage.engineOn("webgpu") }, async (visage) => {
    await visage.stopButton.click();
    await fail(visage, "gpu");
    // More faces than in any picture before.
    await visage.choosePhoto(await frameWith((await portraits()).slice(0, 3)), "three.jpg");
    await visage.engineSays("WebGPU is not used", 60_000);
    await visage.nextAnalysis({ faces: 3, timeout: 30_000 });
    assert.equal((await visage.engineReady()).backend, "cpu");
  });
});

test("falsified pixels are explained", { timeout: 180_000 }, async () => {
  const browser = await launch();
  try {
    const context = await browser.newContext();
    const white = `OffscreenCanvasRenderingContext2D.prototype.getImageData = function (x, y, width, height) {
      return new ImageData(new Uint8ClampedArray(4 * width * height).fill(255), width, height);
    };`;
    await before(context, "cpu-start.js", white);
    const visage = await Visage.openIn(context, site.url, { backend: "cpu" });
    await visage.engineReady();
    await visage.choosePhoto(photo, "face.jpg");
    await visage.page.waitForSelector("[data-testid=engine-status][data-state=failed]", { state: "attached", timeout: PATIENCE });
    const { text } = await visage.engine();
    assert.match(text, /fingerprint/);
    assertSentence(text);
  } finally {
    await browser.close();
  }
});

/** Runs `body` with the page open on a server that is as described. */
async function withServer(server, body) {
  const broken = await serveSite(server);
  const browser = await launch();
  try {
    await body(await Visage.open(browser, broken.url, { backend: "cpu" }), broken);
  } finally {
    await browser.close();
    await broken.close();
  }
}

test("weights that are cut short are explained, and a new start mends it", { timeout: 180_000 }, async () => {
  const cut = { paths: /dmtl\.bpk$/ };
  await withServer({ cut: { test: (path) => cut.paths?.test(path) ?? false } }, async (visage) => {
    const { state, text } = await visage.engine();
    assert.equal(state, "failed");
    assert.match(text, /dmtl\.bpk/);
    assertSentence(text);
    cut.paths = undefined;
    await visage.startAgain();
    await visage.page.waitForSelector("[data-testid=engine-status][data-state=ready]", { state: "attached", timeout: 30_000 });
  });
});

test("slow weights show their progress", { timeout: 180_000 }, async () => {
  await withServer({ slow: /dmtl\.bpk$/, rate: 50_000 }, async (visage) => {
    const shown = [];
    await visage.progress.waitFor();
    for (let look = 0; look < 6; look += 1) {
      shown.push(await visage.progress.evaluate((progress) => progress.value));
      await sleep(1_500);
    }
    assert.ok(shown.at(-1) > shown[0], `progress stands still: ${shown}`);
    assert.ok(
      shown.every((value, place) => place === 0 || value >= shown[place - 1]),
      `progress goes back: ${shown}`,
    );
    assert.ok(new Set(shown).size >= 4, `progress jumps: ${shown}`);
  });
});

test("weights that stop arriving are said to", { timeout: 180_000 }, async () => {
  await withServer({ stuck: /dmtl\.bpk$/ }, async (visage) => {
    await visage.engineSays("Nothing has arrived", PATIENCE + 2_000);
    assert.equal(await visage.status.getAttribute("data-state"), "loading");
  });
});
