// Where things lie in the project.
import path from "node:path";
import { fileURLToPath } from "node:url";

export const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
/** The built site. */
export const SITE = process.env.VISAGE_SITE ?? path.join(PROJECT, "dist");
/** The credited sample photos. */
export const SAMPLES = path.join(PROJECT, "assets", "samples");
/** Screenshots and other things to look at after a run. */
export const ARTIFACTS = path.join(PROJECT, "tests", "artifacts");
