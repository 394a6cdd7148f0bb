// Measures how good Visage and its peers are on labelled faces, and writes the figures, a page about them and a table. Run by
// `scripts/bench --faces`.
import { access, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ARTIFACTS, PROJECT, SITE } from "../browser/support/paths.mjs";
import { VISAGE } from "./contenders.mjs";
import { measureAccuracy } from "./parts/accuracy.mjs";
import { facesMarkdown } from "./report/faces.mjs";
import { FACES_MARK, facesSummary } from "./report/faces-summary.mjs";
import { replaced } from "./report/marks.mjs";
import { launch } from "./support/browser.mjs";
import { command, say } from "./support/command.mjs";
import { Desk } from "./support/desk.mjs";
import { versions } from "./support/machine.mjs";
import { faceOptions } from "./support/options.mjs";
import { serve } from "./support/server.mjs";
import { SETS } from "./support/sets.mjs";
import { releaseFolder } from "./support/site.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const RESULTS = path.join(PROJECT, "assets", "benchmark");
const README = path.join(PROJECT, "README.md");
const FILE = "faces.json";
/** Digits after the point: more would only make the file longer. */
const DIGITS = 6;

async function measure({ faces: folder, count }) {
  const release = await releaseFolder(SITE);
  const server = await serve({
    "/release/": `${release}/`,
    "/bench/": path.join(HERE, "pages/"),
    "/packages/": path.join(HERE, "node_modules/"),
  });
  const browser = await launch();
  try {
    const desk = new Desk(browser, server);
    const sets = [];
    for (const set of SETS) {
      say(`faces of ${set.title}`);
      sets.push(await measureAccuracy(desk, server, set, folder, count));
    }
    const { chromium, node, packages } = await versions(browser);
    return {
      date: new Date().toISOString(),
      site: { release: path.basename(release), weightsHash: VISAGE.details.weightsHash },
      versions: { chromium, node, packages },
      count,
      sets,
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function main() {
  const wanted = faceOptions();
  await access(path.join(SITE, "index.html")).catch(() => {
    throw new Error("There is no built site. Run scripts/bench --faces, which builds it.");
  });
  const results = await measure(wanted);
  const shortened = (_, value) => (typeof value === "number" ? Number(value.toFixed(DIGITS)) : value);
  const figures = `${JSON.stringify(results, shortened, 2)}\n`;
  await mkdir(ARTIFACTS, { recursive: true });
  await writeFile(path.join(ARTIFACTS, FILE), figures);
  const page = facesMarkdown(results);
  console.log(page);
  if (wanted.trial) return;
  await mkdir(RESULTS, { recursive: true });
  await writeFile(path.join(RESULTS, FILE), figures);
  await writeFile(path.join(RESULTS, "faces.md"), page);
  await writeFile(README, replaced(await readFile(README, "utf8"), FACES_MARK, facesSummary(results)));
  say(`written to ${path.relative(PROJECT, RESULTS)} and README.md`);
}

await command(main);
