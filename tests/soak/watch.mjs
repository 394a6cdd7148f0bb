// Looking at a page that reads a camera, and noticing when it does not any more.
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "./failure.mjs";

const PAUSE = 1000;
/** Milliseconds without an answered frame after which frames have stopped. */
export const PATIENCE = 20_000;

/**
 * Watches the page for so many milliseconds.
 *
 * @param {import("../browser/pages/visage.mjs").Visage} visage before a running camera
 * @returns {Promise<{frames: number, milliseconds: number}>} the frames that were answered, and how long they took
 * @throws {Failure} when the page shows an error or frames stop
 */
export async function watch(visage, milliseconds) {
  const begun = performance.now();
  const first = await newestFrame(visage);
  let [last, changed] = [first, begun];
  while (performance.now() - begun < milliseconds) {
    await sleep(PAUSE);
    await assertNoError(visage);
    const frame = await newestFrame(visage);
    const now = performance.now();
    if (frame !== last) [last, changed] = [frame, now];
    if (now - changed >= PATIENCE) throw new Failure(`No frame has been answered for ${PATIENCE / 1000} seconds.`);
  }
  return { frames: last - first, milliseconds: performance.now() - begun };
}

/** The page numbers its frames; the one that was answered last. */
async function newestFrame(visage) {
  return (await visage.analysis())?.frame ?? -1;
}

async function assertNoError(visage) {
  const [error] = await visage.errors.allInnerTexts();
  if (error) throw new Failure(`The page shows an error: ${error}`);
}
