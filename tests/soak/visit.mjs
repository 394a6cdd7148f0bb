// What happens in a minute before the page: a step of the lesson is opened or closed, and a photo comes between.
import { setTimeout as sleep } from "node:timers/promises";
import { PATIENCE, watch } from "./watch.mjs";

const MINUTE = 60_000;
const STEP = "e";
/** The photo comes in the middle, and is looked at for a while. */
const BEFORE_PHOTO = 30_000;
const PHOTO_SHOWN = 4000;

/**
 * Spends a minute before the page, whose camera is on before and after.
 *
 * @param {import("../browser/pages/visage.mjs").Visage} visage
 * @param {number} number of the minute, from 1 on
 * @param {Buffer} photo with one face
 * @returns {Promise<number>} frames a second, while the camera was on
 */
export async function spendMinute(visage, number, photo) {
  const end = performance.now() + MINUTE;
  if (number % 2 === 1) await visage.openLesson(STEP);
  else await visage.openPanel("faces");
  const parts = [await watch(visage, BEFORE_PHOTO)];
  await showPhoto(visage, photo);
  parts.push(await watch(visage, end - performance.now()));
  const total = (key) => parts.reduce((sum, part) => sum + part[key], 0);
  return (1000 * total("frames")) / total("milliseconds");
}

/** Puts a photo in the camera's place, and goes back to the camera. */
async function showPhoto(visage, photo) {
  const before = await visage.analysis();
  await visage.choosePhoto(photo, "face.jpg");
  await visage.startButton.waitFor();
  const { frame } = await visage.nextAnalysis({ after: before?.frame, faces: 1, timeout: PATIENCE });
  await sleep(PHOTO_SHOWN);
  await visage.startButton.click();
  await visage.nextAnalysis({ after: frame, timeout: PATIENCE });
}
