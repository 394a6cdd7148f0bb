// The service worker, written by Workbox: it takes a release whole, keeps it, and answers from it without a network.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { generateSW } from "workbox-build";

export const SERVICE_WORKER = "service-worker.js";

// Shown by systems that install the page and by shops for programs, read by search engines, imported by the service worker itself, loaded when a lesson
// or a visitor asks for it, or only linked to in texts: the page runs without them.
const NOT_NEEDED = [
  "icons/**",
  "screenshots/**",
  "robots.txt",
  "*/share-target.js",
  "*/first-visit.js",
  "*/assets/benchmark/**",
  "*/assets/experiments/!(networks.json)",
  "*/assets/{split,twins}.csv",
  "*/assets/**/*.{md,pack,probe,txt}",
  "*/assets/second-opinion.bpk",
];

// WebGPU's program is large, and the page does without it until it has answered.
const LAST = /\/gpu(-start)?(_bg)?\.(js|wasm)$/;

// Larger than any file of the site: Workbox leaves out, with no more than a warning, what is larger.
const NO_LIMIT = 2 ** 30;

/**
 * Writes the service worker of the site whose release lies in the folder `release`.
 *
 * @returns {Promise<string[]>} the files that it keeps
 */
export async function writeServiceWorker(site, release) {
  const precached = [];
  const { warnings } = await generateSW({
    globDirectory: site,
    globPatterns: ["**/*"],
    globIgnores: NOT_NEEDED,
    swDest: path.join(site, SERVICE_WORKER),
    cacheId: "visage",
    // One file, without what helps to read it.
    inlineWorkboxRuntime: true,
    sourcemap: false,
    mode: "production",
    maximumFileSizeToCacheInBytes: NO_LIMIT,
    // Files of the release never change, so what the page has just loaded need not be loaded again.
    dontCacheBustURLsMatching: new RegExp(`^${release}/`),
    // The page's settings are parameters of its address.
    ignoreURLParametersMatching: [/.*/],
    navigateFallback: "index.html",
    // What has a name with a dot is a file: if it is not among ours, the server may say so.
    navigateFallbackDenylist: [/^[^?]*\/[^/?]+\.[^/?]+(\?|$)/],
    // A new release waits until the visitor wants it, and takes the page over at once on the first visit.
    skipWaiting: false,
    clientsClaim: true,
    cleanupOutdatedCaches: true,
    // The first listener of all, as it answers the one request that no file can, and what loads the files.
    importScripts: [`./${release}/share-target.js`, `./${release}/first-visit.js`],
    manifestTransforms: [
      async (entries) => {
        const manifest = await Promise.all(entries.map(async (entry) => ({ ...entry, integrity: await integrityOf(site, entry.url) })));
        precached.push(...entries.map(({ url }) => url));
        // In this order they are loaded.
        return {
          manifest: [...manifest.filter(({ url }) => !LAST.test(url)), ...manifest.filter(({ url }) => LAST.test(url))],
          warnings: [],
        };
      },
    ],
  });
  if (warnings.length > 0) throw new Error(`Workbox warns: ${warnings.join("; ")}`);
  return precached.toSorted();
}

// The browser compares what it gets with this, and takes nothing of a release in which one file differs.
async function integrityOf(site, file) {
  const contents = await readFile(path.join(site, file));
  return `sha256-${createHash("sha256").update(contents).digest("base64")}`;
}
