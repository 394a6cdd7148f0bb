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
// Its camera shows one face.
let browser;
let photo;
let group;

before(async () => {
  const photos = await portraits();
  [photo, group] = await Promise.all([frameWith(photos.slice(0, 1)), frameWith(photos.slice(0, 3))]);
  const film = await filmOf(photo);
  [site, browser] = await Promise.all([serveSite(), launch({ camera: Camera.playing(film) })]);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

async function assertNoViolations({ page }) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(AXE);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    const violations = await page.evaluate(async (values) => {
      const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values } });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
    }, RULES);
    assert.deepEqual(violations, [], colorScheme);
  }
}

/** Opens the page where nothing fades, so that colours are what they are at once. */
async function opened(settings) {
  const visage = await Visage.open(browser, site.url, { backend: "cpu", ...settings }, { reducedMotion: "reduce" });
  await visage.engineReady();
  return visage;
}

async function showPhoto(visage, picture, faces) {
  const after = (await visage.analysis())?.frame;
  await visage.choosePhoto(picture, "photo.jpg");
  await visage.nextAnalysis({ after, faces });
}

async function switchAll(visage, isShown) {
  for (const attribute of ["age", "gender", "race"]) await (await visage.attributeSwitch(attribute)).setChecked(isShown);
}

/** One after the other, on the same page: what leads to the state, and what it is called. */
const STATES = [
  ["before anything is chosen", async () => {}],
  [
    "the camera",
    async (visage) => {
      await visage.startButton.click();
      await visage.nextAnalysis({ faces: 1 });
    },
  ],
  ["a frozen camera", (visage) => visage.freezeButton.click()],
  [
    "after the camera",
    async (visage) => {
      await visage.stopButton.click();
      await visage.startButton.waitFor();
    },
  ],
  ["a photo", (visage) => showPhoto(visage, photo, 1)],
  ["several faces", (visage) => showPhoto(visage, group, 3)],
  ["hidden attributes", (visage) => switchAll(visage, false)],
  [
    "the heat map's tab",
    async (visage) => {
      await switchAll(visage, true);
      await visage.advanced();
    },
  ],
  ["no heat map", (visage) => visage.explain("none")],
  ...Visage.LETTERS.map((letter) => [
    `step ${letter} of the lesson`,
    async (visage) => {
      if (letter === "a") await visage.explain("age");
      await visage.openLesson(letter);
      await visage.forTeachers();
    },
  ]),
  ["the last tab", (visage) => visage.openPanel("more")],
  ["the instruments", (visage) => visage.openInstruments()],
  [
    "kept moments",
    async (visage) => {
      await visage.openPanel("faces");
      await visage.keepMoment();
      await visage.keepMoment();
    },
  ],
  [
    "an error",
    async (visage) => {
      await visage.choosePhoto(Buffer.alloc(0), "empty.jpg");
      await visage.error();
    },
  ],
  [
    "a sheet",
    async (visage) => {
      await visage.chooseFiles([1, 2].map((number) => ({ name: `${number}.jpg`, mimeType: "image/jpeg", buffer: photo })));
      await visage.sheetPhotos.nth(1).waitFor();
    },
  ],
  ["Arabic", (visage) => visage.speak("ar")],
];

test("axe-core finds nothing in any state of a visit", { timeout: 400_000 }, async (t) => {
  const visage = await opened({});
  for (const [state, reach] of STATES) {
    await t.test(state, { timeout: 60_000 }, async () => {
      await reach(visage);
      await assertNoViolations(visage);
    });
  }
  await visage.close();
});

test("axe-core finds nothing before a class", { timeout: 180_000 }, async (t) => {
  const visage = await opened({ projector: "1" });
  await t.test("an empty stage", () => assertNoViolations(visage));
  await showPhoto(visage, group, 3);
  await t.test("the stage alone", () => assertNoViolations(visage));
  await visage.openPanel("faces");
  await t.test("the stage and the panel", () => assertNoViolations(visage));
  await visage.close();
});

test("axe-core finds nothing where the engine cannot start", { timeout: 120_000 }, async () => {
  const broken = await serveSite({ missing: /\.bpk$/ });
  try {
    const visage = await Visage.open(browser, broken.url, { backend: "cpu" });
    assert.equal((await visage.engine()).state, "failed");
    await assertNoViolations(visage);
    await visage.close();
  } finally {
    await broken.close();
  }
});

test("with the camera on, the main thread has no task over 50 ms", { timeout: 120_000 }, async (t) => {
  const visage = await Visage.open(browser, site.url, { backend: "cpu" });
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
  await visage.close();
});
