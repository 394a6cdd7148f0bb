// Makes the programs and styles small: without comments, spaces and long names, which are for those who read the sources.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { transform } from "esbuild";
import { filesBelow } from "./files.mjs";
import { shortenNames } from "./program-names.mjs";
import { ALL_PASSES, CAREFUL_PASSES, smaller } from "./smaller-program.mjs";

// What a first visit loads is made smaller: the page's program, which decides when the page can be used, and the engine's for the CPU,
// which is to stay as fast as it is. WebGPU's would take minutes, and loads behind them.
const PASSES = { "app_bg.wasm": ALL_PASSES, "cpu_bg.wasm": CAREFUL_PASSES };

const LOADERS = { ".js": "js", ".css": "css" };

/** Minifies every script and style of `site`, in place, and the names that WebAssembly programs and their scripts share. */
export async function minifyAll(site) {
  const files = await filesBelow(site);
  for (const file of files.filter((name) => name.endsWith("_bg.wasm"))) await shorten(site, file, files);
  for (const [name, passes] of Object.entries(PASSES).filter(([name]) => files.includes(name))) {
    const program = path.join(site, name);
    await writeFile(program, smaller(await readFile(program), passes));
  }
  await Promise.all(files.map((file) => minify(path.join(site, file))));
}

async function shorten(site, program, files) {
  const script = program.replace(/_bg\.wasm$/, ".js");
  if (!files.includes(script)) return;
  const [programPath, scriptPath] = [program, script].map((file) => path.join(site, file));
  const shortened = shortenNames(await readFile(programPath), await readFile(scriptPath, "utf8"));
  await writeFile(programPath, shortened.program);
  await writeFile(scriptPath, shortened.script);
}

async function minify(file) {
  const loader = LOADERS[path.extname(file)];
  if (!loader) return;
  const { code, warnings } = await transform(await readFile(file, "utf8"), { loader, minify: true, legalComments: "none" });
  if (warnings.length > 0) throw new Error(`${file}: ${warnings.map(({ text }) => text).join("; ")}`);
  await writeFile(file, code);
}
