// How large files are, as they lie there and compressed as well as Brotli can.
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { PROJECT } from "../../browser/support/paths.mjs";

// Compressing a large program takes a minute; what is known of the same bytes is kept.
const KNOWN = path.join(PROJECT, "target", "bench", "brotli.json");
const QUALITY = 11;
const WINDOW = 24;

/** The bytes of all files together: `{raw, brotli}`. */
export async function sizesOf(files) {
  const known = JSON.parse(await readFile(KNOWN, "utf8").catch(() => "{}"));
  let [raw, brotli] = [0, 0];
  for (const file of files) {
    const bytes = await readFile(file);
    const hash = createHash("sha256").update(bytes).digest("hex");
    known[hash] ??= await compressedSize(bytes);
    raw += bytes.length;
    // What does not shrink, such as a JPEG, is sent as it is.
    brotli += Math.min(known[hash], bytes.length);
  }
  await mkdir(path.dirname(KNOWN), { recursive: true });
  await writeFile(KNOWN, JSON.stringify(known));
  return { raw, brotli };
}

async function compressedSize(bytes) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = zlib.constants;
  const params = { [BROTLI_PARAM_QUALITY]: QUALITY, [BROTLI_PARAM_LGWIN]: WINDOW, [BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return (await promisify(zlib.brotliCompress)(bytes, { params })).length;
}
