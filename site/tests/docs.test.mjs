// The documentation page: everything that the module exports is in it and described.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "node-html-parser";
import { declarations, docsPage } from "../docs.mjs";

const MODULE = fileURLToPath(new URL("../../module", import.meta.url));

test("every type is described, and every member of the class", async () => {
  for (const name of ["index.d.ts", "view.d.ts"]) {
    const all = declarations(await readFile(`${MODULE}/${name}`, "utf8"));
    assert.ok(all.length > 1, name);
    for (const { name, said, members } of all) {
      assert.ok(said, `${name} is not described`);
      for (const { said, code } of name === "Point" || name === "Box" ? [] : members) assert.ok(said, `${name}: ${code}`);
    }
  }
});

test("the page has a place for every title and type, and nothing that runs", async () => {
  const page = parse(await docsPage(MODULE, "1.2.3"));
  for (const link of page.querySelectorAll("nav a")) {
    assert.ok(page.getElementById(link.getAttribute("href").slice(1)), link.getAttribute("href"));
  }
  const ids = page.querySelectorAll("[id]").map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(page.getElementById("type-visage"));
  assert.match(page.querySelector("main").text, /visage-1\.2\.3\.tgz/);
  assert.equal(page.querySelectorAll("script").length, 0);
});
