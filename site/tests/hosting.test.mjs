// The pages and the samples for web servers say the same as site/headers.mjs.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { parse } from "node-html-parser";
import { cachingOf, CONTENT_SECURITY_POLICY, IMMUTABLE, REVALIDATED, SECURITY } from "../headers.mjs";

const read = (file) => readFile(new URL(`../../${file}`, import.meta.url), "utf8");

test("index.html carries the security policy itself", async () => {
  const policy = parse(await read("index.html")).querySelector("meta[http-equiv=Content-Security-Policy]");
  assert.equal(policy?.getAttribute("content"), CONTENT_SECURITY_POLICY);
});

for (const file of ["hosting/nginx.conf", "hosting/Caddyfile"]) {
  test(`${file} has every header, and no other value for one`, async () => {
    const text = (await read(file)).toLowerCase();
    for (const [name, value] of Object.entries(SECURITY)) {
      const lines = text.split("\n").filter((line) => line.includes(`${name} `));
      assert.equal(lines.length, 1, name);
      assert.ok(lines[0].includes(`${name} "${value.toLowerCase()}"`), `${name} in ${file}: ${lines[0].trim()}`);
    }
    for (const caching of [IMMUTABLE, REVALIDATED]) assert.ok(text.includes(`"${caching}"`), caching);
  });
}

test("only the release's files are kept without asking", () => {
  assert.equal(cachingOf("0123456789abcdef/app.js"), IMMUTABLE);
  for (const file of ["index.html", "", "service-worker.js", "icons/512.png"]) assert.equal(cachingOf(file), REVALIDATED);
});
