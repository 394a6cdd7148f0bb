// Photos: a good one is read, a bad one is refused with a sentence and changes nothing.
import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import sharp from "sharp";
import { Visage } from "../pages/visage.mjs";
import { predict } from "../support/command-line.mjs";
import { assertSameFace, assertSameNumbers, assertSentence, SAME_JPEG, SAME_PIXELS } from "../support/expect.mjs";
import { launch } from "../support/launch.mjs";
import { overlap } from "../support/measures.mjs";
import {
  emptyPhoto,
  FRAME,
  frameWith,
  hugeBehindSegments,
  onItsSide,
  outOfFocus,
  portraits,
  scratchFolder,
  withoutLoss,
} from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";

let site;
let browser;
let photos;

before(async () => {
  [site, browser, photos] = await Promise.all([serveSite(), launch(), portraits()]);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

async function opened() {
  const visage = await Visage.open(browser, site.url, { backend: "cpu" });
  await visage.engineReady();
  return visage;
}

/** Writes a file for the command line to read; returns its path. */
async function written(bytes, name) {
  const file = path.join(await scratchFolder(), name);
  await writeFile(file, bytes);
  return file;
}

test("a chosen photo is read as the command line reads it", { timeout: 120_000 }, async () => {
  const visage = await opened();
  const picture = await withoutLoss(await frameWith(photos.slice(0, 1)));
  await visage.choosePhoto(picture, "face.png", "image/png");
  const { faces } = await visage.nextAnalysis({ faces: 1 });
  const [predicted] = await predict(await written(picture, "face.png"));
  assertSameFace(faces[0], await visage.cardTexts(), predicted);
  assertSameNumbers(faces[0], predicted, SAME_PIXELS);
  await visage.close();
});

test("so is a JPEG, as far as decoders agree", { timeout: 120_000 }, async () => {
  const visage = await opened();
  const picture = await frameWith(photos.slice(0, 1));
  await visage.choosePhoto(picture, "face.jpg");
  const { faces } = await visage.nextAnalysis({ faces: 1 });
  const [predicted] = await predict(await written(picture, "face.jpg"));
  assertSameNumbers(faces[0], predicted, SAME_JPEG);
  await visage.close();
});

test("every sample photo has a face", { timeout: 300_000 }, async () => {
  const visage = await opened();
  const count = await visage.samples.count();
  assert.ok(count >= 3, `only ${count} samples`);
  let after = -1;
  for (let index = 0; index < count; index += 1) {
    await visage.samples.nth(index).click();
    const analysis = await visage.nextAnalysis({ after });
    assert.ok(analysis.faces.length >= 1, `no face in sample ${index}`);
    after = analysis.frame;
  }
  await visage.close();
});

test("a face out of focus is marked with the reason, and a sharp one is not", { timeout: 120_000 }, async () => {
  const visage = await opened();
  const sharpPicture = await frameWith(photos.slice(0, 1));
  await visage.choosePhoto(sharpPicture, "sharp.jpg");
  const { frame } = await visage.nextAnalysis({ faces: 1 });
  assert.equal(await visage.doubts.count(), 0);
  await visage.choosePhoto(await outOfFocus(sharpPicture), "blurred.jpg");
  const { faces } = await visage.nextAnalysis({ after: frame, faces: 1 });
  assert.deepEqual(faces[0].doubts, ["blurred"]);
  assert.match(await visage.doubts.innerText(), /low confidence.*blurred/i);
  // The line of the face has room for a mark only, which is named for those who do not see it.
  assert.match(await visage.cards.first().textContent(), /low confidence/i);
  await visage.close();
});

test("a photo that lies on its side is read upright", { timeout: 120_000 }, async () => {
  const visage = await opened();
  const upright = await frameWith(photos.slice(0, 1));
  await visage.choosePhoto(upright, "upright.jpg");
  const first = await visage.nextAnalysis({ faces: 1 });
  await visage.choosePhoto(await onItsSide(upright), "turned.jpg");
  const second = await visage.nextAnalysis({ after: first.frame, faces: 1 });
  assert.deepEqual([second.width, second.height], [first.width, first.height]);
  assert.ok(overlap(second.faces[0].boundingBox, first.faces[0].boundingBox) > 0.9);
  await visage.close();
});

for (const way of ["drop", "paste"]) {
  test(`a photo can be handed over by ${way}`, { timeout: 120_000 }, async () => {
    const visage = await opened();
    await visage[way](await frameWith(photos.slice(0, 1)), "face.jpg", "image/jpeg");
    await visage.nextAnalysis({ faces: 1 });
    await visage.close();
  });
}

test("a film goes through the same pipeline, and a broken one is refused", { timeout: 120_000 }, async () => {
  const visage = await opened();
  const film = await visage.recordFilm(await frameWith(photos.slice(0, 1)));
  await visage.choosePhoto(film, "film.webm", "video/webm");
  const first = await visage.nextAnalysis({ faces: 1 });
  await visage.nextAnalysis({ after: first.frame, faces: 1 });
  await visage.choosePhoto(film.subarray(0, 40), "broken.webm", "video/webm");
  assertSentence(await visage.error());
  await visage.close();
});

test("several photos become a sheet, also if one of them is broken", { timeout: 120_000 }, async () => {
  const visage = await opened();
  const good = async (index) => ({
    name: `${index}.jpg`,
    mimeType: "image/jpeg",
    buffer: await frameWith(photos.slice(index, index + 1)),
  });
  const broken = { name: "broken.jpg", mimeType: "image/jpeg", buffer: Buffer.from("nothing") };
  await visage.chooseFiles([await good(0), broken, await good(1), await good(2)]);
  await visage.sheetPhotos.nth(2).waitFor();
  assertSentence(await visage.error());
  for (const photo of await visage.sheetPhotos.all()) {
    assert.match(await photo.innerText(), /\d+ years/);
    assert.ok(await Visage.isDrawn(photo.locator("canvas")));
  }
  const { frame } = await visage.analysis();
  await visage.sheetPhotos.first().click();
  await visage.nextAnalysis({ after: frame, faces: 1 });
  await visage.close();
});

test("a drawing as SVG is opened, by its contents", { timeout: 120_000 }, async () => {
  const visage = await opened();
  const photo = await frameWith(photos.slice(0, 1));
  const { width, height } = FRAME;
  const svg = `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <script>document.title = "run"</script><image width="${width}" height="${height}" href="data:image/jpeg;base64,${photo.toString("base64")}"/></svg>`;
  await visage.choosePhoto(Buffer.from(svg), "face", "");
  const analysis = await visage.nextAnalysis({ faces: 1 });
  assert.equal(analysis.width, 1280);
  await visage.close();
});

test("many photos are read by turns: with progress, while others are looked at, until they are stopped", { timeout: 240_000 }, async () => {
  const MANY = 60;
  const visage = await opened();
  const faces = await Promise.all([0, 1, 2].map((index) => frameWith(photos.slice(index, index + 1))));
  const files = Array.from({ length: MANY }, (_, number) => ({
    name: `${number}.jpg`,
    mimeType: "image/jpeg",
    buffer: faces[number % faces.length],
  }));
  await visage.chooseFiles(files);
  await visage.sheetPhotos.nth(12).waitFor();
  assert.match(await visage.sheetProgress.innerText(), new RegExp(`\\d+ of ${MANY}`));
  // One of them comes onto the stage, and the others go on coming.
  const { frame } = await visage.analysis();
  await visage.sheetPhotos.nth(1).click();
  await visage.nextAnalysis({ after: frame, faces: 1 });
  await visage.sheetPhotos.nth(30).waitFor();
  await visage.stopSheet.click();
  await visage.sheetProgress.waitFor({ state: "hidden" });
  const kept = await visage.sheetPhotos.count();
  assert.ok(kept >= 31 && kept < MANY, `${kept} photos`);
  // Only those in sight are drawn.
  const drawn = await visage.sheetPhotos.locator("canvas").count();
  assert.ok(drawn > 0 && drawn < 20, `${drawn} of ${kept} photos are drawn`);
  await visage.sheetPhotos.last().scrollIntoViewIfNeeded();
  await visage.sheetPhotos.last().locator("canvas").waitFor();
  await visage.close();
});

for (const format of ["gif", "webp"]) {
  test(`a ${format} that moves is played, though its first frame is blank`, { timeout: 120_000 }, async () => {
    const visage = await opened();
    const blank = await emptyPhoto(FRAME.width, FRAME.height);
    const frames = [blank, ...Array(3).fill(await frameWith(photos.slice(0, 1)))];
    const raw = await Promise.all(frames.map((frame) => sharp(frame).ensureAlpha().raw().toBuffer()));
    const size = { width: FRAME.width, height: frames.length * FRAME.height, channels: 4, pageHeight: FRAME.height };
    const moving = sharp(Buffer.concat(raw), { raw: size });
    await visage.choosePhoto(await moving.toFormat(format, { delay: frames.map(() => 400), loop: 0 }).toBuffer(), `moving.${format}`);
    const first = await visage.nextAnalysis({ faces: 1 });
    const next = await visage.nextAnalysis({ after: first.frame, faces: 1 });
    assert.equal(next.searched, false, "it is a video");
    // A picture of the same kind that does not move is a photo.
    await visage.choosePhoto(await sharp(frames[1]).toFormat(format).toBuffer(), `still.${format}`);
    await visage.page.waitForFunction(() => {
      const { analysis } = document.querySelector("[data-testid=overlay]").dataset;
      return JSON.parse(analysis).searched;
    });
    await visage.close();
  });
}

// Pictures that cannot be read, and what their refusal says.
const BROKEN = {
  "a picture cut off after its header": [async () => (await readFile(photos[0])).subarray(0, 64), /bad\.jpg/],
  "an empty file": [async () => Buffer.alloc(0), /bad\.jpg/],
  "a text with a picture's name": [async () => Buffer.from("This is not a picture.\n"), /bad\.jpg/],
  "a TIFF": [() => sharp(photos[0]).tiff().toBuffer(), /bad\.jpg.*TIFF/],
  "a Photoshop file": [async () => Buffer.from("8BPS\0\x01"), /Photoshop/],
  "a photo of 280 megapixels whose size lies behind other segments": [() => hugeBehindSegments(20_000, 14_000), /280/],
  "a HEIC photo": [async () => Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"), /HEIC/],
};

for (const [what, [bytes, refusal]] of Object.entries(BROKEN)) {
  test(`${what} is refused with a sentence, and the last result stays`, { timeout: 120_000 }, async () => {
    const visage = await opened();
    await visage.choosePhoto(await frameWith(photos.slice(0, 1)), "good.jpg");
    const good = await visage.nextAnalysis({ faces: 1 });
    await visage.choosePhoto(await bytes(), "bad.jpg");
    const error = await visage.error();
    assertSentence(error);
    assert.match(error, refusal);
    assert.equal(await visage.faceCount(), 1);
    assert.deepEqual((await visage.analysis()).faces[0].estimates, good.faces[0].estimates);
    await visage.close();
  });
}

test("a photo of a hundred megapixels does not harm the page", { timeout: 180_000 }, async () => {
  const visage = await opened();
  await visage.choosePhoto(await emptyPhoto(10_000, 10_000), "huge.jpg");
  const outcome = await Promise.race([visage.error(), visage.nextAnalysis({ faces: 0 })]);
  if (typeof outcome === "string") assertSentence(outcome);
  const seen = (await visage.analysis())?.frame ?? -1;
  await visage.choosePhoto(await frameWith(photos.slice(0, 1)), "good.jpg");
  await visage.nextAnalysis({ after: seen, faces: 1 });
  await visage.close();
});

test("a folder that is dropped becomes a sheet of its pictures, also of those in folders inside", { timeout: 120_000 }, async () => {
  const visage = await opened();
  const folder = path.join(await scratchFolder(), "holidays");
  await mkdir(path.join(folder, "beach"), { recursive: true });
  await visage.dropFolder(folder);
  assertSentence(await visage.errorThat(/no pictures.*holidays/));
  const photo = (index) => frameWith(photos.slice(index, index + 1));
  await writeFile(path.join(folder, "a.jpg"), await photo(0));
  await writeFile(path.join(folder, "beach", "b.jpg"), await photo(1));
  await writeFile(path.join(folder, "notes.txt"), "no picture");
  await visage.dropFolder(folder);
  await visage.sheetPhotos.nth(1).waitFor();
  assert.deepEqual(await visage.sheetPhotos.locator(".name").allInnerTexts(), ["a.jpg", "b.jpg"]);
  await visage.close();
});

test("a folder that is dropped, and what is no file, are explained", { timeout: 120_000 }, async () => {
  const visage = await opened();
  await visage.dropNothing();
  assertSentence(await visage.errorThat(/no file/));
  await visage.dropUnreadable("holidays");
  assertSentence(await visage.errorThat(/holidays.*folder/));
  await visage.close();
});
