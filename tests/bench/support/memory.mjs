// Memory of a browser's processes, as Linux counts it. Elsewhere nothing is measured.
import { readFile, readdir } from "node:fs/promises";

/**
 * The most memory (bytes) that was ever resident in the largest renderer of the browser with this profile; null where the
 * system does not say.
 */
export async function peakRendererMemory(profile) {
  const renderers = (await processesOf(profile)).filter(isRenderer);
  return renderers.length === 0 ? null : Math.max(...renderers.map(({ peak }) => peak));
}

/**
 * The memory (bytes) that the browser with this profile takes at this moment: `page` in its largest renderer, in which a page and
 * its workers run, and `all` in all its processes. What several processes share counts for each of them in part, so that it
 * counts once in all. Null where the system does not say.
 */
export async function presentMemory(profile) {
  const processes = await processesOf(profile);
  // A process may end while it is read.
  const shares = await Promise.all(processes.map((process) => shareOf(process).catch(() => 0)));
  const page = Math.max(0, ...shares.filter((_, index) => isRenderer(processes[index])));
  return page === 0 ? null : { page, all: shares.reduce((sum, share) => sum + share, 0) };
}

const isRenderer = ({ command }) => command.includes("--type=renderer");

/** The processes of the browser with this profile; none where the system does not say. */
async function processesOf(profile) {
  const processes = await allProcesses().catch(() => []);
  const browser = processes.find(({ command }) => command.includes(`--user-data-dir=${profile}`) && !command.includes("--type="));
  if (!browser) return [];
  return processes.filter((process) => process === browser || descends(process, browser, processes));
}

function descends(process, ancestor, processes) {
  for (let parent = process.parent; parent > 1;) {
    if (parent === ancestor.id) return true;
    parent = processes.find(({ id }) => id === parent)?.parent ?? 0;
  }
  return false;
}

async function allProcesses() {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
  // A process may end while it is read.
  const read = await Promise.all(ids.map((id) => oneProcess(id).catch(() => null)));
  return read.filter(Boolean);
}

async function oneProcess(id) {
  const [status, command] = await Promise.all([readFile(`/proc/${id}/status`, "utf8"), readFile(`/proc/${id}/cmdline`, "utf8")]);
  return { id, parent: numberIn(status, "PPid"), peak: 1024 * numberIn(status, "VmHWM"), command: command.replaceAll("\0", " ") };
}

/** What a process has for itself, and its part of what it shares with others, in bytes. */
async function shareOf({ id }) {
  return 1024 * numberIn(await readFile(`/proc/${id}/smaps_rollup`, "utf8"), "Pss");
}

function numberIn(text, key) {
  return Number(text.match(new RegExp(`^${key}:\\s+(\\d+)`, "m"))?.[1] ?? 0);
}
