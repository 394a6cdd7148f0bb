// The module for other people's pages: from its archive, with and without bundlers, it says what the command line says.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { brotliCompressSync } from "node:zlib";
import { build as bundle } from "esbuild";
import sharp from "sharp";
import { build as buildWithVite } from "vite";
import { predict } from "../support/command-line.mjs";
import { Camera, launch } from "../support/launch.mjs";
import { installed, serveFolder, STRICT, writePage } from "../support/module.mjs";
import { PROJECT, SAMPLES } from "../support/paths.mjs";
import { filmOf, frameWith, portraits } from "../support/pictures.mjs";

const SAMPLE = path.join(SAMPLES, "woman-1.jpg");
const TSC = path.join(PROJECT, "tests", "browser", "node_modules", "typescript", "bin", "tsc");
const TIMEOUT = { timeout: 180_000 };

// What the pages here do: they read a photo and leave what was found where a test sees it.
const READS = `
  globalThis.found = (async () => {
    const visage = await Visage.load({ backend: "cpu", ...globalThis.options });
    const photo = await (await fetch(new URL("photo.png", document.baseURI))).blob();
    const frame = await visage.analyze(photo, { explain: "gender" });
    visage.dispose();
    return JSON.parse(JSON.stringify(frame, (key, value) => (key === "evidence" ? value.length : value)));
  })();
`;

let project;
let browser;
let photo;
let expected;

before(async () => {
  [project, browser] = await Promise.all([installed(), launch()]);
  // Decoders of JPEG differ a little.
  photo = path.join(project.folder, "photo.png");
  await sharp(SAMPLE).png().toFile(photo);
  expected = await predict(photo);
  await writePage(project.folder, {
    "plain/index.html": `<!doctype html><title>A page</title><script type="module" src="page.js"></script>`,
    "plain/page.js": `import { Visage } from "./visage/index.js";\n${READS}`,
    "plain/empty.html": "<!doctype html><title>Nothing</title>",
    "plain/photo.png": { from: photo },
    "plain/visage": { from: project.module },
  });
});
after(async () => {
  await browser?.close();
  await project?.remove();
});

/** Opens a page, hands on what `use` gives, and fails on any error in the console that is not to be expected. */
async function opened(url, use, { browser: own = browser, expectsErrors = false } = {}) {
  const page = await own.newPage();
  const errors = [];
  page.on(
    "console",
    (message) => message.type() === "error" && !message.location().url.endsWith("/favicon.ico") && errors.push(message.text()),
  );
  page.on("pageerror", (error) => errors.push(error.message));
  try {
    await page.goto(url);
    const result = await use(page);
    if (!expectsErrors) assert.deepEqual(errors, []);
    return result;
  } finally {
    await page.close();
  }
}

const found = (page) => page.evaluate(() => globalThis.found);

function assertAsPredicted(frame) {
  assert.equal(frame.faces.length, expected.length);
  for (const [index, face] of frame.faces.entries()) {
    const said = expected[index];
    assert.ok(Math.abs(face.age.years - said.age.years) < 0.05, `${face.age.years} for ${said.age.years}`);
    assert.equal(face.gender.label, said.gender.label);
    assert.equal(face.race.label, said.race.label);
    assert.ok(Math.abs(face.gender.probability - said.gender.probability) < 0.005);
    assert.deepEqual(face.doubts, said.doubts);
    for (const side of ["x", "y", "width", "height"]) assert.ok(Math.abs(face.box[side] - said.box[side]) < 1, side);
    assert.equal(face.heatMap.evidence, face.heatMap.size ** 2);
  }
}

/** Checks the types of a program; what is wrong is the error's text. */
async function checkTypes(program, more = {}) {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: "es2022",
    module: "esnext",
    moduleResolution: "bundler",
    lib: ["es2022", "dom", "dom.iterable", "dom.asynciterable"],
    types: [],
    ...more,
  };
  const file = path.join(path.dirname(program), "tsconfig.check.json");
  await writePage(path.dirname(program), { "tsconfig.check.json": JSON.stringify({ compilerOptions, files: [path.basename(program)] }) });
  await promisify(execFile)(process.execPath, [TSC, "-p", file]).catch(({ stdout, message }) => assert.fail(stdout || message));
}

test("with a second opinion it says what the command line says with one", TIMEOUT, async () => {
  const [both] = await predict(photo, { second: true });
  await writePage(project.folder, {
    "plain/second.html": `<!doctype html><title>A page</title><script type="module" src="visage/view.js"></script>
      <visage-view src="photo.png" backend="cpu" second-opinion></visage-view>`,
  });
  const server = await serveFolder(path.join(project.folder, "plain"));
  const read = (options) =>
    opened(`${server.url}empty.html`, async (page) => {
      await page.evaluate((options) => (globalThis.options = options), options);
      await page.addScriptTag({ type: "module", url: `${server.url}page.js` });
      await page.waitForFunction(() => globalThis.found);
      return found(page);
    });
  const [alone, second] = [await read({}), await read({ secondOpinion: true })];
  const ofElement = await opened(`${server.url}second.html`, async (page) => {
    await page.locator("[part=faces] li").first().waitFor();
    return page.locator("visage-view").evaluate(({ frame }) => ({ asked: frame.secondOpinion, years: frame.faces[0].age.years }));
  });
  await server.close();
  assert.deepEqual([alone.secondOpinion, second.secondOpinion], [false, true]);
  assertAsPredicted(alone);
  const years = second.faces[0].age.years;
  assert.ok(Math.abs(years - both.age.years) < 0.05, `${years} for ${both.age.years}`);
  assert.ok(Math.abs(years - alone.faces[0].age.years) > 0.05, "the two networks say the same");
  assert.ok(ofElement.asked && Math.abs(ofElement.years - years) < 0.05, JSON.stringify(ofElement));
});

test("the types speak of what there is", TIMEOUT, async () => {
  const root = path.join(project.folder, "types");
  // Beside a script its types would be taken for it.
  await writePage(root, {
    script: { from: path.join(PROJECT, "module") },
    "check.ts": `
      import * as script from "./script/index.js";
      import * as types from "./types/index.js";
      type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
      export const names: Same<keyof typeof script, keyof typeof types> = true;
      export const members: Same<keyof script.Visage, keyof types.Visage> = true;
      type Named = "analyze" | "watch" | "draw" | "teach" | "use" | "dispose";
      type Counts<V extends Record<Named, (...values: never[]) => unknown>> = { [name in Named]: Required<Parameters<V[name]>>["length"] };
      export const parameters: Same<Counts<script.Visage>, Counts<types.Visage>> = true;
    `,
  });
  await writePage(root, { "types/index.d.ts": { from: path.join(PROJECT, "module", "index.d.ts") } });
  await rm(path.join(root, "script", "index.d.ts"));
  await rm(path.join(root, "script", "view.d.ts"));
  await checkTypes(path.join(root, "check.ts"), { allowJs: true });
});

test("without a bundler, under a strict policy, below a path", TIMEOUT, async () => {
  const server = await serveFolder(project.folder, { "content-security-policy": STRICT });
  assertAsPredicted(await opened(`${server.url}plain/index.html`, found));
  await server.close();
});

test("from another origin, as from a CDN", TIMEOUT, async () => {
  const cdn = await serveFolder(project.module, { "access-control-allow-origin": "*" });
  await writePage(project.folder, {
    "cdn/index.html": `<!doctype html><title>A page</title><script type="module" src="page.js"></script>`,
    "cdn/page.js": `import { Visage } from "${cdn.url}index.js";\n${READS}`,
    "cdn/photo.png": { from: photo },
  });
  const server = await serveFolder(path.join(project.folder, "cdn"));
  assertAsPredicted(await opened(server.url, found));
  await Promise.all([server.close(), cdn.close()]);
});

test("with Vite, type-checked", TIMEOUT, async () => {
  const root = path.join(project.folder, "with-vite");
  await writePage(root, {
    "index.html": `<!doctype html><title>A page</title><script type="module" src="/page.ts"></script>`,
    "page.ts": `
      import { Visage, VisageError, type Face, type Frame } from "visage";
      import "visage/view";
      declare global { var found: Promise<unknown>; var options: object | undefined; }
      const first = (frame: Frame): Face | undefined => frame.faces[0];
      export async function lookAt(video: HTMLVideoElement, signal: AbortSignal): Promise<number | undefined> {
        const visage = await Visage.load();
        for await (const frame of visage.watch(video, { explain: { attribute: "gender", class: "Female" }, signal })) {
          const heat: Uint8Array | undefined = first(frame)?.heatMap?.evidence;
          if (heat) return first(frame)?.age.years;
        }
        return undefined;
      }
      export const isLate = (error: unknown) => error instanceof VisageError && error.code === "late";
      ${READS}
    `,
    "public/photo.png": { from: photo },
  });
  await checkTypes(path.join(root, "page.ts"));
  await buildWithVite({ root, base: "./", logLevel: "error", build: { outDir: "dist", target: "es2022" } });
  const server = await serveFolder(path.join(root, "dist"));
  assertAsPredicted(await opened(server.url, found));
  await server.close();
});

test("with esbuild, the engine's files in a folder of one's own", TIMEOUT, async () => {
  const root = path.join(project.folder, "with-esbuild");
  await writePage(root, {
    "index.html": `<!doctype html><title>A page</title><script>options = { files: "engine" };</script><script type="module" src="bundle.js"></script>`,
    "page.js": `import { Visage } from "visage";\n${READS}`,
    "photo.png": { from: photo },
    engine: { from: path.join(project.module, "engine") },
  });
  await bundle({
    entryPoints: [path.join(root, "page.js")],
    bundle: true,
    format: "esm",
    outfile: path.join(root, "bundle.js"),
    logLevel: "error",
  });
  const server = await serveFolder(root);
  assertAsPredicted(await opened(server.url, found));
  await server.close();
});

test("in an iframe, and in a worker of the caller's", TIMEOUT, async () => {
  await writePage(project.folder, {
    "plain/framed.html": `<!doctype html><title>A page around</title><iframe src="index.html" title="Visage"></iframe>`,
    "plain/working.html": `<!doctype html><title>A page</title><script type="module">
      const worker = new Worker("worker.js", { type: "module" });
      globalThis.found = new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
    </script>`,
    "plain/worker.js": `
      import { Visage } from "./visage/index.js";
      const visage = await Visage.load({ backend: "cpu" });
      const photo = await (await fetch("photo.png")).blob();
      const frame = await visage.analyze(photo, { explain: "gender" });
      const canvas = new OffscreenCanvas(frame.width, frame.height);
      visage.draw(canvas, frame);
      const drawn = canvas.getContext("2d").getImageData(0, 0, frame.width, frame.height).data.some((value) => value > 0);
      for (const face of frame.faces) face.heatMap.evidence = face.heatMap.evidence.length;
      postMessage({ ...frame, drawn });
    `,
  });
  const server = await serveFolder(path.join(project.folder, "plain"));
  await opened(`${server.url}framed.html`, async (page) => {
    const frame = page.frames().find((frame) => frame.url().endsWith("index.html")) ?? (await page.waitForEvent("framenavigated"));
    assertAsPredicted(await frame.evaluate(() => globalThis.found));
  });
  const worked = await opened(`${server.url}working.html`, found);
  assertAsPredicted(worked);
  assert.ok(worked.drawn);
  await server.close();
});

test("two at once, abort, dispose, and errors that say what to do", TIMEOUT, async () => {
  const server = await serveFolder(path.join(project.folder, "plain"));
  const said = await opened(
    `${server.url}empty.html`,
    (page) =>
      page.evaluate(async () => {
        const { Visage, VisageError } = await import("/visage/index.js");
        const photo = await (await fetch("photo.png")).blob();
        const codeOf = async (act) => {
          try {
            await act();
            return "nothing";
          } catch (error) {
            return error instanceof VisageError ? [error.code, error.message] : [error.name];
          }
        };
        const [one, other] = await Promise.all([Visage.load({ backend: "cpu" }), Visage.load({ backend: "cpu" })]);
        const [first, second, third] = await Promise.all([one.analyze(photo), other.analyze(photo), one.analyze(photo)]);
        const stop = new AbortController();
        const aborted = codeOf(() => one.analyze(photo, { signal: stop.signal }));
        stop.abort();
        const codes = {
          aborted: await aborted,
          text: await codeOf(() => one.analyze(new Blob(["no picture"]))),
          attribute: await codeOf(() => one.analyze(photo, { explain: "height" })),
          label: await codeOf(() => one.analyze(photo, { explain: { attribute: "race", class: "Martian" } })),
          backend: await codeOf(() => Visage.load({ backend: "abacus" })),
          webgpu: await codeOf(() => Visage.load({ backend: "webgpu" })),
          files: await codeOf(() => Visage.load({ backend: "cpu", files: "/nowhere/" })),
        };
        const after = await one.analyze(photo);
        one.dispose();
        codes.disposed = await codeOf(() => one.analyze(photo));
        const still = await other.analyze(photo);
        other.dispose();
        const years = [first, second, third, after, still].map(({ faces }) => faces[0].age.years);
        return { codes, years, heat: first.faces[0].heatMap };
      }),
    { expectsErrors: true },
  );
  await server.close();
  const { codes, years, heat } = said;
  assert.equal(new Set(years.map((value) => value.toFixed(3))).size, 1, `${years}`);
  assert.equal(heat, undefined);
  assert.deepEqual(codes.aborted, ["AbortError"]);
  const kinds = Object.fromEntries(Object.entries(codes).map(([name, [code]]) => [name, code]));
  assert.deepEqual(kinds, {
    aborted: "AbortError",
    text: "picture",
    attribute: "option",
    label: "option",
    backend: "option",
    webgpu: "webgpu",
    files: "files",
    disposed: "disposed",
  });
  assert.match(codes.attribute[1], /age, gender, race/);
});

test("a video is followed until the signal, and the element shows it", TIMEOUT, async () => {
  const film = await filmOf(await frameWith((await portraits()).slice(0, 1)));
  const own = await launch({ camera: Camera.playing(film) });
  const server = await serveFolder(path.join(project.folder, "plain"), { "content-security-policy": STRICT });
  await writePage(project.folder, {
    "plain/view.html": `<!doctype html><title>A page</title><script type="module" src="visage/view.js"></script>
      <visage-view id="photo" src="photo.png" backend="cpu" explain="race" hide="gender"></visage-view>
      <visage-view id="camera" camera mirrored backend="cpu"></visage-view>`,
  });
  const watched = await opened(
    `${server.url}empty.html`,
    (page) =>
      page.evaluate(async () => {
        const { Visage } = await import("/visage/index.js");
        const video = Object.assign(document.createElement("video"), { muted: true });
        video.srcObject = await navigator.mediaDevices.getUserMedia({ video: true });
        await video.play();
        const visage = await Visage.load({ backend: "cpu" });
        const stop = new AbortController();
        const frames = [];
        for await (const { faces, time } of visage.watch(video, { signal: stop.signal })) {
          frames.push({ identities: faces.map(({ identity }) => identity), time });
          if (frames.length === 12) stop.abort();
        }
        visage.dispose();
        return frames;
      }),
    { browser: own },
  );
  assert.equal(watched.length, 12);
  assert.deepEqual(new Set(watched.flatMap(({ identities }) => identities)).size, 1);
  assert.ok(watched.every(({ time }, index) => index === 0 || time > watched[index - 1].time));

  await opened(
    `${server.url}view.html`,
    async (page) => {
      const photo = page.locator("#photo [part=faces]");
      await photo.locator("li").first().waitFor();
      const text = await photo.innerText();
      assert.match(text, new RegExp(`estimated age ${Math.round(expected[0].age.years)} `));
      assert.doesNotMatch(text, /male/i);
      const overlay = await page.locator("#photo canvas").evaluate((canvas) => {
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        return data.some((value) => value > 0);
      });
      assert.ok(overlay, "nothing is drawn over the photo");
      await page.locator("#camera [part=button]").click();
      await page.locator("#camera [part=faces] li").first().waitFor();
      assert.match(await page.locator("#camera [part=faces]").innerText(), /estimated age \d+/);
      await page.screenshot({ path: path.join(project.folder, "view.png") });
    },
    { browser: own },
  );
  await own.close();
  await server.close();
});

test("what is taught is said, and kept as plain data", TIMEOUT, async () => {
  const server = await serveFolder(path.join(project.folder, "plain"));
  const { before, outcome, again } = await opened(`${server.url}empty.html`, (page) =>
    page.evaluate(async () => {
      const { Visage } = await import("/visage/index.js");
      const photo = await createImageBitmap(await (await fetch("photo.png")).blob());
      const visage = await Visage.load({ backend: "cpu" });
      const [{ box }] = (await visage.analyze(photo)).faces;
      // The face with a dark bar over its eyes or without, a little darker each time.
      const view = (number, bar) => {
        const canvas = new OffscreenCanvas(photo.width, photo.height);
        const context = canvas.getContext("2d");
        context.filter = `brightness(${1 - 0.02 * number})`;
        context.drawImage(photo, 0, 0);
        context.filter = "none";
        if (bar) context.fillRect(box.x, box.y + 0.2 * box.height, box.width, 0.2 * box.height);
        return canvas;
      };
      const examples = [];
      for (let number = 0; number < 15; number += 1) {
        examples.push({ source: view(number, false), labels: { bar: "without" } }, { source: view(number, true), labels: { bar: "with" } });
      }
      const task = { attributes: [{ name: "bar", classes: ["without", "with"] }] };
      const { heads, outcomes } = await visage.teach(task, examples);
      const say = async (visage) => {
        const options = { explain: { attribute: "bar", class: "with" } };
        const frames = [await visage.analyze(view(3, false), options), await visage.analyze(view(3, true), options)];
        return frames.map(({ faces: [{ taught, heatMap }] }) => [taught.bar.label, heatMap.evidence.some((value) => value > 0)]);
      };
      const before = await say(visage);
      visage.dispose();
      const other = await Visage.load({ backend: "cpu" });
      await other.use(JSON.parse(JSON.stringify(heads)));
      const again = await say(other);
      other.dispose();
      return { before, outcome: outcomes[0], again };
    }),
  );
  await server.close();
  assert.equal(outcome.right, outcome.count);
  assert.deepEqual(
    before.map(([label]) => label),
    ["without", "with"],
  );
  assert.ok(before[1][1], "there is no map of the bar");
  assert.deepEqual(again, before);
});

test("it is small", async () => {
  const size = async (name) => (await stat(path.join(project.module, name))).size;
  const scripts = (await size("index.js")) + (await size("engine/cpu.js"));
  assert.ok(scripts <= 30_000, `${scripts} bytes of JavaScript before the program`);
  const compressed = brotliCompressSync(await readFile(path.join(project.module, "index.js"))).length;
  console.log(`index.js and engine/cpu.js: ${scripts} bytes; index.js with brotli: ${compressed}`);
});
