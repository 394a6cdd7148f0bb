// How large the finished site is, and how much of it a first visit loads.
import { stat } from "node:fs/promises";
import path from "node:path";
import { SERVICE_WORKER } from "./service-worker.mjs";

// In this order; a file belongs to the first group that knows it. Names are relative to the release's folder.
const GROUPS = {
  page: /^(\.\.\/index\.html|start\.js|app\.js|app_bg\.wasm|page\.css)$/,
  languages: /^locales\//,
  engine: /^(cpu-worker\.js|cpu-start\.js|cpu\.js|cpu_bg\.wasm)$/,
  gpu: /^(gpu-start\.js|gpu\.js|gpu_bg\.wasm)$/,
  weights: /^assets\/[^/]+\.bpk$/,
  other: /^/,
};

/** The group that `file`, which is relative to the site, belongs to in a site whose release lies in the folder `release`. */
export function groupOf(file, release) {
  const name = file.startsWith(`${release}/`) ? file.slice(release.length + 1) : `../${file}`;
  return Object.keys(GROUPS).find((key) => GROUPS[key].test(name));
}

/**
 * The sizes of the files that the service worker keeps, in bytes.
 *
 * @param {string[]} precached
 * @returns {Promise<{release: string, groups: object, firstVisit: object, copy: object}>} each group with the number of its files and
 *   their size as they are and with brotli; a first visit loads all but WebGPU's program before the page works without a network,
 *   and the whole copy for that has all of them
 */
export async function measure(site, release, precached) {
  const groups = Object.fromEntries(Object.keys(GROUPS).map((name) => [name, { files: 0, raw: 0, brotli: 0 }]));
  for (const file of [...precached, SERVICE_WORKER]) {
    const group = groups[groupOf(file, release)];
    const raw = await sizeOf(path.join(site, file));
    group.files += 1;
    group.raw += raw;
    group.brotli += (await sizeOf(path.join(site, `${file}.br`))) ?? raw;
  }
  const { gpu, ...first } = groups;
  return { release, groups, firstVisit: sum(Object.values(first)), copy: sum([...Object.values(first), gpu]) };
}

function sum(groups) {
  const total = (key) => groups.reduce((sum, group) => sum + group[key], 0);
  return { files: total("files"), raw: total("raw"), brotli: total("brotli") };
}

async function sizeOf(file) {
  return (await stat(file).catch(() => null))?.size;
}

/** The sizes as a table for people. */
export function table({ release, groups, firstVisit, copy }) {
  const number = new Intl.NumberFormat("en-GB");
  const line = (name, { files, raw, brotli }) =>
    name.padEnd(14) + [files, raw, brotli].map((value) => number.format(value).padStart(14)).join("");
  return [
    `release ${release}, in bytes`,
    "".padEnd(14) + ["files", "raw", "brotli"].map((head) => head.padStart(14)).join(""),
    ...Object.entries(groups).map(([name, group]) => line(name, group)),
    line("first visit", firstVisit),
    line("whole copy", copy),
  ].join("\n");
}
