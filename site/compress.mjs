// Compressed copies beside the files, for servers that hand them out as they are.
import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { filesBelow } from "./files.mjs";

const COMPRESSIBLE = /\.(html|js|css|json|csv|svg|wasm|bpk|pack|ppm|ftl|webmanifest|txt|md)$/;

const LEVELS = { fast: { brotli: 5, gzip: 6 }, best: { brotli: 11, gzip: 9 } };

/** The names that compressed copies end with. */
export const COMPRESSED = /\.(br|gz)$/;

/**
 * Writes `.br` and `.gz` beside every file of `site` that becomes smaller by it.
 *
 * @param {"fast" | "best"} quality how hard to compress
 * @param {(file: string) => boolean} isAlwaysBest which files, relative to the site, are compressed as hard as can be in any case
 */
export async function compressAll(site, quality, isAlwaysBest = () => false) {
  const names = (await filesBelow(site)).filter((file) => COMPRESSIBLE.test(file));
  const best = new Set(names.filter(isAlwaysBest).map((file) => path.join(site, file)));
  const files = names.map((file) => path.join(site, file));
  // The largest first, so that no processor waits for it at the end. Node compresses on several threads.
  const sizes = new Map(await Promise.all(files.map(async (file) => [file, (await stat(file)).size])));
  files.sort((a, b) => sizes.get(b) - sizes.get(a));
  await Promise.all(files.map((file) => compress(file, LEVELS[best.has(file) ? "best" : quality])));
}

async function compress(file, levels) {
  const contents = await readFile(file);
  const parameters = {
    [constants.BROTLI_PARAM_QUALITY]: levels.brotli,
    [constants.BROTLI_PARAM_SIZE_HINT]: contents.length,
    // The largest that every browser understands.
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  };
  const results = {
    br: promisify(brotliCompress)(contents, { params: parameters }),
    gz: promisify(gzip)(contents, { level: levels.gzip }),
  };
  for (const [ending, result] of Object.entries(results)) {
    const compressed = await result;
    if (compressed.length < contents.length) await writeFile(`${file}.${ending}`, compressed);
  }
}
