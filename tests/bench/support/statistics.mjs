// Means, shares and their differences, each with the interval that holds it 95 times in 100.

/** Standard deviations on either side of a normal distribution's middle that hold 95 % of it. */
const DEVIATIONS = 1.96;

/**
 * @typedef {{value: number, interval: [number, number]}} Measured
 */

/** The mean of at least two numbers, with the normal interval. @returns {Measured & {n: number}} */
export function mean(values) {
  const n = values.length;
  if (n < 2) throw new Error(`a mean of ${n} faces has no interval`);
  const value = average(values);
  const variance = values.reduce((sum, each) => sum + (each - value) ** 2, 0) / (n - 1);
  const half = DEVIATIONS * Math.sqrt(variance / n);
  return { n, value, interval: [value - half, value + half] };
}

/**
 * The share of ones among ones and zeros, with Wilson's interval (JASA 1927), which has a width even where all are alike; as in
 * `src/evaluation/figure.rs`. @returns {Measured & {n: number}}
 */
export function share(values) {
  const n = values.length;
  if (n === 0) throw new Error("a share of no faces says nothing");
  const value = average(values);
  const square = DEVIATIONS ** 2;
  const middle = (value + square / (2 * n)) / (1 + square / n);
  const half = (DEVIATIONS / (1 + square / n)) * Math.sqrt((value * (1 - value)) / n + square / (4 * n * n));
  return { n, value, interval: [Math.max(0, middle - half), Math.min(1, middle + half)] };
}

/** How far the mean of `values` is above that of `reference`, of the same faces in the same order: pairs. @returns {Measured} */
export function difference(values, reference) {
  if (values.length !== reference.length) throw new Error(`${values.length} and ${reference.length} values are no pairs`);
  const { value, interval } = mean(values.map((each, index) => each - reference[index]));
  return { value, interval };
}

/** Whether an interval of a difference excludes 0. @param {Measured} difference */
export function isClear({ interval: [low, high] }) {
  return low > 0 || high < 0;
}

function average(values) {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
