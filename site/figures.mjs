// The figures that the lesson fetches, as a program reads them: without the spaces that help people, and without what no step
// shows. In the project they stay as their commands have written them.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** What is left of each file's contents. */
const SHOWN = {
  // A step links to it, for whoever wants to see all of it.
  "assets/model-card.json": (card) => card,
  "assets/experiments/weightings.json": (trainings) => trainings.map(({ name, figures }) => ({ name, figures })),
};

/** Makes the files of figures in the folder `site` as small as they can be. */
export async function compactFigures(site) {
  for (const [name, shown] of Object.entries(SHOWN)) {
    const file = path.join(site, name);
    await writeFile(file, JSON.stringify(shown(JSON.parse(await readFile(file, "utf8")))));
  }
}
