// Images in folders and in `.tar` files.
import { createReadStream } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { extract } from "tar-stream";

const IMAGE = /\.(jpe?g|png|webp)$/i;

/** The path of every image below `folder` for which `isWanted(path)`, with its bytes: `{file, bytes}`. */
export async function* images(folder, isWanted) {
  const isImage = (file) => IMAGE.test(file) && isWanted(file);
  for (const entry of (await readdir(folder, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* images(file, isWanted);
    else if (file.endsWith(".tar")) yield* imagesInArchive(file, isImage);
    else if (isImage(file)) yield { file, bytes: await readFile(file) };
  }
}

async function* imagesInArchive(archive, isImage) {
  for await (const entry of createReadStream(archive).pipe(extract())) {
    const file = entry.header.name;
    const chunks = [];
    for await (const chunk of entry) if (isImage(file)) chunks.push(chunk);
    if (isImage(file)) yield { file, bytes: Buffer.concat(chunks) };
  }
}
