// Asserts that the runtimes compute the same: a comparison of speed between different networks would be worth nothing.

/** How far a logit may be from ours, once the constant that softmax takes away is taken away. */
export const MOST_DIFFERENCE = 1e-3;
/** Of a class less probable than this, 32-bit floats do not keep the logit that exactly. */
const LEAST_PROBABILITY = 1e-6;

/**
 * @param {{name: string, page: import("playwright-core").Page}[]} runtimes ours first
 * @param {number[][]} crops pixels
 * @returns {Promise<{name: string, largestDifference: number}[]>} for each but ours
 * @throws when one differs by more than `MOST_DIFFERENCE`
 */
export async function agreement(runtimes, crops) {
  const [ours, ...others] = runtimes;
  const results = others.map(({ name }) => ({ name, largestDifference: 0 }));
  for (const crop of crops) {
    const expected = await probabilitiesOf(ours.page, crop);
    for (const [index, { page }] of others.entries()) {
      const found = await probabilitiesOf(page, crop);
      results[index].largestDifference = Math.max(results[index].largestDifference, difference(expected, found));
    }
  }
  for (const { name, largestDifference } of results) {
    if (!(largestDifference <= MOST_DIFFERENCE)) {
      throw new Error(`${name} computes other logits than Visage: they differ by ${largestDifference}. Export the network anew.`);
    }
  }
  return results;
}

function probabilitiesOf(page, crop) {
  return page.evaluate((crop) => window.bench.probabilities(crop), crop);
}

function difference(expected, found) {
  const differences = Object.entries(expected).flatMap(([attribute, probabilities]) =>
    probabilities.map((probability, index) => {
      const other = found[attribute][index];
      return probability < LEAST_PROBABILITY ? Math.abs(probability - other) : Math.abs(Math.log(probability) - Math.log(other));
    }),
  );
  // NaN must not get lost.
  return differences.every(Number.isFinite) ? Math.max(...differences) : Number.POSITIVE_INFINITY;
}
