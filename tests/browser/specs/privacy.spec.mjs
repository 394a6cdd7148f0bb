// Private by construction: nothing leaves the machine, and nothing of the visitor's stays behind.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { Camera, launch } from "../support/launch.mjs";
import { SITE } from "../support/paths.mjs";
import { filmOf, frameWith, portraits } from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";
import { wholeVisit } from "../support/session.mjs";
import { leaving, watchTraffic } from "../support/traffic.mjs";
import { filesBelow } from "../../../site/files.mjs";

let site;
let camera;
let photo;

before(async () => {
  [site, photo] = await Promise.all([serveSite(), portraits().then((photos) => frameWith(photos.slice(0, 1)))]);
  camera = Camera.playing(await filmOf(photo));
});
after(() => site.close());

/** Runs `body` in a browser of its own, with its network watched: `{context, traffic, visage}`. */
async function withVisit(body) {
  const browser = await launch({ camera });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const traffic = watchTraffic(context);
    await body({ context, traffic, visage: await Visage.openIn(context, site.url, { backend: "cpu" }) });
  } finally {
    await browser.close();
  }
}

/** The paths of all files that the server could hand out. */
async function staticPaths() {
  return new Set(["/", ...(await filesBelow(SITE)).map((file) => `/${file}`)]);
}

test("a whole visit asks for the site's own files and for nothing else", { timeout: 300_000 }, async () => {
  await withVisit(async ({ traffic, visage }) => {
    const seen = site.requests.length;
    await visage.offlineReady();
    const kept = new Set((await visage.cachedAddresses()).map((address) => new URL(address).pathname));
    const [atReady, served] = [traffic.length, site.requests.length];
    await wholeVisit(visage, photo);
    assert.equal(await visage.bytesSent(), "0 bytes sent");

    const files = await staticPaths();
    const others = leaving(traffic).filter(({ method, url, body }) => {
      const { origin, pathname } = new URL(url);
      return method !== "GET" || body !== null || `${origin}/` !== site.url || !files.has(pathname);
    });
    assert.deepEqual(others, []);
    assert.ok(traffic.length > seen, "the traffic was not seen");
    // What is loaded later is a part of the copy, so the server need not know that it is looked at.
    const late = leaving(traffic.slice(atReady)).map(({ url }) => new URL(url).pathname);
    assert.deepEqual(
      late.filter((path) => !kept.has(path)),
      [],
    );
    assert.deepEqual(site.requests.slice(served), [], "the server hears of what the visitor does");
    assert.deepEqual(
      site.requests.slice(seen).filter(({ method }) => method !== "GET"),
      [],
    );
  });
});

test("a whole visit needs no network once the copy is ready", { timeout: 300_000 }, async () => {
  await withVisit(async ({ context, visage }) => {
    await visage.offlineReady();
    await context.setOffline(true);
    await wholeVisit(visage, photo);
    assert.equal(await visage.bytesSent(), "0 bytes sent");
  });
});

test("nothing of a visit is stored but the site's own files", { timeout: 300_000 }, async () => {
  await withVisit(async ({ context, visage }) => {
    await visage.offlineReady();
    await wholeVisit(visage, photo);
    assert.deepEqual(await context.cookies(), []);
    const stored = await visage.stored();
    assert.deepEqual(stored.databases, []);
    // Settings may be remembered; a picture would be longer than any of them, and would not be plain text.
    for (const [key, value] of stored.entries) assert.ok(value.length < 100 && !value.startsWith("data:"), `${key}: ${value}`);
    const files = await staticPaths();
    const kept = (await visage.cachedAddresses()).map((address) => new URL(address).pathname);
    assert.deepEqual(
      kept.filter((path) => !files.has(path)),
      [],
    );
    assert.ok(kept.length > 20, `only ${kept.length} files are kept`);
  });
});

test("the count of bytes sent counts", { timeout: 120_000 }, async () => {
  await withVisit(async ({ visage }) => {
    await visage.engineReady();
    assert.equal(await visage.bytesSent(), "0 bytes sent");
    await visage.page.evaluate(() => fetch("nowhere", { method: "POST", body: "12345" }));
    await visage.bytesSentAre(5);
    await visage.page.evaluate(() => navigator.sendBeacon("nowhere", new Uint8Array(10)));
    await visage.page.evaluate(() => fetch(new Request("nowhere", { method: "POST", body: new Blob(["123"]) })));
    await visage.page.evaluate(() => {
      const request = new XMLHttpRequest();
      request.open("POST", "nowhere");
      request.send(new URLSearchParams({ a: "1" }));
    });
    await visage.bytesSentAre(21);
    // What a worker sends reaches the count through a channel.
    await visage.page.evaluate(() => new BroadcastChannel("visage-meter").postMessage({ bytes: 100, requests: 1 }));
    await visage.bytesSentAre(121);
  });
});
