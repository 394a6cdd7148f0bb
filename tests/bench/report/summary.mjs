// The few figures that the first table of the project's README has.
import { kilobytes, megabytes, milliseconds, ratio } from "./numbers.mjs";
import { table } from "./table.mjs";

/** The first line of the figures' place in README.md. */
export const MARK = "<!-- written by scripts/bench -->";

/** How quick, large and greedy the programs are. */
export function summary({ date, machine, site, endToEnd, starts, download, frameRates, cameraMemory }) {
  const named = (rows, name) => rows.find((row) => row.name === name);
  const alone = starts.rows.filter(({ name }) => !named(endToEnd.rows, name));
  const rows = [...endToEnd.rows, ...alone].map(({ name, ms, ratio: times }) => {
    const start = named(starts.rows, name);
    return [
      name,
      ms ? `${milliseconds(ms.median)} ms (${ratio(times.median)})` : "",
      start ? `${milliseconds(start.cold.own.median)} ms` : "",
      start ? megabytes(start.sizes.brotli) : "",
      start?.memory ? megabytes(start.memory.own.median) : "",
    ];
  });
  const load = machine.isQuiet ? "" : " on a busy machine";
  return [
    table(["Program, on the CPU", "A frame with one face", "First estimate", "Download", "Memory"], rows),
    "",
    `${machine.processor}, ${machine.cores} cores, one thread, ${date.slice(0, 10)}, profile \`${site.profile}\`, ` +
      `medians${load}; ` +
      "first estimate at a first visit on the same machine, to an equally minimal page but for the whole page; memory is the " +
      `most that was resident in the page's process.`,
    "",
    [...downloaded(download), ...remembered(cameraMemory), ...quickened(frameRates)].join(" "),
  ].join("\n");
}

function downloaded({ program, firstVisit }) {
  const all = firstVisit ? `; a first visit loads ${megabytes(firstVisit.brotli)} in all` : "";
  return [`Without a graphics processor the engine's program is ${kilobytes(program.brotli)}, compressed${all}.`];
}

function remembered({ minutes, faces, step, page, all }) {
  if (!page) return [];
  return [
    `After ${minutes} minutes with ${faces} faces before the camera and step ${step} of the lesson open, the page's process ` +
      `takes ${megabytes(page.median)} of memory, and the whole browser ${megabytes(all.median)}.`,
  ];
}

function quickened(frameRates) {
  if (!frameRates) return [];
  const { now, ratio: times } = frameRates;
  return [
    `With a heat map ${now.answered.median.toFixed(1)} frames of a camera are read in a second, ${ratio(times.median)} as many ` +
      "as by the earlier site.",
  ];
}
