// What the figures were measured on and with.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { PROJECT } from "../../browser/support/paths.mjs";

const PACKAGES = new URL("../package.json", import.meta.url);

/** More work waiting than this, for each core, and the figures are not to be relied on. */
const QUIET_LOAD = 0.25;

/** The machine before the measurement. */
export function machine() {
  const cpus = os.cpus();
  const [load] = os.loadavg();
  return {
    processor: cpus[0]?.model.trim() ?? "unknown",
    cores: cpus.length,
    memory: os.totalmem(),
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    load,
    isQuiet: load <= QUIET_LOAD * cpus.length,
  };
}

/** The versions of all that takes part. */
export async function versions(browser) {
  const { devDependencies } = JSON.parse(await readFile(PACKAGES, "utf8"));
  const described = promisify(execFile)("git", ["describe", "--always", "--dirty"], { cwd: PROJECT });
  const { stdout } = await described.catch(() => ({ stdout: "" }));
  const cargo = await readFile(path.join(PROJECT, "Cargo.lock"), "utf8");
  return {
    chromium: browser.version(),
    node: process.version,
    visage: stdout.trim() || "unknown",
    burn: cargo.match(/name = "burn"\nversion = "([^"]+)"/)?.[1] ?? "unknown",
    packages: devDependencies,
  };
}
