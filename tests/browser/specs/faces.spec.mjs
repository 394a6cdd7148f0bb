// The faces: a line for each with its estimates, and one that is selected, about which the page says everything.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { eventually } from "../support/eventually.mjs";
import { Camera, launch } from "../support/launch.mjs";
import { SAMPLES } from "../support/paths.mjs";
import { crowdOf, filmOf, frameOf, portraits } from "../support/pictures.mjs";
import { SCREENS } from "../support/screens.mjs";
import { serveSite } from "../support/server.mjs";

const RACES = /White|Black|Asian|Indian|Others/;

let site;
let photos;
// Its camera shows two faces that move.
let browser;
let group;
let crowd;

before(async () => {
  [site, photos, group, crowd] = await Promise.all([serveSite(), portraits(), readFile(path.join(SAMPLES, "group.jpg")), crowdOf(16)]);
  const steps = [0, 1, 2, 3, 4, 5, 4, 3, 2, 1];
  const frames = steps.map((step) => {
    const first = { photo: photos[0], left: 20 + 8 * step, top: 60 };
    return frameOf([first, { photo: photos[1], left: 330 + 8 * step, top: 150 - 8 * step }], 250);
  });
  browser = await launch({ camera: Camera.playing(await filmOf(...(await Promise.all(frames)))) });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

function withPicture(picture, faces, device = {}) {
  return Visage.withPhoto(browser, site.url, picture, {}, { device, wanted: { faces } });
}

/** Waits until the face with this number is selected, in the strip and on the card. */
async function assertSelected(visage, number) {
  await eventually(async () => assert.equal(await visage.selectedNumber(await visage.analysis()), number));
  assert.equal(await visage.selectedCard.getAttribute("aria-label"), `Face ${number + 1}`);
}

for (const [screen, device] of Object.entries(SCREENS)) {
  test(`on a ${screen}: a line for every face, and the largest one is selected`, { timeout: 120_000 }, async () => {
    const visage = await withPicture(group, 3, device);
    const { faces } = await visage.analysis();
    assert.equal(await visage.faceCount(), 3);
    for (const [index, { number }] of faces.toSorted((a, b) => a.number - b.number).entries()) {
      const { age, gender, race } = await visage.cardTexts(index);
      assert.match(age, /\d+ years/);
      assert.match(gender, /(Male|Female).*\d/);
      assert.match(race, RACES);
      assert.match(await visage.cards.nth(index).innerText(), new RegExp(`\\b${number + 1}\\b`), "the line has no number");
    }
    await assertSelected(visage, faces[0].number);
    assert.equal(await visage.selectedLine.count(), 1);

    for (const { number } of faces.toReversed()) {
      await visage.pressFace(number);
      await assertSelected(visage, number);
    }
    await visage.close();
  });
}

test("the arrow keys go from line to line, and the card follows", { timeout: 120_000 }, async () => {
  const visage = await withPicture(group, 3);
  await visage.pressFace(0);
  await assertSelected(visage, 0);
  await visage.selectedLine.focus();
  for (const number of [1, 2]) {
    await visage.page.keyboard.press("ArrowDown");
    await assertSelected(visage, number);
    assert.equal(await visage.focused(), "face-card");
    // The card and the line say the same.
    const { age } = await visage.cardTexts(number);
    assert.ok((await visage.selectedCard.innerText()).includes(age), `the card of face ${number + 1} does not say "${age}"`);
  }
  await visage.page.keyboard.press("ArrowUp");
  await assertSelected(visage, 1);
  // A line can be pressed as well.
  await visage.cards.nth(0).click();
  await assertSelected(visage, 0);
  await visage.close();
});

test("pressing beside all faces changes nothing", { timeout: 120_000 }, async () => {
  const visage = await withPicture(group, 3);
  await visage.pressFace(1);
  await assertSelected(visage, 1);
  await visage.overlay.click({ position: { x: 3, y: 3 } });
  await visage.page.waitForTimeout(300);
  await assertSelected(visage, 1);
  await visage.close();
});

test("a face that is selected stays selected while it moves", { timeout: 180_000 }, async () => {
  const visage = await Visage.open(browser, site.url, { backend: "cpu" });
  await visage.engineReady();
  await visage.startButton.click();
  const first = await visage.nextAnalysis({ faces: 2 });
  // Not the one that is selected by itself.
  const [, { number }] = first.faces;
  await visage.pressFace(number);
  await assertSelected(visage, number);
  let after = first.frame;
  for (let seen = 0; seen < 12; seen += 1) {
    const analysis = await visage.nextAnalysis({ after, faces: 2 });
    after = analysis.frame;
    assert.equal(await visage.selectedNumber(analysis), number, `another face is selected in frame ${after}`);
  }
  await visage.close();
});

for (const screen of ["desktop", "phone"]) {
  test(`on a ${screen}: sixteen faces are within reach`, { timeout: 180_000 }, async () => {
    const visage = await withPicture(crowd, 16, SCREENS[screen]);
    assert.equal(await visage.faceCount(), 16);
    const texts = await visage.lines();
    assert.ok(
      texts.every((text) => /\d+ years/.test(text)),
      texts.join(" | "),
    );
    await visage.pressFace(0);
    await assertSelected(visage, 0);
    await visage.selectedLine.focus();
    for (let number = 1; number < 16; number += 1) await visage.page.keyboard.press("ArrowDown");
    await assertSelected(visage, 15);
    const last = await visage.place(visage.selectedLine);
    assert.ok(last.isWhole && last.isOnTop, "the last line is out of view when it is selected");
    // Its card is a turn of the wheel away at most.
    await visage.selectedCard.scrollIntoViewIfNeeded();
    assert.ok((await visage.place(visage.stage)).isWhole, "the stage has left");
    const { down, across, scrolled } = await visage.excess();
    assert.ok(down <= 0 && across <= 0 && scrolled === 0, JSON.stringify({ down, across, scrolled }));
    await visage.close();
  });
}

test("a hidden attribute is said nowhere: not in the strip, on the card, or on the stage", { timeout: 120_000 }, async () => {
  const visage = await withPicture(group, 3);
  const says = async () => ({
    strip: (await visage.lines()).join("\n"),
    card: await visage.selectedCard.innerText(),
    stage: (await visage.labels()).labels.flatMap(({ parts }) => parts).join("\n"),
  });
  for (const [where, text] of Object.entries(await says())) assert.match(text, RACES, where);
  await (await visage.attributeSwitch("race")).uncheck();
  await visage.page.waitForURL(/hide=race/);
  await eventually(async () => {
    for (const [where, text] of Object.entries(await says())) assert.doesNotMatch(text, RACES, where);
  });
  assert.doesNotMatch(await visage.selectedCard.innerText(), /race/i);
  assert.equal(await visage.cards.getByTestId("race").count(), 0);
  // The others stay.
  assert.match((await says()).card, /years[\s\S]*(Male|Female)/);
  await (await visage.attributeSwitch("race")).check();
  await eventually(async () => assert.match((await says()).stage, RACES));
  await visage.close();
});
