// How much memory our page takes that watches three faces and explains the network meanwhile.
import { setTimeout as sleep } from "node:timers/promises";
import { Visage } from "../../browser/pages/visage.mjs";
import { Camera, launchWithProfile } from "../../browser/support/launch.mjs";
import { spread } from "../../browser/support/measures.mjs";
import { filmOf, frameWith, portraits, scratchFolder } from "../../browser/support/pictures.mjs";
import { presentMemory } from "../support/memory.mjs";

const FACES = 3;
const STEP = "e";
const MINUTE = 60_000;
/** Memory goes up and down: it is read so often, with pauses, and the last time when the minutes are over. */
const READINGS = 7;
const PAUSE = 5000;

/**
 * @param {Awaited<ReturnType<import("../support/server.mjs").serve>>} server
 * @param {number} minutes
 * @returns `page` and `all` as `presentMemory` has them, and the engine's WebAssembly memory, in bytes; `page` and `all` are null
 *   where the system does not say
 */
export async function measureCameraMemory(server, minutes) {
  const profile = await scratchFolder();
  const film = await filmOf(await frameWith((await portraits()).slice(0, FACES)));
  const context = await launchWithProfile(profile, { camera: Camera.playing(film) });
  try {
    const [empty] = context.pages();
    const visage = await Visage.openIn(context, `${server.url}/site/`, { backend: "cpu" });
    await empty?.close();
    await visage.engineReady();
    await visage.startButton.click();
    await visage.nextAnalysis({ faces: FACES, explained: true });
    await visage.openLesson(STEP);
    await sleep(minutes * MINUTE - READINGS * PAUSE);
    const readings = await readAgainAndAgain(profile);
    const { memory } = await visage.analysis();
    return { minutes, faces: FACES, step: STEP, ...readings, webAssembly: memory };
  } finally {
    await context.close();
  }
}

async function readAgainAndAgain(profile) {
  const readings = [];
  while (readings.length < READINGS) {
    await sleep(PAUSE);
    readings.push(await presentMemory(profile));
  }
  const of = (key) => (readings.includes(null) ? null : spread(readings.map((reading) => reading[key])));
  return { page: of("page"), all: of("all") };
}
