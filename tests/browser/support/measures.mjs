// Numbers that say how alike two results are.

/** Intersection over union of two boxes of `{x, y, width, height}`: 1 if they are the same, 0 if apart. */
export function overlap(a, b) {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (a.width * a.height + b.width * b.height - shared);
}

/** How much of `a` lies on `b`, both of `{x, y, width, height}` in pixels; what is less than a hundredth wide is rounding. */
export function covered(a, b) {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width < 0.01 || height < 0.01 ? 0 : (width * height) / (a.width * a.height);
}

/** The estimated age in years: the expectation of the distribution over the years 0, 1, 2, … */
export function expectedAge(distribution) {
  return distribution.reduce((sum, probability, year) => sum + year * probability, 0);
}

/** The largest difference between two lists of equal length. */
export function largestDifference(a, b) {
  if (a.length !== b.length) throw new Error(`lists of ${a.length} and ${b.length} cannot be compared`);
  return Math.max(...a.map((value, index) => Math.abs(value - b[index])));
}

/** Smallest, middle and largest of some numbers, and the bounds of the middle half. */
export function spread(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.round(share * (sorted.length - 1))];
  return { least: at(0), lowerQuartile: at(0.25), median: at(0.5), upperQuartile: at(0.75), most: at(1) };
}
