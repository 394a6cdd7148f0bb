// The packages that are compiled into the site's programs, as Cargo knows them.
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

// The features of the page and of both workers: `webgpu` includes what the worker for the CPU has.
const PROGRAMS = ["--no-default-features", "--features", "app,webgpu"];
const TARGET = "wasm32-unknown-unknown";
// Without what only builds or tests: nothing of it reaches a visitor.
const SHIPPED = ["tree", ...PROGRAMS, "--target", TARGET, "--edges", "normal,no-proc-macro", "--prefix", "none"];
const MANIFESTS = ["metadata", ...PROGRAMS, "--filter-platform", TARGET, "--format-version", "1"];

/**
 * All packages that are shipped, ours left out.
 *
 * @returns {Promise<{name: string, version: string, license: string | null, folder: string}[]>} each with the licence that its
 *   Cargo.toml states, and the folder where that lies
 */
export async function shippedPackages() {
  // `metadata` lists optional packages that no feature turns on; only `tree` knows which are compiled.
  const { packages } = JSON.parse(await ask(MANIFESTS));
  const [, ...lines] = (await ask(SHIPPED)).trim().split("\n");
  const shipped = new Set(lines.map((line) => line.replace(/^(\S+) v(\S+).*$/, "$1 $2")));
  return packages
    .filter(({ name, version }) => shipped.has(`${name} ${version}`))
    .map(({ name, version, license, manifest_path }) => ({ name, version, license, folder: path.dirname(manifest_path) }));
}

/** What Cargo answers. On a new machine it fetches the packages, as a build would, and says so; else it needs no network. */
async function ask(question) {
  const cargo = spawn("cargo", [...question, "--locked"], { cwd: PROJECT, stdio: ["ignore", "pipe", "inherit"] });
  const [answer, [status]] = await Promise.all([text(cargo.stdout), once(cargo, "close")]);
  if (status !== 0) throw new Error(`"cargo ${question[0]}" failed, so the page of notices cannot be written.`);
  return answer;
}
