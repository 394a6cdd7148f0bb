// Labelled faces of UTKFace that no training of ours has seen.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { extract } from "tar-stream";

const GENDERS = ["male", "female"];
/** One image in so many is kept out of training, decided by its content as in `src/training/crops.rs`. */
const VALIDATION_SHARE = 10;

/**
 * A sample of `count` faces that were kept out of training, from images and `.tar` files below `folder`; the same at every
 * call. Fewer if there are not so many.
 *
 * @returns {Promise<{bytes: Buffer, age: number, gender: string}[]>}
 */
export async function labelledFaces(folder, count) {
  const faces = [];
  for await (const { name, bytes } of images(folder)) {
    const labels = labelsIn(name);
    const hash = createHash("sha256").update(bytes).digest();
    if (labels && hash.readUInt32BE(0) % VALIDATION_SHARE === 0) faces.push({ bytes, hash: hash.toString("hex"), ...labels });
  }
  // In the order of their hashes, which is as good as chance.
  return faces.toSorted((a, b) => (a.hash < b.hash ? -1 : 1)).slice(0, count);
}

/** From a name such as `25_0_3_20170104221842113.jpg.chip.jpg`. */
function labelsIn(name) {
  const [, age, gender] = path.basename(name).match(/^(\d+)_([01])_[0-4]_\d+\.(?:jpg|webp)/) ?? [];
  return age === undefined ? null : { age: Number(age), gender: GENDERS[Number(gender)] };
}

async function* images(folder) {
  for (const entry of (await readdir(folder, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* images(file);
    else if (file.endsWith(".tar")) yield* imagesInArchive(file);
    else if (/\.(jpg|webp)$/.test(file)) yield { name: entry.name, bytes: await readFile(file) };
  }
}

async function* imagesInArchive(file) {
  const archive = createReadStream(file).pipe(extract());
  for await (const entry of archive) {
    const chunks = [];
    for await (const chunk of entry) chunks.push(chunk);
    if (/\.(jpg|webp)$/.test(entry.header.name)) yield { name: entry.header.name, bytes: Buffer.concat(chunks) };
  }
}
