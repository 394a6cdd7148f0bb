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

test("where there is no WebGPU, the CPU is chosen and the page says why", { timeout: 300_000 }, async () => {
  const browser = await launch();
  try {
    const visage = await Visage.open(browser, site.url);
    const engine = await visage.engineReady();
    assert.equal(engine.backend, "cpu");
    const reason = `${engine.text} ${await visage.status.getAttribute("title")}`;
    assert.match(reason, /WebGPU/, "the status does not mention WebGPU");
  } finally {
    await browser.close();
  }
});
