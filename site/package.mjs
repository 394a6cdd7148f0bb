// Turns what Trunk has built into the finished site, in place.
//
//   node site/package.mjs [--quality fast|best] [--site dist] [--sizes tests/artifacts/sizes.json]
//
// See "The site" in ARCHITECTURE.md for why each step is there.
import { existsSync } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { budgetFor, compare, explain } from "./budget.mjs";
import { packageField } from "./cargo.mjs";
import { compressAll } from "./compress.mjs";
import { docsPage } from "./docs.mjs";
import { compactFigures } from "./figures.mjs";
import { minifyAll } from "./minify.mjs";
import { pointPagesAt } from "./pages.mjs";
import { moveIntoRelease } from "./release-folder.mjs";
import { joinScripts } from "./scripts.mjs";
import { SERVICE_WORKER, writeServiceWorker } from "./service-worker.mjs";
import { groupOf, measure, table } from "./sizes.mjs";
import { joinStyles } from "./styles.mjs";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));

// What compiles to the same files in every profile has the same size in every build, so that each can hold it against the budget.
const ALWAYS_BEST = ["page", "weights"];

/** A reason to stop that is the caller's to mend: its sentence is enough, a stack of calls would not help. */
class Refusal extends Error {}

/**
 * Finishes the site in the folder `site`.
 *
 * @param {string} site what Trunk has built
 * @param {"fast" | "best"} quality how hard to compress
 * @returns {Promise<object>} its sizes, see `measure`
 */
export async function packageSite(site, quality) {
  if (!existsSync(path.join(site, "index.html"))) {
    throw new Refusal(`There is no index.html in ${site}: build the site first, with scripts/build.`);
  }
  if (existsSync(path.join(site, SERVICE_WORKER))) {
    throw new Refusal(`The site in ${site} is packaged already. Build it anew with scripts/build, which packages it too.`);
  }
  // A copy is worked on, so that what Trunk has built stays whole if a step fails.
  const work = await mkdtemp(`${path.resolve(site)}-packaging-`);
  try {
    await cp(site, work, { recursive: true });
    await compactFigures(work);
    await joinStyles(work);
    await joinScripts(work);
    await minifyAll(work);
    await mkdir(path.join(work, "docs"), { recursive: true });
    await writeFile(path.join(work, "docs", "index.html"), await docsPage(path.join(PROJECT, "module"), await packageField("version")));
    const release = await moveIntoRelease(work);
    await pointPagesAt(work, release);
    const precached = await writeServiceWorker(work, release);
    await compressAll(work, quality, (file) => ALWAYS_BEST.includes(groupOf(file, release)));
    const sizes = await measure(work, release, precached);
    // Temporary folders are closed to others, and a web server is another.
    await chmod(work, 0o755);
    await rm(site, { recursive: true });
    await rename(work, site);
    return sizes;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

// What the program ends with where the site is whole and only too large.
const OVER_BUDGET = 3;

async function main() {
  const { values } = parseArgs({
    options: {
      site: { type: "string", default: path.join(PROJECT, "dist") },
      quality: { type: "string", default: "best" },
      sizes: { type: "string", default: path.join(PROJECT, "tests", "artifacts", "sizes.json") },
    },
  });
  if (!["fast", "best"].includes(values.quality)) throw new Refusal("--quality is 'fast' or 'best'.");
  const sizes = await packageSite(values.site, values.quality);
  await mkdir(path.dirname(values.sizes), { recursive: true });
  await writeFile(values.sizes, `${JSON.stringify(sizes, null, 2)}\n`);
  console.log(table(sizes));
  const lines = compare(sizes, await budgetFor(values.quality));
  console.log(explain(lines));
  const missed = lines.filter(({ isKept }) => !isKept).map(({ line }) => line);
  if (missed.length > 0) {
    console.error(`The site in ${values.site} is finished, but larger than site/size-budget.json allows: ${missed.join(", ")}.`);
    process.exitCode = OVER_BUDGET;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
