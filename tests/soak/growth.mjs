// Whether something that is measured every minute grows.

const MINUTES_AN_HOUR = 60;

/**
 * What is added to `values`, which are a minute apart, in an hour, as a share of their mean: along the line of least squares. It has
 * a level of its own for every other minute, as what is open takes turns: else a few minutes would seem to grow or shrink by that.
 *
 * @param {number[]} values four at least
 */
export function growthAnHour(values) {
  const points = values.map((value, minute) => ({ value, minute }));
  const groups = [0, 1].map((turn) => points.filter(({ minute }) => minute % 2 === turn));
  const apart = groups.flatMap((group) => {
    const [minute, value] = [mean(group.map(({ minute }) => minute)), mean(group.map(({ value }) => value))];
    return group.map((point) => ({ minute: point.minute - minute, value: point.value - value }));
  });
  const slope = sum(apart.map(({ minute, value }) => minute * value)) / sum(apart.map(({ minute }) => minute ** 2));
  return (MINUTES_AN_HOUR * slope) / mean(values);
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const mean = (numbers) => sum(numbers) / numbers.length;
