// The figures that the lesson fetches, as a program reads them: without the spaces that help people, and without what no step
// shows. In the project they stay as their commands have written them.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** The object with every value changed. */
const mapped = (object, change) => Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

/** What is left of each file's contents. */
const SHOWN = {
  // A step links to it, for whoever wants to see all of it; but what the curves of heat maps say takes more than all the rest.
  "assets/model-card.json": (card) => (card.explanations ? { ...card, explanations: withoutCurves(card.explanations) } : card),
  "assets/experiments/networks.json": comparedWays,
};

/** Of each way to weigh the losses, its figures and the intervals of their differences. */
function comparedWays({ seeds, steps, outcomes, shapes }) {
  const shown = ({ value, interval, n }) => ({ value, interval, n });
  const way = ({ way, baseline, figures }) => ({ way, baseline, figures: mapped(figures, (ofSet) => mapped(ofSet, shown)) });
  return { seeds, steps, outcomes: outcomes.map(way), shapes: shapes.map(way) };
}

/** Of each data set's heat maps, at each stage, what a step says; an attribute is what has stages. */
function withoutCurves(explanations) {
  const shown = ({ heat_in_oval, hidden_fifth }) => ({ heat_in_oval, hidden_fifth });
  const ofAttribute = (value) => (typeof value === "object" ? mapped(value, shown) : value);
  return mapped(explanations, (ofSet) => mapped(ofSet, ofAttribute));
}

// More than any step says, and fewer than half of what the commands write.
const SIGNIFICANT_DIGITS = 6;

const CURVES = "assets/training.csv";
const STEP = "step";
const LOG_VARIANCE = "_log_variance";
// As many points as the lesson draws, and as many digits as can be seen.
const MOST_ROWS = 200;
const DIGITS = 4;

/** The columns of a training's record that are drawn, at evenly spread steps of which the last is one. */
export function thinned(text) {
  const [header, ...rows] = text
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const isDrawn = (column) => column.endsWith(LOG_VARIANCE);
  if (!header.includes(STEP)) throw new Error(`${CURVES} has no column ${STEP}, over which the lesson draws`);
  if (!header.some(isDrawn)) throw new Error(`${CURVES} has no column *${LOG_VARIANCE}, which the lesson draws`);
  const columns = [STEP, ...header.filter(isDrawn)];
  const places = columns.map((column) => header.indexOf(column));
  const stride = Math.max(1, Math.ceil(rows.length / MOST_ROWS));
  const kept = rows.filter((_, index) => (rows.length - 1 - index) % stride === 0);
  const lines = kept.map((row) => places.map((place) => String(Number(Number(row[place]).toFixed(DIGITS)))));
  return [columns, ...lines].map((line) => `${line.join(",")}\n`).join("");
}

/** For `JSON.stringify`: measured numbers with the digits that count; what was counted stays exact. */
export function rounded(_key, value) {
  const isMeasured = typeof value === "number" && !Number.isInteger(value);
  return isMeasured ? Number(value.toPrecision(SIGNIFICANT_DIGITS)) : value;
}

/** Makes the files of figures in the folder `site` as small as they can be. */
export async function compactFigures(site) {
  const curves = path.join(site, CURVES);
  await writeFile(curves, thinned(await readFile(curves, "utf8")));
  for (const [name, shown] of Object.entries(SHOWN)) {
    const file = path.join(site, name);
    await writeFile(file, JSON.stringify(shown(JSON.parse(await readFile(file, "utf8"))), rounded));
  }
}
