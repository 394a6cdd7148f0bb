// The page in a frame of another one: a part of it, its size, and what it says where the camera is not allowed.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { Camera, launch } from "../support/launch.mjs";
import { serveFolder, writePage } from "../support/module.mjs";
import { ARTIFACTS } from "../support/paths.mjs";
import { filmOf, frameWith, portraits, scratchFolder } from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";

const TIMEOUT = { timeout: 120_000 };

let site;
let browser;
let around;

before(async () => {
  const film = await filmOf(await frameWith((await portraits()).slice(0, 1)));
  const folder = await scratchFolder();
  [site, browser, around] = await Promise.all([
    serveSite({ around: "http://127.0.0.1:*" }),
    launch({ camera: Camera.playing(film) }),
    serveFolder(folder),
  ]);
  const page = (parameters, allow = "") => `<!doctype html><title>A page around</title>
    <iframe src="${site.url}?backend=cpu&${parameters}" ${allow} width="760" height="520" title="Visage"></iframe>
    <script>
      globalThis.sizes = [];
      addEventListener("message", ({ source, data }) => {
        const frame = document.querySelector("iframe");
        if (source !== frame.contentWindow || data.type !== "visage-size") return;
        sizes.push(data);
        frame.height = data.height;
      });
    </script>`;
  await writePage(folder, {
    "lesson.html": page("embed=lesson&lesson=e&sample=woman-1"),
    "stage.html": page("embed=stage&sample=woman-1"),
    "camera.html": page("embed=stage&debug=1"),
    "allowed.html": page("embed=stage&debug=1", `allow="camera"`),
  });
  await mkdir(ARTIFACTS, { recursive: true });
});
after(async () => {
  await browser?.close();
  await Promise.all([site?.close(), around?.close()]);
});

/** Opens a page around, and gives it and what is in its frame. */
async function opened(name) {
  const page = await browser.newPage({ viewport: { width: 820, height: 1200 } });
  await page.goto(`${around.url}${name}`);
  return { page, frame: page.frameLocator("iframe") };
}

test("a step of the lesson, with its picture, at the height that it needs", TIMEOUT, async () => {
  const { page, frame } = await opened("lesson.html");
  await frame.getByTestId("lesson-step").waitFor();
  await frame.getByTestId("heat-legend").waitFor();
  assert.equal(await frame.getByRole("tab").first().isVisible(), false);
  await page.waitForFunction(() => globalThis.sizes.length > 0);
  await page.waitForFunction(() => {
    const { height } = globalThis.sizes.at(-1);
    return document.querySelector("iframe").clientHeight === height;
  });
  const scrolls = () => frame.locator(".panel-body").evaluate((body) => body.scrollHeight - body.clientHeight);
  for (let tries = 0; (await scrolls()) > 2 && tries < 40; tries += 1) await page.waitForTimeout(250);
  assert.ok((await scrolls()) <= 2, `${await scrolls()} pixels are hidden`);
  await page.screenshot({ path: path.join(ARTIFACTS, "embedded-lesson.png"), fullPage: true });
  await page.close();
});

test("the stage alone", TIMEOUT, async () => {
  const { page, frame } = await opened("stage.html");
  await frame.getByTestId("heat-legend").waitFor();
  assert.equal(await frame.getByRole("tabpanel").isVisible(), false);
  assert.equal(await frame.locator(".lead").isVisible(), false);
  const stage = await frame.locator(".stage").boundingBox();
  assert.ok(stage.width >= 700 && stage.height > 300, JSON.stringify(stage));
  await page.screenshot({ path: path.join(ARTIFACTS, "embedded-stage.png") });
  await page.close();
});

test("a camera that the page around does not allow is explained, and one that it allows runs", TIMEOUT, async () => {
  const refused = await opened("camera.html");
  await refused.frame.getByTestId("start-camera").click();
  await refused.frame.getByText(/page around this one must allow it/).waitFor();
  await refused.page.close();
  const allowed = await opened("allowed.html");
  await allowed.frame.getByTestId("start-camera").click();
  await allowed.frame.locator("[data-testid=overlay][data-analysis]").waitFor({ state: "attached" });
  await allowed.page.close();
});

test("nobody else may put a frame around it", TIMEOUT, async () => {
  const closed = await serveSite();
  const { page } = await opened("stage.html");
  await page.evaluate((url) => {
    document.querySelector("iframe").src = url;
  }, closed.url);
  await page.waitForTimeout(500);
  const inside = page.frames().find((frame) => frame !== page.mainFrame());
  assert.equal(await inside.locator("#page").count(), 0);
  await page.close();
  await closed.close();
});
