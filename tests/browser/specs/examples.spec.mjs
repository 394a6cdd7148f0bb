// The examples do what they show, with the packages that they name.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, readFile, readdir, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import sharp from "sharp";
import { build } from "vite";
import { SECURITY } from "../../../site/headers.mjs";
import { predict } from "../support/command-line.mjs";
import { Camera, launch } from "../support/launch.mjs";
import { installed, serveFolder } from "../support/module.mjs";
import { PROJECT, SAMPLES } from "../support/paths.mjs";
import { filmOf, frameWith, portraits } from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";

const require = createRequire(import.meta.url);
const EXAMPLES = path.join(PROJECT, "examples");
const PACKAGES = path.join(PROJECT, "tests", "browser", "node_modules");
const TIMEOUT = { timeout: 180_000 };

let project;
let browser;
let photo;
let expected;

before(async () => {
  const film = await filmOf(await frameWith((await portraits()).slice(0, 1)));
  [project, browser] = await Promise.all([installed(), launch({ camera: Camera.playing(film) })]);
  photo = path.join(project.folder, "photo.png");
  await sharp(path.join(SAMPLES, "woman-1.jpg")).png().toFile(photo);
  [expected] = await predict(photo);
  const others = (await readdir(PACKAGES)).filter((name) => !name.startsWith("."));
  for (const name of others) await symlink(path.join(PACKAGES, name), path.join(project.folder, "node_modules", name)).catch(() => {});
});
after(async () => {
  await browser?.close();
  await project?.remove();
});

/** A copy of an example, beside the packages that it needs. */
async function copied(name) {
  const folder = path.join(project.folder, name);
  await cp(path.join(EXAMPLES, name), folder, {
    recursive: true,
    filter: (file) => !/node_modules|dist/.test(path.relative(EXAMPLES, file)),
  });
  return folder;
}

async function built(name) {
  const folder = await copied(name);
  await build({ root: folder, logLevel: "error" });
  return path.join(folder, "dist");
}

/** Opens a page, and fails on any error of its program. */
async function opened(folder, use, { headers, query = "" } = {}) {
  const server = await serveFolder(folder, headers);
  const page = await browser.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  try {
    await page.goto(`${server.url}${query}`);
    await use(page);
    assert.deepEqual(errors, []);
  } finally {
    await page.close();
    await server.close();
  }
}

const isDrawn = (page, selector) =>
  page.locator(selector).evaluate((canvas) =>
    canvas
      .getContext("2d")
      .getImageData(0, 0, canvas.width, canvas.height)
      .data.some((value) => value > 0),
  );

test("every example names the versions that are tested here", async () => {
  for (const name of ["plain", "react", "retrained-head", "slides"]) {
    const { dependencies, devDependencies = {}, scripts } = JSON.parse(await readFile(path.join(EXAMPLES, name, "package.json"), "utf8"));
    for (const [dependency, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      if (dependency === "visage") continue;
      assert.equal(version, JSON.parse(await readFile(path.join(PACKAGES, dependency, "package.json"), "utf8")).version, dependency);
    }
    assert.ok(scripts.start && scripts.prestart.includes("npm install"), name);
  }
});

test("plain: a photo and a camera, under the site's own policy", TIMEOUT, async () => {
  const folder = await copied("plain");
  await cp(project.module, path.join(folder, "node_modules", "visage"), { recursive: true });
  const use = async (page) => {
    await page.getByText(/^Ready/).waitFor();
    await page.locator("#photo").setInputFiles(photo);
    await page.getByText("1 found.").waitFor();
    assert.ok(await isDrawn(page, "#overlay"));
    await page.locator("#photo").setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("no picture") });
    await page.locator("#message").filter({ hasNotText: "found" }).waitFor();
    await page.locator("#camera").click();
    await page.getByText("1 found.").waitFor();
  };
  await opened(folder, use, { headers: { "content-security-policy": SECURITY["content-security-policy"] } });
});

test("react: a photo, its estimates, and another heat map", TIMEOUT, async () => {
  const folder = await copied("react");
  const tsc = path.join(path.dirname(require.resolve("typescript/package.json")), "bin", "tsc");
  await promisify(execFile)(process.execPath, [tsc, "-p", folder]).catch(({ stdout }) => assert.fail(stdout));
  await opened(await built("react"), async (page) => {
    await page.getByText("Drop a photo.").waitFor();
    await page.locator("input[type=file]").setInputFiles(photo);
    await page.getByText(`estimated age ${Math.round(expected.age.years)}`).waitFor();
    const overlay = () =>
      page
        .locator("canvas")
        .last()
        .evaluate((canvas) => canvas.toDataURL().length);
    const before = await overlay();
    await page.getByLabel("race").check();
    await page.waitForFunction((before) => [...document.querySelectorAll("canvas")].at(-1).toDataURL().length !== before, before);
  });
});

test("retrained-head: heads of another page", TIMEOUT, async () => {
  const folder = await built("retrained-head");
  // They are made by the module, as the page's tab and the command line make them.
  let heads;
  await opened(
    project.folder,
    async (page) => {
      heads = await page.evaluate(async () => {
        const { Visage } = await import("/node_modules/visage/index.js");
        const picture = await createImageBitmap(await (await fetch("photo.png")).blob());
        const view = (brightness) => {
          const canvas = new OffscreenCanvas(picture.width, picture.height);
          const context = canvas.getContext("2d");
          context.filter = `brightness(${brightness})`;
          context.drawImage(picture, 0, 0);
          return canvas;
        };
        const examples = Array.from({ length: 10 }, (_, number) => [
          { source: view(1 - number / 50), labels: { light: "bright" } },
          { source: view(0.4 - number / 50), labels: { light: "dark" } },
        ]).flat();
        const visage = await Visage.load({ backend: "cpu" });
        const taught = await visage.teach({ attributes: [{ name: "light", classes: ["dark", "bright"] }] }, examples);
        visage.dispose();
        return JSON.stringify(taught.heads);
      });
    },
    { query: "package.json" },
  );
  await opened(folder, async (page) => {
    await page.waitForFunction(() => document.querySelector("#heads").onchange);
    const file = (name, text) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });
    await page.locator("#heads").setInputFiles(file("other.json", '{"format":"something else"}'));
    await page.getByText(/damaged, or of another version/).waitFor();
    await page.locator("#heads").setInputFiles(file("heads.json", heads));
    await page.getByText("Now open a photo.").waitFor();
    await page.locator("#photo").setInputFiles(photo);
    await page.getByText(/light: bright, \d+ %/).waitFor();
  });
});

test("slides: a step of the lesson in a talk", TIMEOUT, async () => {
  const site = await serveSite({ around: "http://127.0.0.1:*" });
  const query = `?visage=${encodeURIComponent(site.url)}#/1`;
  await opened(
    await built("slides"),
    async (page) => {
      const lesson = page.frameLocator("#visage");
      await lesson.getByTestId("lesson-step").waitFor();
      await lesson.getByTestId("heat-legend").waitFor();
      assert.ok(await lesson.getByTestId("lesson-step").isVisible());
    },
    { query },
  );
  await site.close();
});
