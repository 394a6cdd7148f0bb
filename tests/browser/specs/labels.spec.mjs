// The labels on the stage: whole, on no face and on no other label, and for a class as large as the type beside the picture.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { eventually } from "../support/eventually.mjs";
import { launch } from "../support/launch.mjs";
import { covered, overlap } from "../support/measures.mjs";
import { SAMPLES } from "../support/paths.mjs";
import { crowdOf, frameWith, outOfFocus, portraits } from "../support/pictures.mjs";
import { SCREENS } from "../support/screens.mjs";
import { serveSite } from "../support/server.mjs";

// Long words.
const SPANISH = { lang: "es" };
const AUDIENCES = { "one visitor": {}, "a class": { projector: "1" } };
// The small phone is a phone with less height.
const { desktop, tablet, phone } = SCREENS;
// The type of a projected page, in pixels.
const LEAST_PROJECTED = 24;

let site;
let browser;
let pictures;
let single;
let blurred;

before(async () => {
  [site, browser] = await Promise.all([serveSite(), launch()]);
  const photos = await portraits();
  pictures = [
    { name: "group", picture: await readFile(path.join(SAMPLES, "group.jpg")), faces: 3 },
    { name: "neighbours", picture: await frameWith(photos.slice(0, 3)), faces: 3 },
    { name: "crowd of four", picture: await crowdOf(4), faces: 4 },
    { name: "crowd of nine", picture: await crowdOf(9), faces: 9 },
    { name: "crowd of sixteen", picture: await crowdOf(16), faces: 16 },
  ];
  single = await frameWith(photos.slice(0, 1));
  blurred = await outOfFocus(single);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** Every label is whole, on the stage, on no face, on no other label, and not on the legend. */
function assertReadable({ stage, legend, boxes, labels }) {
  labels.forEach(({ place, lines, widest }, index) => {
    const what = `the label "${lines.join(" / ")}"`;
    assert.ok(place.x >= stage.x - 0.5 && place.y >= stage.y - 0.5, `${what} begins outside the stage`);
    const [right, bottom] = [stage.x + stage.width, stage.y + stage.height];
    assert.ok(place.x + place.width <= right + 0.5 && place.y + place.height <= bottom + 0.5, `${what} ends outside the stage`);
    assert.ok(widest <= place.width, `${what} is wider than its plate`);
    for (const { number, place: box } of boxes) {
      assert.equal(covered(place, box), 0, `${what} lies on face ${number + 1}`);
    }
    assert.equal(covered(place, legend), 0, `${what} lies on the legend`);
    for (const other of labels.slice(index + 1)) {
      assert.equal(overlap(place, other.place), 0, `${what} lies on "${other.lines.join(" / ")}"`);
    }
  });
}

/** Puts the picture onto the stage, and returns its faces and the labels, which are readable: `{faces, drawn}`. */
async function labelled(visage, { name, picture, faces: count }) {
  const after = (await visage.analysis())?.frame;
  await visage.choosePhoto(picture, `${name}.jpg`);
  const { faces } = await visage.nextAnalysis({ after, faces: count });
  const drawn = await visage.labels();
  assertReadable(drawn);
  return { faces, drawn };
}

/** What the labels say, in one line. */
const said = ({ labels }) => labels.map(({ parts }) => parts.join(" · ")).join(", ");

for (const [screen, device] of Object.entries({ desktop, tablet, phone })) {
  test(`the labels on a ${screen}`, { timeout: 300_000 }, async (t) => {
    const sizes = {};
    for (const [audience, settings] of Object.entries(AUDIENCES)) {
      const visage = await Visage.open(browser, site.url, { backend: "cpu", ...SPANISH, ...settings }, device);
      await visage.engineReady();
      for (const shown of pictures) {
        await t.test(`for ${audience}, ${shown.name}: whole, on no face, and apart`, async (t) => {
          const { faces, drawn } = await labelled(visage, shown);
          t.diagnostic(said(drawn));
          if (!shown.name.startsWith("crowd")) assert.equal(drawn.labels.length, shown.faces, "a face has no label");
          // The largest one is the selected one.
          const own = drawn.labels.find(({ parts }) => parts[0] === String(faces[0].number + 1));
          assert.ok(own, "the selected face has no label");
          // Number, age, gender and race.
          assert.ok(own.parts.length >= 4, `the label of the selected face says only "${own.parts.join(" · ")}"`);
        });
      }
      await t.test(`for ${audience}: everything about a single face`, async () => {
        const { drawn: sharp } = await labelled(visage, { name: "single", picture: single, faces: 1 });
        assert.deepEqual(
          sharp.labels.map(({ parts }) => parts.length),
          [3],
          said(sharp),
        );
        // Doubt, age, gender and race.
        const { drawn: doubted } = await labelled(visage, { name: "blurred", picture: blurred, faces: 1 });
        assert.deepEqual(
          doubted.labels.map(({ parts }) => parts.length),
          [4],
          said(doubted),
        );
      });
      const { drawn } = await labelled(visage, pictures[0]);
      const type = await visage.page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
      sizes[audience] = { writing: Math.min(...drawn.labels.map(({ writing }) => writing / drawn.pixelRatio)), type };
      await visage.close();
    }
    await t.test("for a class they are as large as the type beside the picture", () => {
      const { "one visitor": usual, "a class": projected } = sizes;
      assert.ok(projected.writing >= 1.6 * usual.writing, JSON.stringify(sizes));
      assert.ok(projected.writing >= projected.type, JSON.stringify(sizes));
      assert.ok(projected.type >= LEAST_PROJECTED, JSON.stringify(sizes));
    });
  });
}

test("whichever face is selected has everything on its label", { timeout: 120_000 }, async () => {
  const [, , , { picture, faces: count }] = pictures;
  const visage = await Visage.withPhoto(browser, site.url, picture, SPANISH, { device: phone, wanted: { faces: count } });
  const { faces } = await visage.analysis();
  for (const { number } of [faces[0], faces[4], faces[8]]) {
    await visage.pressFace(number);
    const drawn = await eventually(async () => {
      const drawn = await visage.labels();
      const own = drawn.labels.find(({ parts }) => parts[0] === String(number + 1));
      assert.ok(own?.parts.length >= 4, `the label of face ${number + 1} says only "${own?.parts.join(" · ")}"`);
      return drawn;
    });
    assertReadable(drawn);
  }
  await visage.close();
});
