// The budget of sizes: which lines there are, and that a line that is missed is said and fails the packaging.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { budgetFor, compare, explain } from "../budget.mjs";
import { packageSite } from "../package.mjs";
import { programWith } from "./program.mjs";

const PACKAGE = fileURLToPath(new URL("../package.mjs", import.meta.url));

function sizes(page, engine, weights, other) {
  const group = (brotli) => ({ files: 1, raw: 4 * brotli, brotli });
  const firstVisit = { files: 4, raw: 0, brotli: page + engine + weights + other };
  return {
    release: "0123456789abcdef",
    groups: { page: group(page), engine: group(engine), weights: group(weights), other: group(other) },
    firstVisit,
  };
}

const kept = (lines) => Object.fromEntries(lines.map(({ line, isKept }) => [line, isKept]));

test("a site within the budget of visitors keeps every line, to the byte", async () => {
  const { page, engine, weights, firstVisit } = await budgetFor("best");
  const lines = compare(sizes(page, engine, weights, 0), {
    page,
    engine,
    weights,
    firstVisit: Math.max(firstVisit, page + engine + weights),
  });
  assert.deepEqual(kept(lines), { page: true, engine: true, weights: true, firstVisit: true });
  assert.doesNotMatch(explain(lines), /OVER/);
});

test("each line that is missed is named, with the bytes that are too many", async () => {
  const { page, engine, weights, firstVisit } = await budgetFor("best");
  const budget = { page, engine, weights, firstVisit };
  assert.deepEqual(kept(compare(sizes(page + 1, engine, 0, 0), budget)), { page: false, engine: true, weights: true, firstVisit: true });
  const lines = compare(sizes(0, engine + 1234, weights, budget.firstVisit), budget);
  assert.deepEqual(kept(lines), { page: true, engine: false, weights: true, firstVisit: false });
  const text = explain(lines).split("\n");
  assert.match(text[1], /^OVER budget: engine .*, 1,234 too many$/);
  assert.match(text[2], /^within budget: weights/);
});

test("what does not depend on the profile has the same budget in a fast build", async () => {
  const [best, fast] = await Promise.all(["best", "fast"].map(budgetFor));
  assert.deepEqual([fast.page, fast.weights], [best.page, best.weights]);
});

test("a line that names no part of the site, and a quality without lines, are mistakes", async () => {
  assert.throws(() => compare(sizes(1, 1, 1, 1), { pages: 5 }), /"pages"/);
  assert.throws(() => compare(sizes(1, 1, 1, 1), { page: "5" }), /"page"/);
  await assert.rejects(budgetFor("worst"), /worst/);
});

let folder;
beforeEach(async () => (folder = await mkdtemp(path.join(os.tmpdir(), "visage-budget-"))));
afterEach(() => rm(folder, { recursive: true, force: true }));

/** What Trunk builds, in small, with a program of so many bytes that cannot be compressed. */
async function build(name, bytes) {
  const site = path.join(folder, name);
  const page = '<!doctype html><html lang="en"><head><meta name="visage-files" content="./" /></head><body></body></html>';
  await mkdir(path.join(site, "assets/experiments"), { recursive: true });
  const programs = {
    "index.html": page,
    "share-target.js": "{}",
    "app_bg.wasm": programWith(randomBytes(bytes)),
    "assets/dmtl.bpk": "weights",
  };
  const figures = {
    "model-card.json": "{}",
    "experiments/networks.json": '{"seeds":3,"steps":1,"outcomes":[],"shapes":[]}',
    "training.csv": "step,age_log_variance,gender_log_variance,race_log_variance\n0,0,0,0\n",
  };
  const assets = Object.entries(figures).map(([file, contents]) => [`assets/${file}`, contents]);
  const files = { ...programs, ...Object.fromEntries(assets) };
  for (const [file, contents] of Object.entries(files)) await writeFile(path.join(site, file), contents);
  return site;
}

/** Packages as `scripts/build` does: `{code, output}`. */
async function packaging(site) {
  const options = ["--quality", "fast", "--site", site, "--sizes", path.join(folder, "sizes.json")];
  const run = promisify(execFile)(process.execPath, [PACKAGE, ...options]);
  return run.then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    ({ code, stdout, stderr }) => ({ code, output: stdout + stderr }),
  );
}

test("packaging a site that is too large fails and says why, and the site is whole all the same", async () => {
  const { page } = await budgetFor("fast");
  const small = await packaging(await build("small", 1000));
  assert.equal(small.code, 0, small.output);
  const site = await build("large", page);
  const large = await packaging(site);
  assert.equal(large.code, 3);
  assert.match(large.output, /OVER budget: page .* too many/);
  assert.match(large.output, /larger than site\/size-budget\.json allows: page\./);
  assert.match(await readFile(path.join(site, "service-worker.js"), "utf8"), /app_bg\.wasm/);
});

test("the page is compressed alike for visitors and for the tests", async () => {
  // Compressible, but the better the harder one tries.
  const program = Array.from({ length: 20_000 }, (_, index) => (index * index * 7919) % 1009).join(" ");
  const pages = [];
  for (const quality of ["fast", "best"]) {
    const site = await build(quality, 1);
    await writeFile(path.join(site, "app_bg.wasm"), programWith(program));
    await writeFile(path.join(site, "cpu_bg.wasm"), programWith(program));
    pages.push((await packageSite(site, quality)).groups);
  }
  const [fast, best] = pages;
  assert.equal(fast.page.brotli, best.page.brotli);
  assert.ok(fast.engine.brotli > best.engine.brotli, "the fast quality is as good as the best");
});
