// The lesson: each step is computed from the visitor's own picture, and a link opens it.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { launch } from "../support/launch.mjs";
import { ARTIFACTS } from "../support/paths.mjs";
import { frameWith, portraits } from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";

let site;
let browser;
let picture;

before(async () => {
  await mkdir(ARTIFACTS, { recursive: true });
  [site, browser] = await Promise.all([serveSite(), launch()]);
  picture = await frameWith((await portraits()).slice(0, 1));
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** Opens a step by its link with a photo on the stage. */
function opened(letter) {
  return Visage.withPhoto(browser, site.url, picture, { lesson: letter });
}

async function photographed(visage, letter) {
  await visage.page.screenshot({ path: path.join(ARTIFACTS, `lesson-${letter}.png`), fullPage: true });
  await visage.close();
}

/** All pictures of the step are drawn. */
async function assertDrawn(visage, least) {
  const canvases = visage.lessonStep.locator("canvas");
  await canvases.nth(least - 1).waitFor();
  for (const canvas of await canvases.all()) assert.ok(await Visage.isDrawn(canvas), "a picture of the step is empty");
}

test("a: the face's crop, and the anchors on the stage", { timeout: 120_000 }, async () => {
  const visage = await opened("a");
  await assertDrawn(visage, 1);
  const withAnchors = await visage.overlayPixels();
  await photographed(visage, "a");
  const plain = await Visage.withPhoto(browser, site.url, picture);
  assert.notDeepEqual((await plain.overlayPixels()).rgba, withAnchors.rgba);
  await plain.close();
});

test("b: eight channels of each of five stages, and the blocks' shapes", { timeout: 120_000 }, async () => {
  const visage = await opened("b");
  await assertDrawn(visage, 40);
  // Eleven shared blocks, three in each branch.
  assert.equal(await visage.lessonStep.locator("tbody tr").count(), 17);
  await photographed(visage, "b");
});

test("c: what the neighbours of a year are worth", { timeout: 120_000 }, async () => {
  const visage = await opened("c");
  assert.match(await visage.lessonStep.innerText(), /years to either side together have \d+\s?%/);
  await photographed(visage, "c");
});

test("d: the recorded weights, and the training nearest to chosen ones", { timeout: 120_000 }, async () => {
  const visage = await opened("d");
  const rows = visage.page.getByTestId("weightings").locator("tbody tr");
  await rows.nth(5).waitFor();
  assert.equal(await rows.count(), 6);
  for (const curve of await visage.lessonStep.locator("polyline").all()) {
    assert.ok((await curve.getAttribute("points")).split(" ").length > 50);
  }
  const sliders = visage.lessonStep.locator("input[type=range]");
  for (const index of [1, 2]) await sliders.nth(index).fill("0");
  assert.match(await visage.lessonStep.locator("tr.chosen").innerText(), /age alone/);
  await photographed(visage, "d");
});

test("e: Grad-CAM step by step, and painting changes the estimates", { timeout: 120_000 }, async () => {
  const visage = await opened("e");
  await assertDrawn(visage, 15);
  const brush = visage.page.getByTestId("brush");
  const painted = visage.page.getByTestId("painted-age");
  assert.equal(await painted.innerText(), "–");
  await brush.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await brush.boundingBox();
  const { mouse } = visage.page;
  await mouse.move(x + 0.2 * width, y + 0.35 * height);
  await mouse.down();
  await mouse.move(x + 0.8 * width, y + 0.35 * height, { steps: 12 });
  await mouse.up();
  await visage.page.waitForFunction(() => /\d+ years/.test(document.querySelector("[data-testid=painted-age]").innerText));
  await visage.page.waitForFunction(() => /moved the age by [+-]\d/.test(document.querySelector("[data-testid=lesson-step]").innerText));
  await photographed(visage, "e");
});

test("e: the brush works with the keyboard", { timeout: 120_000 }, async () => {
  const visage = await opened("e");
  await visage.page.getByTestId("brush").focus();
  await visage.page.keyboard.press("ArrowUp");
  await visage.page.keyboard.press("Enter");
  await visage.page.waitForFunction(() => /\d+ years/.test(document.querySelector("[data-testid=painted-age]").innerText));
  await visage.close();
});

test("f: the figures of every group that the model card compares", { timeout: 120_000 }, async () => {
  const visage = await opened("f");
  const figures = visage.page.getByTestId("group-figures");
  await figures.nth(1).waitFor();
  assert.equal(await figures.count(), 2);
  // Five races and at least three figures for each set.
  for (const set of await figures.all()) assert.ok((await set.locator("li").count()) >= 15);
  assert.match(await visage.lessonStep.innerText(), /points apart/);
  await photographed(visage, "f");
});

test("a step closes again, and the address follows", { timeout: 120_000 }, async () => {
  const visage = await Visage.open(browser, site.url, { backend: "cpu" });
  await visage.openLesson("c");
  await visage.page.waitForURL(/lesson=c/);
  await visage.openLesson("c");
  await visage.page.waitForFunction(() => !location.search.includes("lesson"));
  await visage.close();
});
