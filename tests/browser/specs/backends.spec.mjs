// The two backends agree on the very same pixels.
import assert from "node:assert/strict";
import { after, before as beforeAll, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { assertBackendsAgree, BACKENDS } from "../support/expect.mjs";
import { heatBetween, heatDifference } from "../support/heat.mjs";
import { before, DISGUISE, NO_TIME } from "../support/faulty.mjs";
import { launch } from "../support/launch.mjs";
import { frameWith, portraits } from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";

let site;

beforeAll(async () => {
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

/** Opens the page with a photo where SwiftShader passes for a graphics processor; `code` is what else WebGPU's worker does first. */
async function openWithGraphicsProcessor(browser, code = "") {
  const context = await browser.newContext();
  await before(context, "gpu-start.js", `${DISGUISE}${code}`);
  const visage = await Visage.openIn(context, site.url);
  const first = await visage.engineReady();
  assert.equal(first.backend, "cpu");
  assert.match(first.text, /while WebGPU is looked for/);
  await visage.choosePhoto(await frameWith((await portraits()).slice(0, 1)), "face.jpg");
  await visage.nextAnalysis({ faces: 1 });
  return visage;
}

test("the CPU serves while a graphics processor is prepared, and goes on where it is faster", { timeout: 600_000 }, async () => {
  const browser = await launch({ webgpu: true });
  try {
    const visage = await openWithGraphicsProcessor(browser);
    await visage.engineSays("the CPU is faster here");
    assert.equal((await visage.engineReady()).backend, "cpu");
  } finally {
    await browser.close();
  }
});

test("nobody waits for a browser that does not say whether there is a graphics processor", { timeout: 300_000 }, async () => {
  const browser = await launch({ webgpu: true });
  try {
    const visage = await openWithGraphicsProcessor(browser, "GPU.prototype.requestAdapter = () => new Promise(() => {});");
    const { frame } = await visage.analysis();
    const after = await visage.explain("gender");
    assert.ok(after.frame > frame);
    assert.equal((await visage.engineReady()).backend, "cpu");
  } finally {
    await browser.close();
  }
});

test("a graphics processor that is ready sooner takes over, and says the same", { timeout: 600_000 }, async (t) => {
  const browser = await launch({ webgpu: true });
  try {
    const count = `const counts = { dispatches: 0, readBacks: 0 };
      const counted = (owner, method, name) => {
        const call = owner[method];
        owner[method] = function (...values) { counts[name] += 1; return call.apply(this, values); };
      };
      counted(GPUComputePassEncoder.prototype, "dispatchWorkgroups", "dispatches");
      counted(GPUBuffer.prototype, "mapAsync", "readBacks");
      const say = self.postMessage;
      self.postMessage = (...values) => {
        if (values[0]?.analyzed) console.info("on WebGPU: " + JSON.stringify(counts));
        counts.dispatches = counts.readBacks = 0;
        say.apply(self, values);
      };`;
    const visage = await openWithGraphicsProcessor(browser, `${NO_TIME}${count}`);
    const said = [];
    visage.page.on("console", (message) => message.text().startsWith("on WebGPU: ") && said.push(JSON.parse(message.text().slice(11))));
    const cpu = (await visage.analysis()).faces[0];
    await visage.engineSays("is quicker than the CPU");
    // The second answer of a shape: the first is computed twice.
    await visage.explain("gender");
    const after = await visage.explain("age");
    assert.equal((await visage.engineReady()).backend, "webgpu");
    assertBackendsAgree(cpu, after.faces[0]);
    const { dispatches, readBacks } = said.at(-1);
    t.diagnostic(`${dispatches} dispatches and ${readBacks} read-backs for a frame`);
    // One for where the faces are, perhaps another from further away, and one for what they look like.
    assert.ok(readBacks <= 3, `${readBacks} read-backs`);
  } finally {
    await browser.close();
  }
});

test("with Save-Data the large program of WebGPU is not loaded, and the page says why", { timeout: 300_000 }, async () => {
  const browser = await launch({ webgpu: true });
  try {
    const context = await browser.newContext();
    await context.addInitScript(() => {
      Object.defineProperty(navigator, "connection", { value: { saveData: true } });
    });
    const asked = [];
    context.on("request", (request) => asked.push(new URL(request.url()).pathname));
    const visage = await Visage.openIn(context, site.url);
    await visage.engineReady();
    await visage.choosePhoto(await frameWith((await portraits()).slice(0, 1)), "face.jpg");
    await visage.nextAnalysis({ faces: 1 });
    await visage.engineSays("save data");
    assert.ok(!asked.some((path) => path.endsWith("gpu-start.js")));
  } finally {
    await browser.close();
  }
});

test("where there is no WebGPU, the CPU is chosen and the page says why", { timeout: 300_000 }, async () => {
  const browser = await launch();
  try {
    const visage = await Visage.open(browser, site.url);
    assert.equal((await visage.engineReady()).backend, "cpu");
    await visage.choosePhoto(await frameWith((await portraits()).slice(0, 1)), "face.jpg");
    await visage.nextAnalysis({ faces: 1 });
    await visage.engineSays("WebGPU is not used");
  } finally {
    await browser.close();
  }
});
