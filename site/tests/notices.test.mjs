// The page of notices: it names every package that is compiled into the site's programs, with a text of a licence that is accepted.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { parse } from "node-html-parser";
import { noticesPage } from "../notices.mjs";
import { acceptance, licencesOf } from "../notices/licences.mjs";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const run = (command, ...options) => promisify(execFile)(command, options, { cwd: PROJECT, maxBuffer: 2 ** 28 });
const read = (name) => readFile(path.join(PROJECT, name), "utf8");

const standard = (id) => createRequire(import.meta.url)(`spdx-license-list/licenses/${id}.json`).licenseText;
const DENY = `[licenses]
allow = ["Apache-2.0", "Apache-2.0 WITH LLVM-exception", "MIT", "Zlib", "Unicode-3.0"]
exceptions = [{ crate = "special", allow = ["MPL-2.0"] }]`;
const accepted = acceptance(DENY);

let folder;

before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "visage-notices-"));
});
after(() => rm(folder, { recursive: true, force: true }));

/** A package with files beside its Cargo.toml. */
async function packageOf(license, files = {}, name = "example") {
  const its = await mkdtemp(path.join(folder, "package-"));
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(its, file), text);
  return { name, version: "1.2.3", license, folder: its };
}

/** The packages of the programs that index.html has built, as "name version", ours left out. */
async function shipped() {
  const programs = parse(await read("index.html")).querySelectorAll("link[rel=rust]");
  const features = programs.map((link) => link.getAttribute("data-cargo-features")).join(",");
  const question = `tree --locked --no-default-features --features ${features} --target wasm32-unknown-unknown --prefix none`;
  const { stdout } = await run("cargo", ...question.split(" "), "--edges", "normal,no-proc-macro");
  const [, ...lines] = stdout.trim().split("\n");
  return [...new Set(lines.map((line) => line.replace(/^(\S+) v(\S+).*$/, "$1 $2")))].sort();
}

test("every package that is shipped, and no other, is on the page with a text; the page is written once", { timeout: 60_000 }, async () => {
  const file = path.join(folder, "new", "notices.html");
  const write = () => run("node", "site/notices.mjs", "--out", file);
  await write();
  const { mtimeMs } = await stat(file);
  await write();
  assert.equal((await stat(file)).mtimeMs, mtimeMs);

  const page = parse(await readFile(file, "utf8"), { blockTextElements: {} });
  const articles = page.querySelectorAll("article");
  for (const article of articles) assert.ok(article.querySelector("pre").text.trim().length > 500, article.text.slice(0, 200));
  const named = articles.flatMap((article) => article.querySelectorAll(".crates li").map((item) => item.text));
  assert.deepEqual([...new Set(named)].sort(), await shipped());
});

test("the data sets and networks of the model card are credited", async () => {
  const [, section] = (await read("MODEL_CARD.md")).match(/## Data and terms\n([^#]+)/);
  const names = [...section.matchAll(/^- ([\w-]+(?: (?!ImageNet)[\w-]+)*)(?:'s ImageNet weights)? \(/gm)].map(([, name]) => name);
  assert.ok(names.length > 6, String(names));
  const credits = parse(await read("site/notices/page.html")).querySelectorAll("dt");
  const missing = names.filter((name) => !credits.some(({ text }) => text.startsWith(name)));
  assert.deepEqual(missing, [], "site/notices/page.html");
});

test("a package under a licence that is not accepted is refused by name", async () => {
  const refused = async (license, name) => licencesOf(await packageOf(license, {}, name), accepted);
  await assert.rejects(refused("GPL-3.0-only"), /^Error: example 1\.2\.3 is under "GPL-3\.0-only", which deny\.toml does not accept/);
  await assert.rejects(refused("MIT AND GPL-3.0-only"), /example 1\.2\.3/);
  await assert.rejects(refused("MPL-2.0"), /example 1\.2\.3/);
  assert.equal((await refused("MPL-2.0", "special")).length, 1);
  await assert.rejects(refused(null), /example 1\.2\.3 states no licence/);
  await assert.rejects(refused("Apache-2.0 WITH LLVM-exception"), /example 1\.2\.3.+ is not beside its Cargo\.toml/);
});

test("a package without a licence's text gets the standard one", async () => {
  for (const files of [{}, { "LICENSE-MIT": "../LICENSE-MIT" }, { "LICENSE-APACHE": standard("Apache-2.0") }]) {
    assert.deepEqual(await licencesOf(await packageOf("MIT", files), accepted), [{ name: "MIT License", text: standard("MIT").trim() }]);
  }
});

test("of several licences the one that asks for the least is chosen, with the package's own text and notices", async () => {
  const mit = standard("MIT").replace("<year> <copyright holders>", "2020 Somebody");
  const files = { LICENSE: standard("Apache-2.0"), "licence-mit.txt": mit, NOTICE: "By Somebody", "README.md": "Read" };
  const own = { name: "MIT License", text: `${mit.trim()}\n\nBy Somebody` };
  assert.deepEqual(await licencesOf(await packageOf("Zlib OR Apache-2.0/MIT", files), accepted), [own]);
  const both = await licencesOf(await packageOf("(Apache-2.0 OR MIT) AND Unicode-3.0", files), accepted);
  assert.deepEqual(
    both.map(({ name }) => name),
    ["MIT License", "Unicode License v3"],
  );
  assert.equal((await licencesOf(await packageOf("GPL-2.0-only OR Zlib"), accepted))[0].name, "zlib License");
});

test("packages under the same text share it, sorted by name and version, and texts stay texts", async () => {
  const mit = (text) => [{ name: "MIT License", text }];
  const page = await noticesPage([
    { package: "b 0.10.0", licences: mit("One  two\n") },
    { package: "c 1.0.0", licences: [{ name: "Apache <2>", text: "$& <script>" }] },
    { package: "b 0.9.0", licences: mit("One\r\ntwo") },
    { package: "a 1.0.0", licences: mit("Three") },
  ]);
  const found = parse(page, { blockTextElements: {} });
  const members = found.querySelectorAll(".crates").map((list) => list.querySelectorAll("li").map((item) => item.text));
  assert.deepEqual(members, [["c 1.0.0"], ["a 1.0.0"], ["b 0.9.0", "b 0.10.0"]]);
  assert.deepEqual(
    found.querySelectorAll(".overview li").map((item) => item.text),
    ["MIT License: 3", "Apache <2>: 1"],
  );
  assert.equal(found.querySelector("pre").innerHTML, "$&amp; &lt;script&gt;");
});
