// The page of notices names every package that is compiled into the page or its worker.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { promisify } from "node:util";
import { parse } from "node-html-parser";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
// Without what only builds or tests, and with the features of the site's two programs and no others.
const QUESTION =
  "tree --locked --offline --edges normal,no-proc-macro --no-default-features --features app,webgpu --target wasm32-unknown-unknown --prefix none";

/** The packages of both programs as "name version", ours left out. */
async function shipped() {
  const { stdout } = await promisify(execFile)("cargo", QUESTION.split(" "), { cwd: PROJECT, maxBuffer: 2 ** 28 });
  const [, ...lines] = stdout.trim().split("\n");
  return [...new Set(lines.map((line) => line.replace(/^(\S+) v(\S+).*$/, "$1 $2")))];
}

test("every package that is shipped is on the page of notices", async () => {
  const page = parse(await readFile(new URL("../../www/notices.html", import.meta.url), "utf8"));
  const named = new Set(page.querySelectorAll(".crates li").map((item) => item.text.trim()));
  const missing = (await shipped()).filter((name) => !named.has(name));
  assert.deepEqual(missing, [], "run scripts/notices");
});
