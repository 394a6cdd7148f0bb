// The few figures that the second table of the project's README has.
import { FIGURES } from "./figures.mjs";
import { ifClear, withInterval } from "./numbers.mjs";
import { PROVENANCE } from "./provenance.mjs";
import { table } from "./table.mjs";

/** The first line of the figures' place in README.md. */
export const FACES_MARK = "<!-- written by scripts/bench --faces -->";

/** How good the programs are. */
export function facesSummary({ date, sets }) {
  const columns = sets.flatMap((set) => Object.keys(set.programs[0].common).map((figure) => ({ set, figure, ...FIGURES[figure] })));
  const rows = sets[0].programs.map(({ name }, index) => [
    name,
    ...columns.map(({ set, figure, format }) => {
      const measured = set.programs[index].common[figure];
      return ifClear(measured.difference, withInterval(measured, format));
    }),
  ]);
  const counts = sets.map(({ title, readByAll, faces }) => `${readByAll} of ${faces} faces of ${title}`).join(" and the ");
  return [
    table(["Program, on the CPU", ...columns.map(({ set, title }) => `${set.title}: ${title}`)], rows),
    "",
    `${date.slice(0, 10)}; in brackets intervals of 95 %; on the ${counts} that all programs read, none of which Visage was trained ` +
      "on. Bold is what differs from Visage's, face by face, by an interval of 95 % that excludes 0.",
    "",
    PROVENANCE,
  ].join("\n");
}
