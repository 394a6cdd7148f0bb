// What the page has to say: one message at a time, over the stage, and gone when it is no longer true.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { assertSentence } from "../support/expect.mjs";
import { SCREENS } from "../support/screens.mjs";
import { forAllTests } from "../support/stand.mjs";

const NOT_A_PICTURE = Buffer.from("nothing");
// Without a place to break it.
const LONG_NAME = `${"x".repeat(116)}.jpg`;

const stand = forAllTests();

test("only the newest failure is on show, and it can be dismissed", { timeout: 120_000 }, async () => {
  const visage = await Visage.open(stand.browser, stand.site.url, { backend: "cpu" });
  await visage.choosePhoto(NOT_A_PICTURE, "first.jpg");
  await visage.errorThat("first.jpg");
  await visage.choosePhoto(Buffer.alloc(0), "second.jpg");
  await visage.errorThat("second.jpg");
  assert.equal(await visage.errors.count(), 1);
  await visage.dismissButton.click();
  await visage.noError();
  await visage.close();
});

test("a damaged file leaves the picture before it, which the page says", { timeout: 120_000 }, async () => {
  const visage = await Visage.open(stand.browser, stand.site.url, { backend: "cpu" });
  await visage.engineReady();
  await visage.choosePhoto(NOT_A_PICTURE, "damaged.jpg");
  // Nothing is on the stage yet.
  const alone = await visage.errorThat("damaged.jpg");
  assertSentence(alone);

  await visage.choosePhoto(stand.photo, "good.jpg");
  const { frame } = await visage.nextAnalysis({ faces: 1 });
  // The failure is over.
  await visage.noError();

  await visage.choosePhoto(NOT_A_PICTURE, "damaged.jpg");
  const beside = await visage.errorThat("damaged.jpg");
  assert.ok(beside.startsWith(alone), `"${beside}" does not begin with "${alone}"`);
  assertSentence(beside.slice(alone.length).trim());
  assert.equal(await visage.faceCount(), 1);
  assert.equal((await visage.analysis()).frame, frame);

  await visage.choosePhoto(stand.photo, "good.jpg");
  await visage.nextAnalysis({ after: frame, faces: 1 });
  await visage.noError();
  await visage.close();
});

test("a message moves nothing, and lies within the screen of a small phone", { timeout: 120_000 }, async () => {
  const visage = await Visage.withPhoto(stand.browser, stand.site.url, stand.photo, {}, { device: SCREENS["small phone"] });
  const places = async () => {
    const places = await Promise.all([visage.stage, visage.panelBody, visage.photoButton].map((part) => visage.place(part)));
    return places.map(({ left, top, width, height }) => ({ left, top, width, height }));
  };
  const before = await places();
  await visage.choosePhoto(NOT_A_PICTURE, "damaged.jpg");
  await visage.error();
  assert.deepEqual(await places(), before);
  for (const part of [visage.errors.first(), visage.dismissButton]) {
    const { isWhole, isOnTop } = await visage.place(part);
    assert.ok(isWhole && isOnTop, "the message is out of view");
  }
  await visage.close();
});

test("a long file name without spaces does not widen the page", { timeout: 120_000 }, async () => {
  assert.equal(LONG_NAME.length, 120);
  const visage = await Visage.withPhoto(stand.browser, stand.site.url, stand.photo, {}, { device: SCREENS.phone });
  await visage.choosePhoto(NOT_A_PICTURE, LONG_NAME);
  await visage.errorThat(LONG_NAME);
  const { across, down } = await visage.excess();
  assert.ok(across <= 0 && down <= 0, JSON.stringify({ across, down }));
  assert.ok((await visage.place(visage.errors.first())).isWhole, "the message sticks out");
  // Also where it is the name of a good one, on a sheet.
  await visage.chooseFiles([1, 2].map((number) => ({ name: `${number}${LONG_NAME}`, mimeType: "image/jpeg", buffer: stand.photo })));
  await visage.sheetPhotos.nth(1).waitFor();
  const sheet = await visage.excess();
  assert.ok(sheet.across <= 0 && sheet.down <= 0, JSON.stringify(sheet));
  await visage.close();
});

test("a notice goes by itself", { timeout: 120_000 }, async () => {
  const visage = await Visage.withPhoto(stand.browser, stand.site.url, stand.photo);
  await visage.allowClipboard();
  const button = await visage.takeAwayButton("copy-picture");
  await Promise.all([visage.notice.filter({ hasText: /copied/i }).waitFor(), button.click()]);
  assert.equal(await visage.errors.count(), 0);
  await visage.noNotice();
  await visage.close();
});
