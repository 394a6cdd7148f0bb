// The command line's estimates, which the page's must equal.
import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { PROJECT } from "./paths.mjs";

const VISAGE = process.env.VISAGE_CLI ?? path.join(PROJECT, "target", "debug", "visage");

/**
 * The faces that `visage predict --json` finds in the picture `file`, or with `frame` in a frame of a video; with `second` a second network
 * is asked as well.
 */
export async function predict(file, { frame = false, second = false } = {}) {
  const more = [...(frame ? ["--frame"] : []), ...(second ? ["--second-opinion", "assets/second-opinion.bpk"] : [])];
  const { stdout } = await promisify(execFile)(VISAGE, ["predict", "--json", ...more, file], {
    cwd: PROJECT,
    maxBuffer: 2 ** 24,
  });
  return JSON.parse(stdout);
}
