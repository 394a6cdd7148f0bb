// Packaging: one folder for a release, pages that point into it, a service worker that knows every byte, and nothing done by halves.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { brotliDecompressSync } from "node:zlib";
import { thinned } from "../figures.mjs";
import { filesBelow } from "../files.mjs";
import { packageSite } from "../package.mjs";
import { RELEASE } from "../release-folder.mjs";
import { programWith } from "./program.mjs";

const PAGE = `<!doctype html><html lang="en"><head>
<meta name="visage-files" content="./" /><link rel="stylesheet" href="./tokens.css" /><link rel="stylesheet" href="./cards.css" /><link rel="icon" href="icon.svg" />
<link rel="preload" href="app_bg.wasm" as="fetch" crossorigin /><script type="module" src="start.js"></script>
</head><body><a href="notices.html">Notices</a></body></html>`;

// What Trunk builds, in small.
const BUILT = {
  "index.html": PAGE,
  "notices.html": '<!doctype html><html lang="en"><head><link rel="stylesheet" href="tokens.css"></head></html>',
  "manifest.webmanifest": "{}",
  "robots.txt": "User-agent: *\n",
  "icon.svg": "<svg></svg>",
  "icons/512.png": "picture",
  "screenshots/wide.webp": "picture",
  "tokens.css": "p {}".repeat(100),
  "start.js": 'import "./meter.js";',
  "meter.js": "export {};",
  "cpu-start.js": 'import { load } from "./load.js";\nload(() => import("./cpu.js"));',
  "load.js": 'import "./meter.js";\nexport const load = (script) => script().catch((failed) => postMessage({ failed }));',
  "cpu.js": "export {};",
  "share-target.js": "{}",
  "cards.css": "p { color: red }",
  "app_bg.wasm": programWith("program".repeat(1000)),
  "assets/dmtl.bpk": "weights",
  "assets/model-card.json": '{\n  "date": "2026-11-01",\n  "parameters": 3053436,\n  "figures": { "gender": 0.9123456789 }\n}\n',
  "assets/experiments/networks.json":
    '{\n "seeds": 3, "steps": 10, "batch": 2,\n "outcomes": [{ "way": "equal", "baseline": "equal", "parameters": 1, "figures": { "utkface": { "race": { "value": 0.5, "spread": 1, "n": 2, "interval": [0, 0] } } } }],\n "shapes": [{ "way": "one_branch", "baseline": "equal", "seconds": 1, "figures": {} }]\n}\n',
  "assets/experiments/sizes.json": "{}",
  "assets/training.csv": "step,age_loss,age_log_variance,gender_log_variance,race_log_variance\n0,3.1,0.123456,0,0.5\n",
};

let folder;
let site;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "visage-package-"));
  site = path.join(folder, "dist");
  await build(site, BUILT);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function build(target, files) {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(target, name)), { recursive: true });
    await writeFile(path.join(target, name), text);
  }
}

/** The entries of the list in the service worker, by address. */
async function precached(target) {
  const script = await readFile(path.join(target, "service-worker.js"), "utf8");
  const list = script.match(/\[\{url:.*?\}\]/s)?.[0];
  assert.ok(list, "the service worker has no list");
  return new Map(new Function(`return ${list}`)().map((entry) => [entry.url, entry]));
}

test("what belongs to a release is in one folder, and the pages point into it", async () => {
  const { release } = await packageSite(site, "fast");
  assert.match(release, RELEASE);
  const root = (await readdir(site)).filter((name) => !/\.(br|gz)$/.test(name));
  assert.deepEqual(
    root.toSorted(),
    [
      release,
      "docs",
      "icon.svg",
      "icons",
      "index.html",
      "manifest.webmanifest",
      "notices.html",
      "robots.txt",
      "screenshots",
      "service-worker.js",
    ].toSorted(),
  );
  const page = await readFile(path.join(site, "index.html"), "utf8");
  for (const address of ["", "page.css", "app_bg.wasm", "start.js"]) assert.ok(page.includes(`"./${release}/${address}"`), address);
  assert.ok(page.includes('"icon.svg"') && page.includes('"notices.html"'));
  assert.ok((await readFile(path.join(site, "notices.html"), "utf8")).includes(`"./${release}/tokens.css"`));
  assert.ok((await readFile(path.join(site, "docs", "index.html"), "utf8")).includes(`"../${release}/tokens.css"`));
});

test("the folder's name depends on what is in it, and on nothing else", async () => {
  const other = path.join(folder, "other");
  const changed = path.join(folder, "changed");
  await cp(site, other, { recursive: true });
  await build(changed, { ...BUILT, "assets/dmtl.bpk": "Weights" });
  const [first, second, third] = await Promise.all([site, other, changed].map((target) => packageSite(target, "fast")));
  assert.equal(first.release, second.release);
  assert.notEqual(first.release, third.release);
});

test("the service worker keeps what the page needs and nothing else, by address and checksum", async () => {
  const { release } = await packageSite(site, "fast");
  const entries = await precached(site);
  const expected = ["index.html", "docs/index.html", "notices.html", "manifest.webmanifest", "icon.svg"].concat(
    [
      "page.css",
      "tokens.css",
      "start.js",
      "cpu-start.js",
      "cpu.js",
      "app_bg.wasm",
      "assets/dmtl.bpk",
      "assets/model-card.json",
      "assets/experiments/networks.json",
      "assets/training.csv",
    ].map((name) => `${release}/${name}`),
  );
  assert.deepEqual([...entries.keys()].toSorted(), expected.toSorted());
  for (const [url, { revision, integrity }] of entries) {
    const contents = await readFile(path.join(site, url));
    assert.equal(integrity, `sha256-${createHash("sha256").update(contents).digest("base64")}`, url);
    assert.equal(revision === null, url.startsWith(`${release}/`), url);
  }
  const script = await readFile(path.join(site, "service-worker.js"), "utf8");
  assert.ok(script.indexOf("importScripts(") < script.indexOf("SKIP_WAITING"));
  assert.ok(script.includes(`./${release}/share-target.js`));
});

test("a worker's script has all that it needs to ask for its program", async () => {
  const { release } = await packageSite(site, "fast");
  const script = await readFile(path.join(site, release, "cpu-start.js"), "utf8");
  assert.match(script, /postMessage/);
  assert.match(script, /import\("\.\/cpu\.js"\)/);
  assert.doesNotMatch(script, /load\.js|meter\.js/);
  const files = await filesBelow(site);
  assert.ok(!files.some((file) => /load|meter/.test(file)), files.join());
});

test("compressed copies are there where they are smaller, and hold the same", async () => {
  const { release } = await packageSite(site, "fast");
  const files = await filesBelow(site);
  assert.ok(!files.includes(`${release}/start.js.br`));
  const packed = await readFile(path.join(site, release, "app_bg.wasm.br"));
  assert.deepEqual(brotliDecompressSync(packed), await readFile(path.join(site, release, "app_bg.wasm")));
  assert.ok(files.includes(`${release}/app_bg.wasm.gz`));
});

test("of the figures the site has what the lesson reads, without spaces and needless digits", async () => {
  const { release } = await packageSite(site, "fast");
  const figures = (name) => readFile(path.join(site, release, "assets", name), "utf8");
  assert.equal(await figures("model-card.json"), '{"date":"2026-11-01","parameters":3053436,"figures":{"gender":0.912346}}');
  assert.equal(
    await figures("experiments/networks.json"),
    '{"seeds":3,"steps":10,"outcomes":[{"way":"equal","baseline":"equal","figures":{"utkface":{"race":{"value":0.5,"interval":[0,0],"n":2}}}}],' +
      '"shapes":[{"way":"one_branch","baseline":"equal","figures":{}}]}',
  );
});

test("of heat maps the site has what the lesson tells, and no curves", async () => {
  const maps = {
    stage5: { heat_in_oval: { value: 0.5 }, hidden_fifth: { hottest: { value: 0.1 } }, deletion: { hottest: { value: 0.2 } } },
  };
  const told = { n: 3, oval_share: 0.415, default_stage: "stage5" };
  const card = { explanations: { utkface: { ...told, age: maps, hair: maps } } };
  await writeFile(path.join(site, "assets/model-card.json"), JSON.stringify(card));
  const { release } = await packageSite(site, "fast");
  const kept = JSON.parse(await readFile(path.join(site, release, "assets/model-card.json"), "utf8"));
  const shown = { stage5: { heat_in_oval: { value: 0.5 }, hidden_fifth: { hottest: { value: 0.1 } } } };
  assert.deepEqual(kept.explanations, { utkface: { ...told, age: shown, hair: shown } });
});

test("sizes are told by group and add up", async () => {
  const { groups, firstVisit } = await packageSite(site, "fast");
  const raw = Object.values(groups).reduce((sum, group) => sum + group.raw, 0);
  assert.equal(raw, firstVisit.raw);
  assert.equal(groups.weights.raw, BUILT["assets/dmtl.bpk"].length);
  assert.ok(firstVisit.brotli < firstVisit.raw);
});

test("a packaged site is not packaged again, an empty folder not at all, and neither is harmed", async () => {
  await packageSite(site, "fast");
  const before = await filesBelow(folder);
  await assert.rejects(packageSite(site, "fast"), /packaged already/);
  await assert.rejects(packageSite(path.join(folder, "nothing"), "fast"), /build the site first/);
  assert.deepEqual(await filesBelow(folder), before);
});

test("of a training's record what is drawn is left: every log-variance, and no more steps than points, to the last", () => {
  const header = "step,age_loss,age_log_variance,gender_log_variance,race_log_variance";
  const rows = Array.from({ length: 1001 }, (_, step) => `${step},9,0.12345678,-1,${step}.0`);
  const [columns, ...kept] = thinned([header, ...rows].join("\n"))
    .trim()
    .split("\n");
  assert.equal(columns, "step,age_log_variance,gender_log_variance,race_log_variance");
  assert.ok(kept.length > 100 && kept.length <= 200, `${kept.length} rows`);
  assert.equal(kept.at(-1), "1000,0.1235,-1,1000");
});

test("a record with nothing to draw, or nothing to draw it over, is refused by its name", () => {
  assert.throws(() => thinned("step,age_loss\n0,0\n"), /training\.csv has no column \*_log_variance/);
  assert.throws(() => thinned("age_log_variance\n0\n"), /training\.csv has no column step/);
});

test("the page has one style sheet, in the order of those it is made of; others have their own", async () => {
  await packageSite(site, "fast");
  const release = (await readdir(site)).find((name) => RELEASE.test(name));
  const styles = await readFile(path.join(site, release, "page.css"), "utf8");
  assert.match(styles, /^(p\{\})*.*p\{color:red\}/s);
  const files = await filesBelow(path.join(site, release));
  assert.ok(files.includes("tokens.css") && !files.includes("cards.css"));
  const page = await readFile(path.join(site, "index.html"), "utf8");
  assert.equal(page.match(/rel="stylesheet"/g).length, 1);
});
