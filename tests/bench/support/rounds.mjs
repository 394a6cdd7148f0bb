// Measures contenders by turns, so that whatever slows the machine down slows all of them.
import { spread } from "../../browser/support/measures.mjs";

/**
 * @template C, M
 * @param {C[]} contenders
 * @param {{rounds: number, warmUp?: number}} plan rounds that count, and rounds before them that do not
 * @param {(contender: C, round: number) => Promise<M>} measure such as times in milliseconds
 * @returns {Promise<Map<C, M[]>>} what was measured of each contender, round by round
 */
export async function inTurn(contenders, { rounds, warmUp = 0 }, measure) {
  const results = new Map(contenders.map((contender) => [contender, []]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const contender of rotated(contenders, round)) {
      const measured = await measure(contender, round);
      if (round >= 0) results.get(contender).push(measured);
    }
  }
  return results;
}

/** The list beginning elsewhere in every round, so that nobody is always measured after the same other. */
function rotated(list, round) {
  const first = ((round % list.length) + list.length) % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
}

/**
 * What the rounds of a contender say.
 *
 * @param {number[][]} rounds
 * @param {number[][]} reference the rounds of the one that it is compared with
 * @returns `ms`, and `ratio` to the reference, each as median, middle half and extremes; the ratio is taken round by round
 */
export function summary(rounds, reference) {
  const ratios = rounds.map((times, round) => spread(times).median / spread(reference[round]).median);
  return { ms: spread(rounds.flat()), ratio: spread(ratios), measurements: rounds.flat().length };
}

/**
 * A figure of two contenders that was measured once a round.
 *
 * @param {number[]} own
 * @param {number[]} other
 * @returns `own`, `other`, and `ratio` of the first to the second, each as median, middle half and extremes; the ratio is taken
 *   round by round
 */
export function comparison(own, other) {
  return { own: spread(own), other: spread(other), ratio: spread(own.map((value, round) => value / other[round])) };
}
