// The installed page takes pictures from other programs: by the share menu and by "open with".
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { launch } from "../support/launch.mjs";
import { frameWith, portraits } from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";

let site;
let picture;

before(async () => {
  site = await serveSite();
  picture = await frameWith((await portraits()).slice(0, 1));
});
after(() => site.close());

test("a shared picture is analysed, and neither sent nor stored", { timeout: 240_000 }, async () => {
  const browser = await launch();
  try {
    const context = await browser.newContext();
    const first = await Visage.openIn(context, site.url, { backend: "cpu" });
    await first.offlineReady();

    const seen = site.requests.length;
    const visage = await Visage.inNewTab(context);
    await visage.share(site.url, [{ name: "face.jpg", mimeType: "image/jpeg", buffer: picture }]);
    await visage.engineReady();
    await visage.cards.first().waitFor({ timeout: 60_000 });
    assert.equal(await visage.cards.count(), 1);
    assert.doesNotMatch(visage.page.url(), /share/);

    assert.deepEqual(
      site.requests.slice(seen).filter(({ method, path }) => method !== "GET" || /share$/.test(path)),
      [],
    );
    assert.deepEqual(
      (await visage.cachedAddresses()).filter((address) => /share/.test(address)),
      [],
    );
    // They are handed out once.
    await visage.page.goto(`${site.url}?shared=1&debug=1`);
    await visage.engineReady();
    assert.equal(await visage.analysis(), null);
    assert.equal(await visage.cards.count(), 0);
  } finally {
    await browser.close();
  }
});

test("several shared pictures become a sheet", { timeout: 240_000 }, async () => {
  const browser = await launch();
  try {
    const context = await browser.newContext();
    const first = await Visage.openIn(context, site.url, { backend: "cpu" });
    await first.offlineReady();
    const visage = await Visage.inNewTab(context);
    const pictures = [1, 2].map((number) => ({ name: `${number}.jpg`, mimeType: "image/jpeg", buffer: picture }));
    await visage.share(site.url, pictures);
    await visage.sheetPhotos.nth(1).waitFor({ timeout: 60_000 });
  } finally {
    await browser.close();
  }
});

test("a picture that the system opens with the page is analysed", { timeout: 120_000 }, async () => {
  const browser = await launch();
  try {
    const visage = await Visage.inNewTab(await browser.newContext());
    await visage.launchedWith(picture, "face.jpg");
    await visage.page.goto(`${site.url}?backend=cpu&debug=1`);
    await visage.engineReady();
    await visage.nextAnalysis({ faces: 1 });
  } finally {
    await browser.close();
  }
});
