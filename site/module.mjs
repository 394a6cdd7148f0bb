// Writes the module for other people's pages: a folder as npm takes it, and its archive.
//
//   node site/module.mjs --version 0.1.0 [--site dist] [--out target/module]
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { build } from "esbuild";
import { packageField } from "./cargo.mjs";
import { runAsCommand } from "./command.mjs";
import { RELEASE } from "./release-folder.mjs";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const SOURCE = path.join(PROJECT, "module");

// What the engine loads: the file in the module, and where the release has it.
const ENGINE = {
  "cpu.wasm": "cpu_bg.wasm",
  "gpu.wasm": "gpu_bg.wasm",
  "blazeface.bpk": "assets/blazeface.bpk",
  "dmtl.bpk": "assets/dmtl.bpk",
  "faces.pack": "assets/faces.pack",
  "known-answer.json": "assets/known-answer.json",
  "known-answer.ppm": "assets/known-answer.ppm",
  "second-opinion.bpk": "assets/second-opinion.bpk",
};
// What goes with it: the file in the module, and in the project. The notices are the site's own, see below.
const PAPERS = {
  LICENSE: "LICENSE",
  "MODEL_CARD.md": "MODEL_CARD.md",
  "README.md": "module/README.md",
  "index.d.ts": "module/index.d.ts",
  "view.d.ts": "module/view.d.ts",
  "BLAZEFACE-LICENCE.txt": "assets/BLAZEFACE-LICENCE.txt",
};

const run = promisify(execFile);

/** Writes the module's folder, `out`/visage, from a packaged site. */
export async function writeModule({ site, out, version }) {
  const release = existsSync(site) ? (await readdir(site)).find((name) => RELEASE.test(name)) : undefined;
  if (!release) throw new Error(`The site in ${site} is not packaged. Run scripts/build.`);
  const from = (file) => path.join(site, release, file);
  const folder = path.join(out, "visage");
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.join(folder, "engine"), { recursive: true });

  const plain = { bundle: true, format: "esm", target: "es2022", minify: true, legalComments: "none", logLevel: "error" };
  for (const name of ["index", "view"]) {
    await build({
      ...plain,
      entryPoints: [path.join(SOURCE, `${name}.js`)],
      outfile: path.join(folder, `${name}.js`),
      external: name === "view" ? ["./index.js"] : [],
    });
  }
  for (const name of ["cpu", "gpu"]) {
    await build({
      ...plain,
      entryPoints: [path.join(SOURCE, `${name}-worker.js`)],
      outfile: path.join(folder, "engine", `${name}.js`),
      alias: { [`visage-${name}`]: from(`${name}.js`) },
      plugins: [withoutMeter],
    });
  }
  for (const [name, file] of Object.entries(ENGINE)) await copyFile(from(file), path.join(folder, "engine", name));
  for (const [name, file] of Object.entries(PAPERS)) await copyFile(path.join(PROJECT, file), path.join(folder, name));
  await copyFile(path.join(site, "notices.html"), path.join(folder, "THIRD_PARTY.html"));
  await writeFile(path.join(folder, "package.json"), `${JSON.stringify(await manifest(version), null, 2)}\n`);
  return folder;
}

// The page's count of what is sent is the page's own.
const withoutMeter = {
  name: "without-meter",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/meter\.js$/ }, ({ path }) => ({ path, namespace: "nothing" }));
    onLoad({ filter: /./, namespace: "nothing" }, () => ({ contents: "" }));
  },
};

async function manifest(version) {
  const entry = (name) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
  return {
    name: await packageField("name"),
    version,
    description: await packageField("description"),
    license: await packageField("license"),
    keywords: ["face", "age", "gender", "grad-cam", "webassembly", "webgpu", "explainable"],
    type: "module",
    main: "./index.js",
    types: "./index.d.ts",
    exports: { ".": entry("index"), "./view": entry("view"), "./engine/*": "./engine/*", "./package.json": "./package.json" },
    sideEffects: ["./view.js"],
  };
}

async function main() {
  const { values } = parseArgs({
    options: {
      version: { type: "string" },
      site: { type: "string", default: path.join(PROJECT, "dist") },
      out: { type: "string", default: path.join(PROJECT, "target", "module") },
    },
  });
  if (!values.version) throw new Error("--version is missing");
  const folder = await writeModule(values);
  const { stdout } = await run("npm", ["pack", folder, "--pack-destination", values.out, "--json"]);
  const [{ filename, size, unpackedSize }] = JSON.parse(stdout);
  console.log(`${path.join(values.out, filename)}: ${size} bytes, ${unpackedSize} unpacked`);
}

await runAsCommand(import.meta.url, main);
