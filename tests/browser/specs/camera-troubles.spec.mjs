// What happens to a camera by itself is called by its name, and the camera is off where it should be.
import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { Visage } from "../pages/visage.mjs";
import { assertSentence } from "../support/expect.mjs";
import { Camera, launch } from "../support/launch.mjs";
import { FRAME, filmOf } from "../support/pictures.mjs";
import { forAllTests } from "../support/stand.mjs";

const MINUTE = 60_000;

const stand = forAllTests();

/** Opens the page before a camera that plays `picture`, and starts that camera. `prepare` runs before the page does. */
async function watching(picture, body, prepare = async () => {}) {
  const browser = await launch({ camera: Camera.playing(await filmOf(picture)) });
  try {
    const visage = await Visage.inNewTab(await browser.newContext());
    await prepare(visage.page);
    await visage.page.goto(`${stand.site.url}?backend=cpu&debug=1`);
    await visage.engineReady();
    await visage.startButton.click();
    await visage.nextAnalysis();
    await body(visage);
  } finally {
    await browser.close();
  }
}

test("a black picture is said to be one", { timeout: 120_000 }, async () => {
  const black = await sharp({ create: { ...FRAME, channels: 3, background: { r: 0, g: 0, b: 0 } } })
    .jpeg()
    .toBuffer();
  await watching(black, async (visage) => assertSentence(await visage.errorThat(/black picture/)));
});

test("a picture with light in it is not", { timeout: 120_000 }, async () => {
  await watching(stand.photo, async (visage) => {
    await visage.page.waitForTimeout(5_000);
    assert.equal(await visage.errors.count(), 0);
  });
});

for (const [state, said] of [
  ["denied", /taken back/],
  ["granted", /unplugged/],
]) {
  test(`a camera that ends while it is ${state} is said to be ${said.source}`, { timeout: 120_000 }, async () => {
    await watching(stand.photo, async (visage) => {
      await visage.page.evaluate((state) => {
        navigator.permissions.query = async () => ({ state });
        window.observed.streams.at(-1).getVideoTracks()[0].dispatchEvent(new Event("ended"));
      }, state);
      assertSentence(await visage.errorThat(said));
      assert.deepEqual(await visage.cameraTracks(), ["ended"]);
    });
  });
}

test("a camera that nobody sees is switched off after a minute, and the page says so", { timeout: 120_000 }, async () => {
  // A minute passes at once.
  const hurry = (page) =>
    page.addInitScript((minute) => {
      const { setTimeout } = window;
      window.setTimeout = (callback, delay, ...rest) => setTimeout(callback, delay === minute ? 0 : delay, ...rest);
    }, MINUTE);
  const body = async (visage) => {
    assert.deepEqual(await visage.cameraTracks(), ["live"]);
    await visage.page.evaluate(() => {
      Object.defineProperty(document, "hidden", { value: true });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    assertSentence(await visage.errorThat(/out of sight/));
    assert.deepEqual(await visage.cameraTracks(), ["ended"]);
  };
  await watching(stand.photo, body, hurry);
});
