// The documentation of the module: it reads well, and every block of code in it and in the module's README runs.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, test } from "node:test";
import vue from "@vitejs/plugin-vue";
import sharp from "sharp";
import { build } from "vite";
import { Camera, launch } from "../support/launch.mjs";
import { installed, serveFolder, writePage } from "../support/module.mjs";
import { PROJECT, SAMPLES } from "../support/paths.mjs";
import { filmOf, frameWith, portraits } from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";

const require = createRequire(import.meta.url);
const AXE = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
const MODULE = path.join(PROJECT, "module");
const TIMEOUT = { timeout: 180_000 };
// What blocks of code are: what a shell or a server is told is not run here.
const TOLD = ["sh", "text"];

let project;
let browser;

before(async () => {
  const film = await filmOf(await frameWith((await portraits()).slice(0, 1)));
  [project, browser] = await Promise.all([installed(), launch({ camera: Camera.playing(film) })]);
  await sharp(path.join(SAMPLES, "woman-1.jpg")).png().toFile(path.join(project.folder, "photo.png"));
});
after(async () => {
  await browser?.close();
  await project?.remove();
});

/** The blocks of code of a text: `{kind, name, code}`, of which `name` says what they need. */
async function blocksOf(file) {
  const text = await readFile(path.join(MODULE, file), "utf8");
  return [...text.matchAll(/^```(\S*) ?(\S*)\n(.*?)^```$/gms)].map(([, kind, name, code]) => ({ kind, name, code }));
}

/** Opens a page of the project's folder, waits for what shows that it has run, and fails on any error. */
async function runs(folder, page, isDone) {
  const server = await serveFolder(folder);
  const tab = await browser.newPage();
  const errors = [];
  tab.on("pageerror", (error) => errors.push(error.message));
  try {
    await tab.goto(`${server.url}${page}`);
    await isDone(tab).catch((error) => assert.fail(errors.join("\n") || error.message));
    assert.deepEqual(errors, []);
  } finally {
    await tab.close();
    await server.close();
  }
}

/** Builds a page with Vite, whose other packages are those of the tests. */
async function built(folder) {
  const alias = Object.fromEntries(
    ["react", "react-dom", "vue"].map((name) => [name, path.dirname(require.resolve(`${name}/package.json`))]),
  );
  await build({ root: folder, base: "./", logLevel: "error", plugins: [vue()], resolve: { alias }, build: { target: "es2022" } });
  return path.join(folder, "dist");
}

const RUN = {
  async js(code, number) {
    await writePage(project.folder, {
      [`block-${number}.html`]: `<!doctype html><title>A page</title>
        <script type="importmap">{ "imports": { "visage": "/node_modules/visage/index.js" } }</script>
        <img src="photo.png" alt=""><video muted></video><canvas></canvas>
        <script type="module">${code}\nglobalThis.isDone = true;</script>`,
    });
    await runs(project.folder, `block-${number}.html`, (tab) => tab.waitForFunction(() => globalThis.isDone));
  },
  async html(code, number) {
    await writePage(project.folder, { [`block-${number}.html`]: `<!doctype html><title>A page</title>${code}` });
    await runs(project.folder, `block-${number}.html`, (tab) => tab.locator("visage-view[src] [part=faces] li").waitFor());
  },
  async tsx(code, number) {
    const folder = path.join(project.folder, `react-${number}`);
    await writePage(folder, {
      "index.html": `<!doctype html><title>A page</title><div id="root"></div><script type="module" src="main.tsx"></script>`,
      "main.tsx": `import { createRoot } from "react-dom/client";\nimport { Faces } from "./faces";\ncreateRoot(document.getElementById("root")!).render(<Faces src="photo.png" />);`,
      "faces.tsx": code,
      "tsconfig.json": JSON.stringify({ compilerOptions: { jsx: "react-jsx" } }),
      "public/photo.png": { from: path.join(project.folder, "photo.png") },
    });
    await runs(await built(folder), "", (tab) => tab.getByText(/estimated age \d+/).waitFor());
  },
  async vue(code, number) {
    const folder = path.join(project.folder, `vue-${number}`);
    await writePage(folder, {
      "index.html": `<!doctype html><title>A page</title><div id="root"></div><script type="module" src="main.js"></script>`,
      "main.js": `import { createApp } from "vue";\nimport Faces from "./Faces.vue";\ncreateApp(Faces, { src: "photo.png" }).mount("#root");`,
      "Faces.vue": code,
      "public/photo.png": { from: path.join(project.folder, "photo.png") },
    });
    await runs(await built(folder), "", (tab) => tab.getByText(/estimated age \d+/).waitFor());
  },
};

test("every block of code in the documentation runs", TIMEOUT, async (t) => {
  const blocks = await blocksOf("docs.md");
  assert.ok(blocks.length > 10, `${blocks.length} blocks`);
  for (const [number, { kind, name, code }] of blocks.entries()) {
    if (TOLD.includes(kind)) continue;
    assert.ok(RUN[kind], `nobody knows how to run ${kind}`);
    await t.test(`${number}: ${kind} ${name}`, () => RUN[kind](code, number));
  }
});

test("and what the README shows", TIMEOUT, async () => {
  const blocks = await blocksOf("README.md");
  const [js, html] = ["js", "html"].map((kind) => blocks.filter((block) => block.kind === kind));
  // They are parts of one program.
  const [first, watching, teaching] = js.map(({ code }) => code);
  await RUN.js(first, "readme-1");
  const video = `const video = document.querySelector("video"), canvas = document.querySelector("canvas");
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: true }); await video.play();
    import { Visage } from "visage"; const visage = await Visage.load(); setTimeout(() => stop.abort(), 2000);\n`;
  await RUN.js(video + watching, "readme-2");
  const photos = `import { Visage } from "visage"; const visage = await Visage.load(); const photo = document.querySelector("img");\n`;
  const more = `[{ source: photo, labels: { glasses: "with" } }, { source: photo, labels: { glasses: "without" } }]`;
  assert.match(teaching, /\[\{ source: photo.*\]\)/);
  await RUN.js(photos + teaching.replace(/\[\{ source: photo.*\]\)/, `${more})`), "readme-3");
  await RUN.html(html[0].code.replaceAll("photo.jpg", "photo.png"), "readme-4");
});

test("the page of the documentation is whole, and axe-core finds nothing in it", TIMEOUT, async () => {
  const site = await serveSite();
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  for (const colorScheme of ["light", "dark"]) {
    for (const viewport of [
      { width: 1280, height: 800 },
      { width: 390, height: 844 },
    ]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      await page.goto(`${site.url}docs/`);
      await page.evaluate(AXE);
      const { violations } = await page.evaluate(() => window.axe.run(document));
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`),
        [],
      );
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= viewport.width, `${width} pixels wide`);
    }
  }
  assert.deepEqual(errors, []);
  await page.getByRole("link", { name: "Reference" }).click();
  assert.ok(await page.getByRole("heading", { name: "Reference" }).isVisible());
  await page.getByRole("link", { name: "Visage", exact: true }).first().click();
  await page.waitForURL(site.url);
  await context.close();
  await site.close();
});
