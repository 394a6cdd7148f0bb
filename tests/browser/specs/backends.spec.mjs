// The two backends agree on the very same pixels.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { assertBackendsAgree, BACKENDS } from "../support/expect.mjs";
import { heatBetween, heatDifference } from "../support/heat.mjs";
import { launch } from "../support/launch.mjs";
import { frameWith, portraits } from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";

let site;

before(async () => {
  site = await serveSite();
});
after(() => site.close());

/** What `backend` makes of a picture with one face: the face, and the heat map for each attribute. */
async function read(picture, backend) {
  const browser = await launch({ webgpu: backend === "webgpu" });
  try {
    const visage = await Visage.open(browser, site.url, { backend });
    assert.equal((await visage.engineReady()).backend, backend);
    await visage.choosePhoto(picture, "face.jpg");
    await visage.nextAnalysis({ faces: 1 });
    const analysis = await visage.explain("none");
    const without = await visage.overlayPixels();
    const heat = {};
    for (const attribute of ["age", "gender", "race"]) {
      await visage.explain(attribute);
      heat[attribute] = heatBetween(await visage.overlayPixels(), without);
    }
    return { face: analysis.faces[0], heat };
  } finally {
    await browser.close();
  }
}

test("CPU and WebGPU give the same estimates and heat maps", { timeout: 600_000 }, async (t) => {
  const [photo] = await portraits();
  const picture = await frameWith([photo]);
  const cpu = await read(picture, "cpu");
  const webgpu = await read(picture, "webgpu");
  assertBackendsAgree(cpu.face, webgpu.face);
  for (const attribute of Object.keys(cpu.heat)) {
    const difference = heatDifference(cpu.heat[attribute], webgpu.heat[attribute]);
    t.diagnostic(`heat maps for ${attribute} differ by ${difference.toFixed(4)}`);
    assert.ok(difference <= BACKENDS.heat, `heat maps for ${attribute} differ by ${difference}`);
  }
});

/** Opens the page where SwiftShader passes for a graphics processor; `worker` is what else the worker does first. */
async function openWithGraphicsProcessor(browser, worker = "") {
  const context = await browser.newContext();
  await context.route(/\/worker-start\.js$/, async (route) => {
    const response = await route.fetch();
    const disguise = 'Object.defineProperty(GPUAdapterInfo.prototype, "isFallbackAdapter", { get: () => false });';
    // Imports come first wherever they stand.
    await route.fulfill({ response, body: `${disguise}${worker};${await response.text()}` });
  });
  return Visage.openIn(context, site.url);
}

test("the CPU serves while a graphics processor is prepared, and goes on where it is faster", { timeout: 600_000 }, async () => {
  const browser = await launch({ webgpu: true });
  try {
    const visage = await openWithGraphicsProcessor(browser);
    const first = await visage.engineReady();
    assert.equal(first.backend, "cpu");
    assert.match(first.text, /while WebGPU is prepared/);
    await visage.engineSays("the CPU is faster here");
    assert.equal((await visage.engineReady()).backend, "cpu");
  } finally {
    await browser.close();
  }
});

test("nobody waits for a browser that does not say whether there is a graphics processor", { timeout: 300_000 }, async () => {
  const browser = await launch({ webgpu: true });
  try {
    const [photo] = await portraits();
    const visage = await openWithGraphicsProcessor(browser, "GPU.prototype.requestAdapter = () => new Promise(() => {});");
    assert.equal((await visage.engineReady()).backend, "cpu");
    await visage.choosePhoto(await frameWith([photo]), "face.jpg");
    await visage.nextAnalysis({ faces: 1 });
  } finally {
    await browser.close();
  }
});

test("a graphics processor that is no slower takes over, and says the same", { timeout: 600_000 }, async () => {
  const browser = await launch({ webgpu: true });
  try {
    const [photo] = await portraits();
    // To a clock that stands still the two are equally fast.
    const visage = await openWithGraphicsProcessor(browser, "performance.now = () => 0;");
    assert.equal((await visage.engineReady()).backend, "cpu");
    await visage.choosePhoto(await frameWith([photo]), "face.jpg");
    const before = await visage.nextAnalysis({ faces: 1 });
    await visage.engineOn("webgpu");
    const after = await visage.explain("gender");
    assert.ok(after.frame > before.frame);
    assertBackendsAgree(before.faces[0], after.faces[0]);
  } finally {
    await browser.close();
  }
});

test("where there is no WebGPU, the CPU is chosen and the page says why", { timeout: 300_000 }, async () => {
  const browser = await launch();
  try {
    const visage = await Visage.open(browser, site.url);
    const engine = await visage.engineReady();
    assert.equal(engine.backend, "cpu");
    assert.match(engine.text, /WebGPU/, "the status does not mention WebGPU");
  } finally {
    await browser.close();
  }
});
