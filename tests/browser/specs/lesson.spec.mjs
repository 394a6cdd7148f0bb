// The lesson: each step is computed from the visitor's own picture, and a link opens it.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { eventually } from "../support/eventually.mjs";
import { launch } from "../support/launch.mjs";
import { ARTIFACTS, PROJECT } from "../support/paths.mjs";
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
  await visage.page.screenshot({ path: path.join(ARTIFACTS, `lesson-${letter}.png`) });
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

/** Whether two pictures of the overlay are the same. */
const areSame = (a, b) => Buffer.compare(a.rgba, b.rgba) === 0;

test("b: a channel that is pointed at lies on the face, and leaves it again", { timeout: 120_000 }, async () => {
  const visage = await opened("b");
  await assertDrawn(visage, 40);
  const plain = await visage.overlayPixels();
  await visage.lessonStep.locator("canvas").first().hover();
  await eventually(async () => assert.ok(!areSame(await visage.overlayPixels(), plain), "nothing lies on the face"));
  await visage.stage.hover();
  await eventually(async () => assert.ok(areSame(await visage.overlayPixels(), plain), "the channel stays on the face"));
  await visage.close();
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

test("d: the recorded weights and trainings, and the way to one's own", { timeout: 120_000 }, async () => {
  const visage = await opened("d");
  const rows = visage.page.getByTestId("weightings").locator("tbody tr");
  const compared = JSON.parse(await readFile(path.join(PROJECT, "assets/experiments/networks.json"), "utf8"));
  const ways = compared.outcomes.length;
  await rows.nth(ways - 1).waitFor();
  assert.equal(await rows.count(), ways);
  for (const curve of await visage.lessonStep.locator("polyline").all()) {
    assert.ok((await curve.getAttribute("points")).split(" ").length > 50);
  }
  assert.equal(await rows.filter({ hasText: "learned (uncertainty)" }).count(), 1);
  // Every way but the first says how far it lies from that.
  assert.equal(await visage.page.getByTestId("weightings").locator("small").count(), 5 * (ways - 1));
  // Shapes of the network that were compared in the same way come after it.
  const shapes = compared.shapes.filter(({ baseline }) => baseline === "equal").length;
  await visage.page.getByTestId("shapes").locator("xpath=ancestor::details/summary").click();
  assert.equal(await visage.page.getByTestId("shapes").locator("tbody tr").count(), 1 + shapes);
  assert.equal(await visage.page.getByTestId("shapes").locator("small").count(), 5 * shapes);
  assert.ok(await visage.page.getByTestId("learn-faces").isVisible());
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
  // Races are compared as if they were of the same ages, and as they are when that is unticked.
  const bars = () => figures.first().innerText();
  const same = await bars();
  await visage.page.getByTestId("same-ages").uncheck();
  assert.notEqual(await bars(), same);
  await photographed(visage, "f");
});

test("g: experiments, and the way to where they are made", { timeout: 120_000 }, async () => {
  const visage = await opened("g");
  assert.equal(await visage.lessonStep.locator("h3").count(), 4);
  await visage.page.getByTestId("open-teach").click();
  await visage.page.waitForURL(/panel=teach/);
  assert.equal(await visage.openTab(), "teach");
  await visage.openPanel("lesson");
  await visage.lessonAt("g");
  await photographed(visage, "g");
});

/** Whether a button is there to be pressed. */
async function canPress(button) {
  return (await button.count()) === 1 && (await button.isVisible()) && (await button.isEnabled());
}

test("Back and Next go from step to step, and the address follows", { timeout: 120_000 }, async () => {
  const visage = await Visage.open(browser, site.url, { backend: "cpu" });
  await visage.openLesson("c");
  await visage.page.waitForURL(/lesson=c/);
  await visage.lessonNext.click();
  await visage.lessonAt("d");
  await visage.page.waitForURL(/lesson=d/);
  for (const letter of ["c", "b", "a"]) {
    await visage.lessonBack.click();
    await visage.lessonAt(letter);
  }
  assert.equal(await canPress(visage.lessonBack), false);
  for (const letter of ["b", "c", "d", "e", "f", "g"]) {
    await visage.lessonNext.click();
    await visage.lessonAt(letter);
  }
  assert.equal(await canPress(visage.lessonNext), false);
  await visage.page.waitForURL(/lesson=g/);
  await visage.close();
});

test("the open tab is in the address, and a link opens it", { timeout: 120_000 }, async () => {
  const visage = await opened("e");
  const address = () => new URL(visage.page.url()).searchParams;
  for (const tab of ["heat-map", "more"]) {
    await visage.openPanel(tab);
    await visage.page.waitForURL(new RegExp(`panel=${tab}`));
    assert.equal(address().get("lesson"), null);
  }
  // The lesson remembers the step.
  await visage.openPanel("lesson");
  await visage.lessonAt("e");
  await visage.page.waitForURL(/lesson=e/);
  await visage.openPanel("faces");
  await visage.page.waitForFunction(() => !/lesson|panel/.test(location.search));
  await visage.close();

  const links = [
    [{ panel: "heat-map" }, "heat-map"],
    [{ panel: "lesson" }, "lesson"],
    [{ instruments: "1" }, "more"],
  ];
  for (const [parameters, tab] of links) {
    const linked = await Visage.open(browser, site.url, { backend: "cpu", ...parameters });
    await linked.tab(tab).waitFor();
    assert.equal(await linked.openTab(), tab);
    if (tab === "lesson") await linked.lessonAt("a");
    await linked.close();
  }
});

test("every step has a fold for teachers, and the step stays beside its picture", { timeout: 120_000 }, async () => {
  const visage = await opened("a");
  for (const letter of Visage.LETTERS) {
    await visage.openLesson(letter);
    assert.match(await (await visage.forTeachers()).innerText(), /\S+(\s+\S+){5,}/, `step ${letter} tells teachers nothing`);
    assert.ok((await visage.place(visage.stage)).isWhole, `the stage is out of view in step ${letter}`);
  }
  await visage.close();
});
