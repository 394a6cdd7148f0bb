// The few figures that the project's README has, between two marks.
import { megabytes, milliseconds, ratio } from "./numbers.mjs";
import { table } from "./table.mjs";

const BEGIN = "<!-- written by scripts/bench -->";
const END = "<!-- until here -->";

/** The README's `text` with the figures of `results` in their place. Throws where the marks are not there. */
export function withSummary(text, results) {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END, begin);
  if (begin < 0 || end < 0) throw new Error(`README.md has no place for the figures, between "${BEGIN}" and "${END}".`);
  return `${text.slice(0, begin + BEGIN.length)}\n${summary(results)}\n${text.slice(end)}`;
}

function summary({ date, machine, site, endToEnd, starts, accuracy }) {
  const named = (rows, name) => rows.find((row) => row.name === name);
  const rows = endToEnd.rows.map(({ name, ms, ratio: times }) => {
    const start = named(starts, name);
    const years = accuracy && named(accuracy.rows, name)?.common.years;
    return [
      name,
      `${milliseconds(ms.median)} ms (${ratio(times.median)})`,
      start ? `${milliseconds(start.cold.ms.median)} ms` : "",
      start ? megabytes(start.sizes.brotli) : "",
      years ? `${years.toFixed(1)} years` : "",
    ];
  });
  const faces = accuracy
    ? `; age on the ${accuracy.readByAll} of ${accuracy.faces} faces of UTKFace that all programs read and Visage was not trained on`
    : "";
  const load = machine.isQuiet ? "" : " on a busy machine";
  return [
    table(["Program, on the CPU", "A frame with one face", "First estimate", "Download", "Error of the age"], rows),
    "",
    `${machine.processor}, ${machine.cores} cores, one thread, ${date.slice(0, 10)}, profile \`${site.profile}\`, medians${load}; ` +
      `first estimate at a first visit to an equally minimal page on the same machine${faces}.`,
  ].join("\n");
}
