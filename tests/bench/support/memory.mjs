// Memory of a browser's processes, as Linux counts it. Elsewhere nothing is measured.
import { readFile, readdir } from "node:fs/promises";

/**
 * The most memory (bytes) that was ever resident in the largest renderer of the browser with this profile; null where the
 * system does not say.
 */
export async function peakRendererMemory(profile) {
  const processes = await allProcesses().catch(() => []);
  const browser = processes.find(
    ({ command }) => command.includes(`--user-data-dir=${profile}`) && !command.includes("--type="),
  );
  if (!browser) return null;
  const all = processes.filter(({ command }) => command.includes("--type=renderer"));
  const renderers = all.filter((process) => descends(process, browser, processes));
  return renderers.length === 0 ? null : Math.max(...renderers.map(({ peak }) => peak));
}

function descends(process, ancestor, processes) {
  for (let parent = process.parent; parent > 1; ) {
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
  const [status, command] = await Promise.all([
    readFile(`/proc/${id}/status`, "utf8"),
    readFile(`/proc/${id}/cmdline`, "utf8"),
  ]);
  const number = (key) => Number(status.match(new RegExp(`^${key}:\\s+(\\d+)`, "m"))?.[1] ?? 0);
  return { id, parent: number("PPid"), peak: 1024 * number("VmHWM"), command: command.replaceAll("\0", " ") };
}
