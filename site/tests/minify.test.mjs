// Minifying: programs and their scripts still fit together, scripts and styles mean the same.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { minifyAll } from "../minify.mjs";
import { shortenNames } from "../program-names.mjs";

const text = (value) => [value.length, ...Buffer.from(value)];
const section = (id, ...bytes) => [id, bytes.length, ...bytes];
const DOUBLE = "__wbg_double_0123456789abcdef";
const TABLE = "__wbindgen_export_0";
const RUN = "wasm_bindgen__convert__invoke__h0123456789abcdef";

/**
 * A program in wasm-bindgen's manner: it imports a function that doubles from its script and one that adds from another, and
 * exports a function that calls both, `run(x) = add(double(x), x)`, under a random name, and the table that it imports.
 */
function programWith(doubleName) {
  return Buffer.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, 2, 0x60, 1, 0x7f, 1, 0x7f, 0x60, 2, 0x7f, 0x7f, 1, 0x7f),
    ...section(
      2,
      3,
      ...text("./app_bg.js"),
      ...text(doubleName),
      0,
      0,
      ...text("other"),
      ...text("__wbg_add_1"),
      0,
      1,
      ...text("./app_bg.js"),
      ...text(TABLE),
      1,
      0x70,
      1,
      1,
      4,
    ),
    ...section(3, 1, 0),
    ...section(7, 2, ...text(RUN), 0, 2, ...text(TABLE), 1, 0),
    ...section(10, 1, 10, 0, 0x20, 0, 0x10, 0, 0x20, 0, 0x10, 1, 0x0b),
  ]);
}

const SCRIPT = `
// What the program asks for.
const ours = { ${DOUBLE}: (value) => 2 * value, ${TABLE}: new WebAssembly.Table({ element: "anyfunc", initial: 1, maximum: 4 }) };
export const imports = { "./app_bg.js": ours, other: { __wbg_add_1: (a, b) => a + b } };
export const use = (wasm) => [wasm.${RUN}(5), wasm.${TABLE} instanceof WebAssembly.Table];
`;

async function run(program, script) {
  const { imports, use } = await import(`data:text/javascript,${encodeURIComponent(script)}`);
  const { instance } = await WebAssembly.instantiate(program, imports);
  return use(instance.exports);
}

test("imports and random exports get short names in the program and in its script, and both still work together", async () => {
  const program = programWith(DOUBLE);
  assert.deepEqual(await run(program, SCRIPT), [15, true]);
  const shortened = shortenNames(program, SCRIPT);
  assert.deepEqual(await run(shortened.program, shortened.script), [15, true]);
  for (const name of [DOUBLE, RUN]) assert.ok(!shortened.script.includes(name) && !shortened.program.includes(name), name);
  // What another module gives, and what is also exported, keeps its name.
  assert.ok(shortened.program.includes("__wbg_add_1") && shortened.script.includes(`wasm.${TABLE}`));
});

test("what only tools read is left out", async () => {
  const program = Buffer.concat([programWith(DOUBLE), Buffer.from(section(0, ...text("name"), ...text("of a function")))]);
  const shortened = shortenNames(program, SCRIPT);
  assert.deepEqual(await run(shortened.program, shortened.script), [15, true]);
  assert.ok(program.includes("of a function") && !shortened.program.includes("of a function"));
});

test("names that differ in their hash alone stay different", () => {
  const script = `const a = ["${DOUBLE}", "${DOUBLE}0"];`;
  const { script: shortened } = shortenNames(programWith(DOUBLE), script);
  assert.ok(shortened.includes(`"${DOUBLE}0"`) && !shortened.includes(`"${DOUBLE}"`));
});

test("what is no program, or is cut off, is refused", () => {
  assert.throws(() => shortenNames(Buffer.from("program program"), ""), /no WebAssembly/);
  assert.throws(() => shortenNames(programWith(DOUBLE).subarray(0, 60), ""), /ends too early/);
});

let folder;
beforeEach(async () => (folder = await mkdtemp(path.join(os.tmpdir(), "visage-minify-"))));
afterEach(() => rm(folder, { recursive: true, force: true }));

test("scripts and styles are smaller, and a program's script is changed with it", async () => {
  const files = {
    "app.js": SCRIPT,
    "app_bg.wasm": programWith(DOUBLE),
    "share-target.js": "// Listens.\nself.addEventListener('fetch', (event) => event.respondWith(fetch(event.request)));\n",
    "cards.css": "/* Cards. */\n.card {\n  color: red;\n}\n",
    "page.html": "<p>  as it is  </p>",
  };
  for (const [name, contents] of Object.entries(files)) await writeFile(path.join(folder, name), contents);
  await minifyAll(folder);
  const read = (name) => readFile(path.join(folder, name), "utf8");
  assert.deepEqual(await run(await readFile(path.join(folder, "app_bg.wasm")), await read("app.js")), [15, true]);
  assert.ok(!(await read("app.js")).includes("What the program asks for"));
  assert.equal((await read("cards.css")).trim(), ".card{color:red}");
  assert.match(await read("share-target.js"), /^self\.addEventListener\("fetch",/);
  assert.equal(await read("page.html"), files["page.html"]);
});
