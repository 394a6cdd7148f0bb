// Any web server will do: below another path, without any headers; and browsers offer to install the page.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { launch } from "../support/launch.mjs";
import { frameWith, portraits } from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";

let photo;

before(async () => {
  photo = await frameWith((await portraits()).slice(0, 1));
});

const SERVERS = {
  "below another path": { base: "/visage/" },
  "on a server that knows neither headers nor compression": { plain: true },
};

for (const [where, options] of Object.entries(SERVERS)) {
  test(`the page works ${where}, also without it`, { timeout: 180_000 }, async () => {
    const site = await serveSite(options);
    const browser = await launch();
    try {
      const visage = await Visage.withPhoto(browser, site.url, photo);
      await visage.offlineReady();
      await site.close();
      await visage.reload();
      await visage.engineReady();
      await visage.choosePhoto(photo, "face.jpg");
      await visage.nextAnalysis({ faces: 1 });
      const base = options.base ?? "/";
      const outside = site.requests.filter(({ path }) => !path.startsWith(base) && path !== "/favicon.ico");
      assert.deepEqual(outside, []);
    } finally {
      await browser.close();
      await site.close();
    }
  });
}

test("browsers find nothing that keeps them from installing the page", { timeout: 120_000 }, async () => {
  const site = await serveSite();
  const browser = await launch();
  try {
    const visage = await Visage.open(browser, site.url, { backend: "cpu" });
    await visage.offlineReady();
    const devtools = await visage.page.context().newCDPSession(visage.page);
    const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
    // Playwright's pages are private windows, into which nothing is ever installed.
    assert.deepEqual(
      installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito"),
      [],
    );
    const { url, errors, data } = await devtools.send("Page.getAppManifest");
    assert.equal(url, `${site.url}manifest.webmanifest`);
    assert.deepEqual(errors, []);
    const { icons, screenshots, shortcuts, share_target: share } = JSON.parse(data);
    for (const { src } of [...icons, ...screenshots]) assert.equal((await fetch(new URL(src, site.url))).status, 200, src);
    assert.equal(shortcuts.length, 2);
    assert.equal(share.action, "./share");
  } finally {
    await browser.close();
    await site.close();
  }
});

test("everything that a good server says is said", { timeout: 30_000 }, async () => {
  const site = await serveSite();
  try {
    const headers = async (path, encoding) => {
      const response = await fetch(`${site.url}${path}`, { headers: { "accept-encoding": encoding } });
      assert.equal(response.status, 200, path);
      return response.headers;
    };
    const page = await headers("", "br, gzip");
    assert.match(page.get("content-security-policy"), /frame-ancestors 'none'/);
    assert.equal(page.get("cache-control"), "no-cache");
    const text = await (await fetch(site.url)).text();
    const program = `${text.match(/[0-9a-f]{16}(?=\/start\.js)/)[0]}/app_bg.wasm`;
    for (const encoding of ["br", "gzip"]) {
      const found = await headers(program, encoding);
      assert.equal(found.get("content-encoding"), encoding);
      assert.equal(found.get("content-type"), "application/wasm");
      assert.match(found.get("cache-control"), /immutable/);
    }
    assert.equal((await fetch(`${site.url}share`, { method: "POST" })).status, 405);
  } finally {
    await site.close();
  }
});
