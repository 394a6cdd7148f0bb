// The module's attributes: one table, which the types agree with, and from which everything else follows.
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";

const MODULE = fileURLToPath(new URL("../../module", import.meta.url));
const AGES = 101;

let folder;

// Two copies, the second of which knows another attribute by an entry in the table and one in the types.
before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), "visage-attributes-"));
  await writeFile(path.join(folder, "package.json"), '{ "type": "module" }');
  for (const copy of ["own", "more"]) await cp(MODULE, path.join(folder, copy), { recursive: true });
  await change("labels.js", /(ATTRIBUTES = \[.*?)\];/s, '$1{ name: "another", category: "nominal", classes: ["This", "That"] }];');
  await change("index.d.ts", /(type Attribute = .*?);/, '$1 | "another";');
});
after(() => rm(folder, { recursive: true, force: true }));

async function change(name, from, to) {
  const file = path.join(folder, "more", name);
  const text = await readFile(file, "utf8");
  assert.match(text, from, name);
  await writeFile(file, text.replace(from, to));
}

const load = (copy, name) => import(pathToFileURL(path.join(folder, copy, name)).href);

/** What the engine says of a face of a certain age, and of the last of all other classes. */
function analysisOf(attributes, years = 30) {
  const only = (place, length) => Array.from({ length }, (_, index) => Number(index === place));
  const estimate = ({ category, classes }) =>
    category === "ordinal" ? { distribution: only(years, AGES) } : only(classes.length - 1, classes.length);
  const face = {
    identity: 0,
    number: 0,
    score: 1,
    boundingBox: { x: 0, y: 0, width: 9, height: 9 },
    keyPoints: Array(6).fill({ x: 1, y: 1 }),
    cropToFrame: { a: 1, b: 0, tx: 0, ty: 0 },
    estimates: Object.fromEntries(attributes.map((attribute) => [attribute.name, estimate(attribute)])),
    doubts: [],
  };
  return { width: 640, height: 480, count: 1, timings: {}, faces: [face] };
}

/** What is wrong with a program that uses the types of a copy. */
async function mistakes(copy, text) {
  const file = path.join(folder, `${copy}.ts`);
  await writeFile(file, text);
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
    types: [],
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

test("the types name the attributes of the table, and no others", async () => {
  const { ATTRIBUTES } = await load("own", "labels.js");
  const names = ATTRIBUTES.map(({ name }) => `"${name}"`).join(" | ");
  const found = await mistakes(
    "own",
    `import type { AgeEstimate, Attribute, ClassEstimate, Face } from "./own/index.js";
    type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
    export const attributes: Same<Attribute, ${names}> = true;
    export const age: Same<Face["age"], AgeEstimate> = true;
    export const gender: Same<Face["gender"], ClassEstimate & { isGuess: boolean }> = true;
    export const race: Same<Face["race"], ClassEstimate> = true;`,
  );
  assert.deepEqual(found, []);
});

test("a face has its attributes in the table's order", async () => {
  const [{ ATTRIBUTES }, { toFrame }] = await Promise.all([load("own", "labels.js"), load("own", "results.js")]);
  const names = ATTRIBUTES.map(({ name }) => name);
  assert.deepEqual(names.slice(0, 3), ["age", "gender", "race"]);
  const [face] = toFrame(analysisOf(ATTRIBUTES), 1).faces;
  const place = ["identity", "number", "box", "score", "keyPoints"];
  assert.deepEqual(Object.keys(face), [...place, ...names, "doubts", "cropToFrame"]);
  assert.deepEqual(Object.keys(face.gender), ["label", "probability", "probabilities", "isGuess"]);
  assert.deepEqual(Object.keys(face.race), ["label", "probability", "probabilities"]);
});

test("of a young face the gender is a guess, and is not drawn", async () => {
  const names = ["labels.js", "results.js", "draw.js"];
  const [{ ATTRIBUTES }, { toFrame }, { describe }] = await Promise.all(names.map((name) => load("own", name)));
  const [[child], [adult]] = [2, 30].map((years) => toFrame(analysisOf(ATTRIBUTES, years), 1).faces);
  assert.deepEqual([child.gender.isGuess, adult.gender.isGuess], [true, false]);
  assert.match(describe(child), /^2 \(2–2\) · Others 100 %/);
  assert.match(describe(adult), /^30 \(30–30\) · Female 100 % · Others 100 %/);
});

test("another attribute is estimated, drawn, hidden, averaged and explained", async () => {
  const names = ["labels.js", "results.js", "draw.js", "smoothing.js", "explanation.js"];
  const loaded = await Promise.all(names.map((name) => load("more", name)));
  const [{ ATTRIBUTES, CLASSES }, { toFrame }, { describe }, { Smoother }, { explanation }] = loaded;
  const [face] = toFrame(analysisOf(ATTRIBUTES), 1).faces;
  assert.deepEqual(face.another, { label: "That", probability: 1, probabilities: { This: 0, That: 1 } });
  assert.match(describe(face), / · Others 100 % · .*That 100 %$/);
  assert.doesNotMatch(describe(face, ["another"]), /That/);
  const [smoother, first, second] = [new Smoother(), analysisOf(ATTRIBUTES), analysisOf(ATTRIBUTES)];
  second.faces[0].estimates.another = [1, 0];
  smoother.smooth(first, 0);
  smoother.smooth(second, 100);
  const [now, before] = second.faces[0].estimates.another;
  assert.ok(0 < now && now < before && Math.abs(now + before - 1) < 1e-9, `${now}`);
  assert.deepEqual(CLASSES.another, ["This", "That"]);
  assert.deepEqual(explanation({ attribute: "another", class: "that" }), { attribute: "another", class: 1, layer: undefined });
});

test("the types follow another attribute", async () => {
  const found = await mistakes(
    "more",
    `import { CLASSES, type ClassEstimate, type Explain, type Face } from "./more/index.js";
    export const another = (face: Face): ClassEstimate => face.another;
    export const classes: readonly string[] = CLASSES.another;
    export const explain: Explain = { attribute: "another" };
    // @ts-expect-error
    export const none = (face: Face) => face.none;`,
  );
  assert.deepEqual(found, []);
});
