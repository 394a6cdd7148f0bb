// Expectations that several specs share.
import assert from "node:assert/strict";
import { expectedAge, largestDifference, overlap } from "./measures.mjs";

/** How far the page may be from the command line, which computes the same with other instructions. */
export const PARITY = { years: 1, overlap: 0.8 };

/** How far the estimates may be from the command line's on the very same pixels, as a photo without loss (PNG) gives them. */
export const SAME_PIXELS = { years: 0.1, probability: 0.01 };

/** The same for a JPEG: decoders differ in how they enlarge the colour planes, by a grey level or two. */
export const SAME_JPEG = { years: 1, probability: 0.05 };

/** How far WebGPU may be from the CPU on the very same pixels. */
export const BACKENDS = { years: 0.5, probability: 0.02, overlap: 0.95, heat: 0.05 };

/** The text has a sentence that a person can read: four words and more, ended by a full stop. */
export function assertSentence(text) {
  assert.match(text, /\S+(\s+\S+){3,}[.!?](\s|$)/, `no sentence in "${text}"`);
}

/** The page's face equals the command line's, and its card says so. */
export function assertSameFace(face, card, predicted) {
  const agreement = overlap(face.boundingBox, predicted.box);
  assert.ok(agreement >= PARITY.overlap, `boxes overlap by ${agreement.toFixed(3)} only`);

  const years = expectedAge(face.estimates.age.distribution);
  assert.ok(Math.abs(years - predicted.age.years) <= PARITY.years, `${years} years against ${predicted.age.years}`);
  const shown = Number(card.age.match(/\d+/)?.[0]);
  assert.ok(Math.abs(shown - predicted.age.years) <= PARITY.years, `the card says "${card.age}" for ${predicted.age.years}`);

  assertShows(card.gender, predicted.gender.label);
  assertShows(card.race, predicted.race.label);
}

/** The face's estimated probabilities and age are the command line's, within a tolerance of `{years, probability}`. */
export function assertSameNumbers(face, predicted, tolerance) {
  const { age, race } = face.estimates;
  const years = expectedAge(age.distribution);
  assert.ok(Math.abs(years - predicted.age.years) <= tolerance.years, `${years} years against ${predicted.age.years}`);
  const difference = largestDifference(race, predicted.race.probabilities);
  assert.ok(difference <= tolerance.probability, `the probabilities of race differ by ${difference}`);
}

function assertShows(text, label) {
  assert.ok(text.toLowerCase().includes(label.toLowerCase()), `the card says "${text}", the command line "${label}"`);
}

/** Two backends read the same face in the same picture. */
export function assertBackendsAgree(face, other) {
  const years = [face, other].map(({ estimates }) => expectedAge(estimates.age.distribution));
  assert.ok(Math.abs(years[0] - years[1]) <= BACKENDS.years, `${years[0]} years against ${years[1]}`);
  for (const attribute of ["gender", "race"]) {
    const difference = largestDifference(face.estimates[attribute], other.estimates[attribute]);
    assert.ok(difference <= BACKENDS.probability, `${attribute} differs by ${difference}`);
  }
  const agreement = overlap(face.boundingBox, other.boundingBox);
  assert.ok(agreement >= BACKENDS.overlap, `boxes overlap by ${agreement.toFixed(3)} only`);
}
