// Whether the finished site keeps to its budget: `size-budget.json` says how many bytes its parts may have with brotli.
//
// A line of the budget is a group of `sizes.mjs`, or `firstVisit`. There is a set of lines for each quality of compression: the
// page and the weights are compiled and compressed alike in both, the engine is not.
import { readFile } from "node:fs/promises";

/** The lines of the budget for a quality of compression, in bytes: `{page: 250000, …}`. */
export async function budgetFor(quality) {
  const budgets = JSON.parse(await readFile(new URL("size-budget.json", import.meta.url), "utf8"));
  if (!budgets[quality]) throw new Error(`size-budget.json has no lines for "${quality}"`);
  return budgets[quality];
}

/**
 * Holds sizes against a budget.
 *
 * @param {object} sizes as `measure` gives them
 * @param {Record<string, number>} budget the most bytes for each line
 * @returns {{line: string, size: number, most: number, isKept: boolean}[]}
 */
export function compare({ groups, firstVisit }, budget) {
  const parts = { ...groups, firstVisit };
  return Object.entries(budget).map(([line, most]) => {
    const size = parts[line]?.brotli;
    if (!Number.isFinite(size) || !Number.isFinite(most)) throw new Error(`the budget's line "${line}" names no part of the site`);
    return { line, size, most, isKept: size <= most };
  });
}

/** The comparison for people, one line for each of the budget's. */
export function explain(lines) {
  const number = new Intl.NumberFormat("en-GB");
  const sentence = ({ line, size, most, isKept }) =>
    `${isKept ? "within" : "OVER"} budget: ${line} has ${number.format(size)} of ${number.format(most)} bytes` +
    (isKept ? "" : `, ${number.format(size - most)} too many`);
  return lines.map(sentence).join("\n");
}
