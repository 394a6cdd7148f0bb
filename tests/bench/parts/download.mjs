// What a visitor without a graphics processor loads.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { ARTIFACTS, SITE } from "../../browser/support/paths.mjs";
import { releaseFolder } from "../support/site.mjs";
import { sizesOf } from "../support/sizes.mjs";

/** The engine on the CPU, without its weights. */
const PROGRAM = ["cpu-worker.js", "cpu-start.js", "cpu.js", "cpu_bg.wasm"];
/** What the packaging has measured; its group of what only WebGPU needs. */
const SIZES = path.join(ARTIFACTS, "sizes.json");
const OTHERS = "gpu";

/**
 * The number of files and their bytes: of the engine's `program`, compressed as well as Brotli can, and of all of a
 * `firstVisit`, as it was packaged; null where the sizes are of another build.
 */
export async function measureDownload() {
  const release = await releaseFolder(SITE);
  const program = await sizesOf(PROGRAM.map((file) => path.join(release, file)));
  return { program: { files: PROGRAM.length, ...program }, firstVisit: await firstVisit(path.basename(release)) };
}

async function firstVisit(release) {
  const sizes = JSON.parse(await readFile(SIZES, "utf8").catch(() => "null"));
  if (sizes?.release !== release) return null;
  const groups = Object.entries(sizes.groups).filter(([name]) => name !== OTHERS);
  const total = (key) => groups.reduce((sum, [, group]) => sum + group[key], 0);
  return { files: total("files"), raw: total("raw"), brotli: total("brotli") };
}
