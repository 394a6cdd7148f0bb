// Pictures and films for the tests, made from the sample photos.
import { rmSync } from "node:fs";
import { mkdtemp, readdir, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import sharp from "sharp";
import { SAMPLES } from "./paths.mjs";

/** The size of a frame. Chromium's fake camera plays it; odd ones come out as a picture of 2 x 2. */
export const FRAME = { width: 640, height: 480 };
/** The wall behind the photos. */
export const WALL = { r: 96, g: 104, b: 112 };
// How much of its place in a crowd a photo takes.
const CROWDED = 0.7;

/** A new folder, which is removed when the tests end. */
export async function scratchFolder() {
  const folder = await mkdtemp(path.join(os.tmpdir(), "visage-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The sample photos that show one face each, in the order of their names. */
export async function portraits() {
  const names = (await readdir(SAMPLES)).filter((name) => /^(man|woman)-.*\.(jpg|png|webp)$/.test(name)).toSorted();
  return names.map((name) => path.join(SAMPLES, name));
}

/** A frame of a camera, as JPEG, with the given photos side by side before a grey wall. */
export async function frameWith(photos) {
  const side = photos.length === 1 ? 400 : Math.floor(FRAME.width / photos.length) - 20;
  const cell = FRAME.width / photos.length;
  const layers = photos.map(async (photo, index) => ({
    input: await sharp(photo).resize(side, side, { fit: "cover" }).toBuffer(),
    left: Math.round(cell * index + (cell - side) / 2),
    top: Math.round((FRAME.height - side) / 2),
  }));
  return sharp({ create: { ...FRAME, channels: 3, background: WALL } })
    .composite(await Promise.all(layers))
    .jpeg({ quality: 95, chromaSubsampling: "4:2:0" })
    .toBuffer();
}

/** The same picture as through a lens that is badly focused, as JPEG. */
export function outOfFocus(picture) {
  return sharp(picture).blur(12).jpeg().toBuffer();
}

/** The same picture as PNG, so that every decoder gives the same pixels. */
export function withoutLoss(picture) {
  return sharp(picture).png().toBuffer();
}

/** A film of JPEG frames, or of one for ever; returns its path. Chromium loops it. */
export async function filmOf(...frames) {
  const film = path.join(await scratchFolder(), "camera.mjpeg");
  await writeFile(film, Buffer.concat(frames.length === 1 ? [frames[0], frames[0]] : frames));
  return film;
}

/** A frame of a camera, as JPEG, with photos of `side` pixels at the given places: `[{photo, left, top}]`. */
export function frameOf(placed, side) {
  return boardOf(FRAME, placed, side);
}

/** The same, of any size. */
export async function boardOf(size, placed, side) {
  const layers = placed.map(async ({ photo, left, top }) => ({
    input: await sharp(photo).resize(side, side, { fit: "cover" }).toBuffer(),
    left,
    top,
  }));
  return sharp({ create: { ...size, channels: 3, background: WALL } })
    .composite(await Promise.all(layers))
    .jpeg({ quality: 95, chromaSubsampling: "4:2:0" })
    .toBuffer();
}

/** A photo of a crowd, as JPEG: `count` faces, a square number of them, in as many rows as columns. */
export async function crowdOf(count) {
  const photos = await portraits();
  const columns = Math.sqrt(count);
  const [width, height] = [FRAME.width / columns, FRAME.height / columns];
  const side = Math.floor(CROWDED * height);
  const placed = Array.from({ length: count }, (_, index) => ({
    photo: photos[index % photos.length],
    left: Math.round(width * (index % columns) + (width - side) / 2),
    top: Math.round(height * Math.floor(index / columns) + (height - side) / 2),
  }));
  return frameOf(placed, side);
}

/** The same picture lying on its side, with an EXIF orientation that says so. */
export function onItsSide(picture) {
  return sharp(picture).rotate(-90).withMetadata({ orientation: 6 }).jpeg().toBuffer();
}

/** A photo of one colour, as JPEG. */
export function emptyPhoto(width, height) {
  return sharp({ create: { width, height, channels: 3, background: WALL }, limitInputPixels: false })
    .jpeg()
    .toBuffer();
}

/**
 * A JPEG that says it has `width` x `height` pixels, behind 390 kB of other segments, as a camera's notes and previews are.
 */
export async function hugeBehindSegments(width, height) {
  const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: WALL } })
    .jpeg()
    .toBuffer();
  const length = 65_000;
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, length >> 8, length & 0xff]), Buffer.alloc(length - 2)]);
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  jpeg.writeUInt16BE(height, frame + 5);
  jpeg.writeUInt16BE(width, frame + 7);
  return Buffer.concat([jpeg.subarray(0, 2), ...Array.from({ length: 6 }, () => segment), jpeg.subarray(2)]);
}
