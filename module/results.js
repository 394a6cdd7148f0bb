import { AGE_INTERVAL, ATTRIBUTES, KEY_POINTS } from "./labels.js";

/**
 * What the engine's protocol says of a frame, as plain objects for callers.
 *
 * @param {object} analysis in pixels of the frame that the engine saw
 * @param {number} scale from these to pixels of the source
 * @param {object} [task] what was taught
 */
export function toFrame(analysis, scale, task) {
  const { width, height, count, faces, secondOpinion, timings } = analysis;
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  return { ...size, count, faces: faces.map((face) => toFace(face, scale, task)), secondOpinion, timings };
}

const scaled = (object, scale) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, value * scale]));

function toFace(face, scale, task) {
  const { boundingBox, keyPoints, score, identity, number, estimates, doubts, cropToFrame, heatMap, taught } = face;
  return {
    identity,
    number,
    box: scaled(boundingBox, scale),
    score,
    keyPoints: Object.fromEntries(KEY_POINTS.map((name, index) => [name, scaled(keyPoints[index], scale)])),
    ...toEstimates(estimates),
    doubts,
    cropToFrame: scaled(cropToFrame, scale),
    ...(heatMap && { heatMap: { size: heatMap.size, evidence: heatMap.evidence } }),
    ...(taught && task && { taught: toTaught(taught, task), isUnlikeExamples: taught.isUnlike }),
  };
}

function toEstimates(estimates) {
  const found = {};
  for (const { name, category, classes, leastAge } of ATTRIBUTES) {
    found[name] = category === "ordinal" ? toAge(estimates[name].distribution) : likeliest(classes, estimates[name]);
    // Age is the first of them.
    if (leastAge) found[name].isGuess = found.age.years < leastAge;
  }
  return found;
}

function toAge(distribution) {
  const tail = (1 - AGE_INTERVAL) / 2;
  const quantile = (share) => {
    let sum = 0;
    const year = distribution.findIndex((probability) => (sum += probability) >= share);
    return year < 0 ? distribution.length - 1 : year;
  };
  const years = distribution.reduce((sum, probability, year) => sum + probability * year, 0);
  return { years, interval: [quantile(tail), quantile(1 - tail)], distribution };
}

function likeliest(labels, probabilities) {
  const best = probabilities.reduce((best, probability, index) => (probability > probabilities[best] ? index : best), 0);
  return {
    label: labels[best],
    probability: probabilities[best],
    probabilities: Object.fromEntries(labels.map((label, index) => [label, probabilities[index]])),
  };
}

function toTaught({ answers }, { attributes }) {
  return Object.fromEntries(
    attributes.map(({ name, category, classes }, place) => {
      const { probabilities } = answers[place];
      const found = likeliest(classes, probabilities);
      if (category === "nominal") return [name, found];
      // Of levels the one next to the expected one.
      const level = Math.round(probabilities.reduce((sum, probability, level) => sum + probability * level, 0));
      return [name, { ...found, label: classes[level], probability: probabilities[level] }];
    }),
  );
}

/** How a taught attribute was answered on the examples that were held back. */
export function toOutcome({ confusion }, { name, classes }) {
  const count = confusion.flat().reduce((sum, value) => sum + value, 0);
  const right = classes.reduce((sum, _, place) => sum + confusion[place][place], 0);
  return { name, classes, confusion, count, right };
}
