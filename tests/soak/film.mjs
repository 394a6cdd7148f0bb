// What the camera sees: one face after the other, all of them together, and nobody in between.
import { emptyPhoto, filmOf, FRAME, frameWith } from "../browser/support/pictures.mjs";

// Chromium plays 30 frames a second.
const WITH_FACES = 90;
const EMPTY = 45;

/** The film of the given photos; returns its path. */
export async function filmOfComingAndGoing(photos) {
  const nobody = await emptyPhoto(FRAME.width, FRAME.height);
  const scenes = await Promise.all([...photos.map((photo) => [photo]), photos].map(frameWith));
  return filmOf(...scenes.flatMap((scene) => [...Array(WITH_FACES).fill(scene), ...Array(EMPTY).fill(nobody)]));
}
