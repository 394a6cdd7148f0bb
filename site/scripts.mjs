// One script for the page and one for each worker: what imports others is several answers of the server away from its program, one
// after the other, instead of one.
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { filesBelow } from "./files.mjs";

/** What the page and its workers start with, and what is only loaded once that runs. */
const FIRST = /^(start|cpu-worker|cpu-start|gpu-start)\.js$/;
const LATER = ["./app.js", "./cpu.js", "./embed.js", "./gpu.js"];
/** What only these import. */
const PARTS = ["adapter.js", "load.js", "meter.js"];

/** Writes what the first scripts of `site` import into them, and removes what nobody else does. */
export async function joinScripts(site) {
  const scripts = (await filesBelow(site)).filter((file) => FIRST.test(file));
  const joined = await Promise.all(scripts.map((file) => join(path.join(site, file))));
  await Promise.all(scripts.map((file, index) => writeFile(path.join(site, file), joined[index])));
  await Promise.all(PARTS.map((file) => rm(path.join(site, file), { force: true })));
}

async function join(script) {
  const { outputFiles } = await build({
    entryPoints: [script],
    bundle: true,
    external: LATER,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  return outputFiles[0].text;
}
