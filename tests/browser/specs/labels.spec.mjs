// The labels on the picture: whole, apart from each other, and for a class as large as the type beside the picture.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { launch } from "../support/launch.mjs";
import { overlap } from "../support/measures.mjs";
import { SAMPLES } from "../support/paths.mjs";
import { frameOf, frameWith, outOfFocus, portraits } from "../support/pictures.mjs";
import { SCREENS } from "../support/screens.mjs";
import { serveSite } from "../support/server.mjs";

// Long words.
const SPANISH = { lang: "es" };
const AUDIENCES = { "one visitor": {}, "a class": { projector: "1" } };

let site;
let browser;
let pictures;
let blurred;

before(async () => {
  [site, browser] = await Promise.all([serveSite(), launch()]);
  const photos = await portraits();
  const placed = Array.from({ length: 12 }, (_, index) => ({
    photo: photos[index % photos.length],
    left: 4 + 106 * (index % 6),
    top: 120 + 116 * Math.floor(index / 6),
  }));
  pictures = {
    group: await readFile(path.join(SAMPLES, "group.jpg")),
    neighbours: await frameWith(photos.slice(0, 3)),
    crowd: await frameOf(placed, 104),
  };
  blurred = await outOfFocus(await frameWith(photos.slice(0, 1)));
});
after(async () => {
  await browser?.close();
  await site?.close();
});

function assertReadable({ width, height, labels }) {
  labels.forEach(({ place, lines, widest }, index) => {
    const what = `the label "${lines.join(" / ")}"`;
    assert.ok(place.x >= 0 && place.y >= 0, `${what} begins outside`);
    assert.ok(place.x + place.width <= width + 0.5 && place.y + place.height <= height + 0.5, `${what} ends outside`);
    assert.ok(widest <= place.width, `${what} is wider than its plate`);
    for (const other of labels.slice(index + 1)) {
      assert.equal(overlap(place, other.place), 0, `${what} lies on "${other.lines.join(" / ")}"`);
    }
  });
}

for (const [screen, device] of Object.entries(SCREENS)) {
  for (const [audience, settings] of Object.entries(AUDIENCES)) {
    test(`on a ${screen}, for ${audience}: labels of neighbours are whole and apart`, { timeout: 180_000 }, async (t) => {
      const visage = await Visage.open(browser, site.url, { backend: "cpu", ...SPANISH, ...settings }, device);
      await visage.engineReady();
      let after = -1;
      for (const [name, picture] of Object.entries(pictures)) {
        await visage.choosePhoto(picture, `${name}.jpg`);
        const { frame, faces } = await visage.nextAnalysis({ after });
        after = frame;
        const drawn = await visage.labels();
        t.diagnostic(`${name}: ${faces.length} faces, labels ${drawn.labels.map(({ lines }) => lines.join(" / ")).join(", ")}`);
        assert.ok(faces.length >= 3, `only ${faces.length} faces are found in the picture "${name}"`);
        if (name !== "crowd") assert.equal(drawn.labels.length, faces.length, `a face of the picture "${name}" has no label`);
        assertReadable(drawn);
      }
      await visage.close();
    });

    test(`on a ${screen}, for ${audience}: nothing of a long label is cut off`, { timeout: 120_000 }, async () => {
      const all = { ...SPANISH, ...settings };
      const visage = await Visage.withPhoto(browser, site.url, blurred, all, { device });
      const drawn = await visage.labels();
      assertReadable(drawn);
      // Doubt, age, gender and race.
      assert.equal(drawn.labels[0].lines.flatMap((line) => line.split(" · ")).length, 4);
      await visage.close();
    });
  }

  test(`on a ${screen}, labels for a class are as large as the type beside the picture`, { timeout: 120_000 }, async () => {
    const sizes = [];
    for (const settings of Object.values(AUDIENCES)) {
      const visage = await Visage.withPhoto(browser, site.url, pictures.neighbours, settings, { device, wanted: { faces: 3 } });
      const { labels, pixelRatio } = await visage.labels();
      const type = await visage.page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
      sizes.push({ writing: labels[0].writing / pixelRatio, type });
      await visage.close();
    }
    const [usual, projected] = sizes;
    assert.ok(projected.writing >= 1.6 * usual.writing, JSON.stringify(sizes));
    assert.ok(projected.writing >= projected.type, JSON.stringify(sizes));
  });
}
