// Still pictures are searched: every face a person sees in a photo is found, however small, many or turned they are.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import sharp from "sharp";
import { Visage } from "../pages/visage.mjs";
import { boardOf, portraits } from "../support/pictures.mjs";
import { forAllTests } from "../support/stand.mjs";

const stand = forAllTests();
let photos;

before(async () => {
  photos = await portraits();
});

/** Places for `count` photos of `side` pixels in `columns`, evenly spread over a picture of this size. */
function grid({ width, height }, count, columns, side) {
  const rows = Math.ceil(count / columns);
  return Array.from({ length: count }, (_, index) => ({
    photo: photos[index % photos.length],
    left: Math.round(((index % columns) + 0.5) * (width / columns) - side / 2),
    top: Math.round((Math.floor(index / columns) + 0.5) * (height / rows) - side / 2),
  }));
}

/** Opens a photo; resolves with the page and what was found. */
async function searched(picture) {
  const visage = await Visage.open(stand.browser, stand.site.url, { backend: "cpu" });
  await visage.engineReady();
  await visage.choosePhoto(picture, "photo.jpg");
  return { visage, analysis: await visage.nextAnalysis({}) };
}

const SCENES = [
  { name: "forty faces", size: { width: 1600, height: 1000 }, count: 40, columns: 8, side: 130, least: 40 },
  { name: "twelve faces of 40 pixels", size: { width: 1280, height: 960 }, count: 12, columns: 4, side: 53, least: 11 },
  { name: "twelve faces of 28 pixels", size: { width: 1280, height: 960 }, count: 12, columns: 4, side: 37, least: 9 },
  { name: "both ends of a panorama", size: { width: 9000, height: 300 }, count: 2, columns: 2, side: 260, least: 2 },
];

for (const { name, size, count, columns, side, least } of SCENES) {
  test(`${name} are found, and nothing else`, { timeout: 120_000 }, async (t) => {
    const { visage, analysis } = await searched(await boardOf(size, grid(size, count, columns, side), side));
    const widths = analysis.faces.map(({ boundingBox }) => boundingBox.width * (size.width / analysis.width));
    t.diagnostic(
      `${analysis.faces.length} of ${count}, ${Math.round(Math.min(...widths))} to ${Math.round(Math.max(...widths))} pixels wide, in ${Math.round(analysis.timings.detect)} ms`,
    );
    assert.ok(analysis.faces.length >= least && analysis.faces.length <= count, `${analysis.faces.length} faces`);
    assert.equal(analysis.count, analysis.faces.length);
    assert.equal(await visage.faceCount(), analysis.faces.length);
    await visage.close();
  });
}

test("a class photo of 24 megapixels is read from all of its pixels", { timeout: 180_000 }, async (t) => {
  const size = { width: 6000, height: 4000 };
  const { visage, analysis } = await searched(await boardOf(size, grid(size, 24, 6, 200), 200));
  t.diagnostic(`${analysis.faces.length} faces in ${Math.round(analysis.timings.detect)} ms`);
  assert.equal(analysis.faces.length, 24);
  // In the copy of 1,280 pixels that the page shows the eyes are too close to each other to be read.
  assert.equal(analysis.width, 1280);
  assert.deepEqual(
    analysis.faces.flatMap(({ doubts }) => doubts).filter((doubt) => ["small", "blurred"].includes(doubt)),
    [],
  );
  await visage.close();
});

test("what is explained changes without another search", { timeout: 120_000 }, async () => {
  const size = { width: 1280, height: 960 };
  const { visage, analysis } = await searched(await boardOf(size, grid(size, 12, 4, 120), 120));
  assert.equal(analysis.faces.length, 12);
  const explained = await visage.explain("gender");
  assert.deepEqual(
    explained.faces.map(({ boundingBox }) => boundingBox),
    analysis.faces.map(({ boundingBox }) => boundingBox),
  );
  // The search's own time, which was remembered with what it found.
  assert.equal(explained.timings.detect, analysis.timings.detect);
  await visage.close();
});

for (const [turn, name] of [
  [90, "on its right side"],
  [180, "upside down"],
  [270, "on its left side"],
]) {
  test(`a face that lies ${name} is read upright`, { timeout: 120_000 }, async (t) => {
    const upright = await sharp(photos[0]).resize(600, 600, { fit: "cover" }).jpeg({ quality: 95 }).toBuffer();
    const { visage, analysis: expected } = await searched(upright);
    await visage.choosePhoto(await sharp(upright).rotate(turn).jpeg({ quality: 95 }).toBuffer(), "turned.jpg");
    const turned = await visage.nextAnalysis({ after: expected.frame });
    const years = ({ faces: [face] }) => face.estimates.age.distribution.reduce((sum, share, year) => sum + share * year, 0);
    t.diagnostic(`${years(expected).toFixed(1)} years upright, ${years(turned).toFixed(1)} turned`);
    assert.equal(turned.faces.length, 1);
    assert.ok(Math.abs(years(turned) - years(expected)) < 4);
    await visage.close();
  });
}
