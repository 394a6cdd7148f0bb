// The keyboard: everything can be done with it, and it never loses its place.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { eventually } from "../support/eventually.mjs";
import { Camera, launch } from "../support/launch.mjs";
import { filmOf, frameWith, portraits } from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";

let site;
// Its camera shows one face.
let browser;
let photo;

before(async () => {
  photo = await frameWith((await portraits()).slice(0, 1));
  [site, browser] = await Promise.all([serveSite(), filmOf(photo).then((film) => launch({ camera: Camera.playing(film) }))]);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

async function opened(settings = {}) {
  const visage = await Visage.open(browser, site.url, { backend: "cpu", ...settings });
  await visage.engineReady();
  return visage;
}

function withPhoto(settings = {}) {
  return Visage.withPhoto(browser, site.url, photo, settings);
}

/** The focus is on something; the page may give it something else in the next moment, but not much later. */
function assertNotLost(visage, when) {
  return eventually(async () => assert.notEqual(await visage.focused(), "body", `the focus is lost after ${when}`), 2_000);
}

test("a double click on the camera's button leaves the camera running, once", { timeout: 120_000 }, async () => {
  const visage = await opened();
  await visage.startButton.dblclick();
  const { frame } = await visage.nextAnalysis({ faces: 1 });
  await visage.nextAnalysis({ after: frame, faces: 1 });
  assert.ok(await visage.stopButton.isVisible());
  assert.deepEqual(
    (await visage.cameraTracks()).filter((state) => state === "live"),
    ["live"],
  );
  await visage.close();
});

test("starting and stopping the camera leaves the focus on its button", { timeout: 120_000 }, async () => {
  const visage = await opened();
  await visage.pressOn(visage.startButton);
  const { frame } = await visage.nextAnalysis({ faces: 1 });
  assert.equal(await visage.focused(), "stop-camera");
  await visage.nextAnalysis({ after: frame });
  await visage.page.keyboard.press("Enter");
  await visage.startButton.waitFor();
  assert.equal(await visage.focused(), "start-camera");
  await visage.close();
});

test("what removes itself hands the focus on", { timeout: 180_000 }, async (t) => {
  const visage = await opened();
  await visage.startButton.click();
  await visage.nextAnalysis({ faces: 1 });
  // A line of the log is there with the first frame.
  await t.test("clearing the log", async () => {
    await visage.pressOn(await visage.takeAwayButton("clear-log"));
    await assertNotLost(visage, "the log is cleared");
  });
  await visage.stopButton.click();
  await visage.startButton.waitFor();
  const { frame } = await visage.analysis();
  await visage.choosePhoto(photo, "face.jpg");
  await visage.nextAnalysis({ after: frame, faces: 1 });
  await t.test("dismissing a message", async () => {
    await visage.choosePhoto(Buffer.from("nothing"), "damaged.jpg");
    await visage.error();
    await visage.pressOn(visage.dismissButton);
    await visage.noError();
    await assertNotLost(visage, "a message is dismissed");
  });
  await t.test("removing one moment and the other", async () => {
    for (const kept of [1, 2]) {
      await visage.pressOn(visage.keepButton);
      await visage.moments.nth(kept - 1).waitFor();
      assert.equal(await visage.focused(), "keep-moment");
    }
    for (const left of [1, 0]) {
      await visage.pressOn(visage.moments.first().getByRole("button"));
      await eventually(async () => assert.equal(await visage.moments.count(), left));
      await assertNotLost(visage, "a moment is removed");
    }
  });
  await t.test("clearing the stage", async () => {
    await visage.pressOn(visage.clearButton);
    await visage.clearButton.waitFor({ state: "hidden" });
    await assertNotLost(visage, "the stage is cleared");
  });
  await visage.close();
});

test("closing the panel before a class hands the focus on", { timeout: 120_000 }, async () => {
  const visage = await withPhoto({ projector: "1" });
  await visage.pressOn(visage.togglePanelButton);
  await visage.tab("faces").waitFor();
  assert.equal(await visage.focused(), "toggle-panel");
  await visage.tab("faces").focus();
  await visage.page.keyboard.press("p");
  await visage.tab("faces").waitFor({ state: "hidden" });
  await assertNotLost(visage, "the panel is closed");
  await visage.page.keyboard.press("Escape");
  await visage.page.waitForFunction(() => !document.documentElement.hasAttribute("data-projector"));
  await assertNotLost(visage, "the projector is ended");
  await visage.close();
});

test("the arrows go from tab to tab, as the language runs", { timeout: 120_000 }, async () => {
  const visage = await withPhoto();
  await visage.tab("faces").focus();
  const goTo = async (key, tab) => {
    await visage.page.keyboard.press(key);
    await eventually(async () => assert.deepEqual([await visage.openTab(), await visage.focused()], [tab, `tab-${tab}`]));
  };
  for (const tab of ["heat-map", "lesson", "teach", "more", "faces"]) await goTo("ArrowRight", tab);
  await goTo("ArrowLeft", "more");
  await goTo("Home", "faces");
  await goTo("End", "more");
  await visage.speak("ar");
  await visage.tab("more").focus();
  await goTo("ArrowRight", "teach");
  await goTo("ArrowLeft", "more");
  await visage.close();
});

test("the lesson is gone through from beginning to end", { timeout: 120_000 }, async () => {
  const visage = await withPhoto({ panel: "lesson" });
  await visage.lessonAt("a");
  await visage.lessonNext.focus();
  for (const letter of ["b", "c", "d", "e", "f", "g"]) {
    await visage.page.keyboard.press("Enter");
    await visage.lessonAt(letter);
    await assertNotLost(visage, `going on to step ${letter}`);
    if (letter !== "g") await visage.lessonNext.focus();
  }
  await visage.pressOn(visage.lessonLetter("a"));
  await visage.lessonAt("a");
  await assertNotLost(visage, "going to step a");
  await visage.close();
});

test("the tab key alone reaches the camera, the heat map's choice, the faces and the panel", { timeout: 180_000 }, async () => {
  const visage = await opened();
  await visage.tabTo("start-camera");
  await visage.page.keyboard.press("Enter");
  await visage.nextAnalysis({ faces: 1 });
  await visage.tabTo("tab-faces");
  await visage.tabTo("face-card");
  await visage.tabTo("age");
  await visage.page.keyboard.press("Space");
  await visage.page.waitForURL(/hide=age/);
  await visage.tabBackTo("explain-attribute");
  await visage.page.keyboard.press("ArrowDown");
  await visage.page.waitForURL(/explain=/);
  await visage.tabTo("stop-camera");
  await visage.page.keyboard.press("Enter");
  await visage.startButton.waitFor();
  assert.deepEqual(await visage.cameraTracks(), ["ended"]);
  await visage.close();
});
