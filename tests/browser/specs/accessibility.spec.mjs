// Everyone: axe-core finds nothing in any state, and the main thread stays free.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { Camera, launch } from "../support/launch.mjs";
import { filmOf, frameWith, portraits } from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let site;
let browser;
let photo;

before(async () => {
  [site, browser] = await Promise.all([serveSite(), launch()]);
  photo = await frameWith((await portraits()).slice(0, 1));
});
after(async () => {
  await browser?.close();
  await site?.close();
});

async function assertNoViolations(visage) {
  await visage.page.evaluate(AXE);
  const violations = await visage.page.evaluate(async (values) => {
    const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
  }, RULES);
  assert.deepEqual(violations, []);
}

const STATES = {
  "before anything is chosen": { settings: {} },
  "a photo": { settings: {}, withPhoto: true },
  "the instruments": { settings: { instruments: "1" }, withPhoto: true },
  "the projector": { settings: { projector: "1" }, withPhoto: true },
  "Arabic": { settings: { lang: "ar" }, withPhoto: true },
  "hidden attributes": { settings: { hide: "age,gender,race" }, withPhoto: true },
  ...Object.fromEntries(
    ["a", "b", "c", "d", "e", "f"].map((letter) => [`step ${letter} of the lesson`, { settings: { lesson: letter }, withPhoto: true }]),
  ),
};

for (const colorScheme of ["light", "dark"]) {
  for (const [state, { settings, withPhoto }] of Object.entries(STATES)) {
    test(`${state}, ${colorScheme}: axe-core finds nothing`, { timeout: 120_000 }, async () => {
      const visage = await Visage.open(browser, site.url, { backend: "cpu", ...settings }, { colorScheme });
      await visage.engineReady();
      if (withPhoto) {
        await visage.choosePhoto(photo, "face.jpg");
        await visage.nextAnalysis({ faces: 1 });
        await visage.page.waitForTimeout(300);
      }
      await assertNoViolations(visage);
      await visage.close();
    });
  }
}

test("an error: axe-core finds nothing", { timeout: 120_000 }, async () => {
  const visage = await Visage.open(browser, site.url, { backend: "cpu" });
  await visage.choosePhoto(Buffer.alloc(0), "empty.jpg");
  await visage.error();
  await assertNoViolations(visage);
  await visage.close();
});

test("with the camera on, the main thread has no task over 50 ms", { timeout: 120_000 }, async (t) => {
  const film = await filmOf(photo);
  const filming = await launch({ camera: Camera.playing(film) });
  try {
    const visage = await Visage.open(filming, site.url, { backend: "cpu" });
    await visage.engineReady();
    await visage.startButton.click();
    await visage.nextAnalysis({ faces: 1 });
    const tasks = await visage.page.evaluate(async () => {
      const durations = [];
      const observer = new PerformanceObserver((list) => durations.push(...list.getEntries().map((entry) => entry.duration)));
      observer.observe({ type: "longtask" });
      await new Promise((resolve) => setTimeout(resolve, 10_000));
      observer.disconnect();
      return durations;
    });
    t.diagnostic(`${tasks.length} tasks over 50 ms in 10 s${tasks.length > 0 ? `, the longest ${Math.max(...tasks)} ms` : ""}`);
    assert.deepEqual(tasks, []);
  } finally {
    await filming.close();
  }
});
