// The command line's estimates, which the page's must equal.
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { PROJECT } from "./paths.mjs";

const VISAGE = process.env.VISAGE_CLI ?? path.join(PROJECT, "target", "debug", "visage");

/** The faces that `visage predict --json` finds in the picture `file`. */
export async function predict(file) {
  const { stdout } = await promisify(execFile)(VISAGE, ["predict", "--json", file], { cwd: PROJECT, maxBuffer: 2 ** 24 });
  return JSON.parse(stdout);
}
