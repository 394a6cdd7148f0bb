// The archive for a USB stick: the same every time, and what serves it on this kind of machine works.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { unzipSync } from "fflate";
import { archiveOf } from "../archive.mjs";

const SITE = {
  "index.html": "<!doctype html><title>Visage</title>",
  "index.html.br": "not for a stick",
  "manifest.webmanifest": "{}",
  "service-worker.js": "// packaged",
  "0123456789abcdef/app_bg.wasm": "\0asm",
  "0123456789abcdef/start.js": "export {};",
  "0123456789abcdef/assets/dmtl.bpk": "weights",
};

let folder;

before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "visage-usb-"));
  for (const [name, text] of Object.entries(SITE)) await write(path.join(folder, "dist", name), text);
});
after(() => rm(folder, { recursive: true, force: true }));

async function write(file, contents) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, contents);
}

test("the same site gives the same archive, without compressed copies", async () => {
  const archive = await archiveOf(path.join(folder, "dist"), "visage-1");
  assert.deepEqual(archive, await archiveOf(path.join(folder, "dist"), "visage-1"));
  const names = Object.keys(unzipSync(archive));
  assert.ok(names.includes("visage-1/start-windows.cmd"));
  assert.ok(names.includes("visage-1/site/0123456789abcdef/app_bg.wasm"));
  assert.ok(names.every((name) => !name.endsWith(".br")));
});

test("a site that is not packaged is refused", async () => {
  await assert.rejects(archiveOf(path.join(folder), "visage-1"), /not packaged/);
});

test("what Windows reads has its line ends", async () => {
  const files = unzipSync(await archiveOf(path.join(folder, "dist"), "v"));
  for (const name of ["v/start-windows.cmd", "v/README.txt"]) {
    const text = Buffer.from(files[name]).toString();
    assert.equal(text.split("\n").length, text.split("\r\n").length, name);
  }
});

test("start-mac-linux.sh serves the site to this machine only, with the right types", { timeout: 30_000 }, async () => {
  const files = unzipSync(await archiveOf(path.join(folder, "dist"), "v"));
  for (const [name, contents] of Object.entries(files)) await write(path.join(folder, "stick", name), contents);
  const script = path.join(folder, "stick", "v", "start-mac-linux.sh");
  await chmod(script, 0o755);
  const server = spawn(script, ["--no-browser"], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const [line] = await once(server.stdout, "data");
    const address = String(line).match(/http:\/\/localhost:\d+\//)?.[0];
    assert.ok(address, `no address in "${line}"`);
    const types = {
      "": "text/html; charset=utf-8",
      "service-worker.js": "text/javascript",
      "manifest.webmanifest": "application/manifest+json",
      "0123456789abcdef/app_bg.wasm": "application/wasm",
      "0123456789abcdef/assets/dmtl.bpk": "application/octet-stream",
    };
    const local = address.replace("localhost", "127.0.0.1");
    for (const [name, type] of Object.entries(types)) {
      const response = await fetch(local + name);
      assert.equal(response.status, 200, name);
      assert.equal(response.headers.get("content-type"), type, name);
    }
    assert.equal((await fetch(`${local}missing`)).status, 404);
    await assertClosedToOthers(new URL(address).port);
  } finally {
    server.kill();
  }
});

// No other address of this machine answers at `port`.
async function assertClosedToOthers(port) {
  const others = Object.values(os.networkInterfaces())
    .flat()
    .filter(({ family, internal }) => family === "IPv4" && !internal);
  for (const { address } of others) {
    await assert.rejects(fetch(`http://${address}:${port}/`), `${address} answers too`);
  }
}
