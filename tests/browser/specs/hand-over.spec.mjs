// The annotated picture goes to another program of the device, through the system's share menu, and nowhere else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { assertAnnotated } from "../support/annotated.mjs";
import { assertSentence } from "../support/expect.mjs";
import { SCREENS } from "../support/screens.mjs";
import { forAllTests } from "../support/stand.mjs";
import { leaving, watchTraffic } from "../support/traffic.mjs";

const stand = forAllTests();

/** Runs `body` on a phone whose share menu ends as `refusal` says, with an explained photo on the stage: `{visage, traffic}`. */
async function onPhone(refusal, body) {
  const context = await stand.browser.newContext(SCREENS.phone);
  try {
    const traffic = watchTraffic(context);
    const visage = await Visage.inNewTab(context);
    await visage.onDeviceWithShareMenu(refusal);
    await visage.page.goto(`${stand.site.url}?backend=cpu&debug=1`);
    await visage.offlineReady();
    await visage.choosePhoto(stand.photo, "face.jpg");
    await visage.nextAnalysis({ faces: 1, explained: true });
    await body({ visage, traffic });
  } finally {
    await context.close();
  }
}

test("a phone's share menu gets the annotated picture, and the network gets nothing", { timeout: 180_000 }, async () => {
  await onPhone(null, async ({ visage, traffic }) => {
    const [asked, served] = [traffic.length, stand.site.requests.length];
    await (await visage.shareButton()).click();
    const [picture, ...others] = await visage.handedOver(1);
    assert.deepEqual(others, []);
    assert.deepEqual([picture.name, picture.type], ["visage.png", "image/png"]);
    await assertAnnotated(picture.bytes, stand.photo);
    assert.deepEqual(leaving(traffic.slice(asked)), []);
    assert.deepEqual(stand.site.requests.slice(served), []);
    assert.equal(await visage.bytesSent(), "0 bytes sent");
    assert.equal(await visage.errors.count(), 0);
  });
});

test("closing the share menu is no failure", { timeout: 180_000 }, async () => {
  await onPhone("AbortError", async ({ visage }) => {
    await (await visage.shareButton()).click();
    await visage.page.waitForTimeout(2_000);
    assert.equal(await visage.errors.count(), 0);
    assert.deepEqual(await visage.handedOver(0), []);
  });
});

test("a share menu that refuses is explained", { timeout: 180_000 }, async () => {
  await onPhone("NotAllowedError", async ({ visage }) => {
    await (await visage.shareButton()).click();
    assertSentence(await visage.error());
  });
});

test("without a share menu there is no button for it", { timeout: 120_000 }, async () => {
  const visage = await Visage.withPhoto(stand.browser, stand.site.url, stand.photo);
  assert.equal(await (await visage.shareButton()).count(), 0);
  await visage.close();
});
