// Labelled faces that no training of ours has seen.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { PROJECT } from "../../browser/support/paths.mjs";
import { images } from "./images.mjs";
import { keptOut } from "./kept-out.mjs";
import { imageName, labelsIn, labelsInTable } from "./sets.mjs";

const [SPLIT, TWINS] = ["split.csv", "twins.csv"].map((name) => path.join(PROJECT, "assets", name));

/**
 * The first `count` faces of a set that were kept out of training, in the order that `keptOut` gives them; fewer where the
 * folder has not so many.
 *
 * @param {string} set as `assets/split.csv` names it
 * @param {string} folder has a folder of that name, with images and `.tar` files
 * @param {number} count
 * @returns {Promise<{faces: {bytes: Buffer, gender: string, age?: number}[], keptOut: number, twins: number}>} the faces; how
 *   many are kept out of training; how many of these were passed over for a twin among the images that were trained on
 */
export async function labelledFaces(set, folder, count) {
  const root = path.join(folder, set);
  const entries = await readdir(root).catch(() => {
    throw new Error(`The folder that --faces names has no folder ${set}/.`);
  });
  const { names, twins } = keptOut(set, ...(await Promise.all([SPLIT, TWINS].map((list) => readFile(list, "utf8")))));
  const labels = set === "utkface" ? new Map(names.map((name) => [name, labelsIn(name)])) : await labelsInTables(root, entries);
  const wanted = new Set(names.filter((name) => labels.get(name)));
  const found = new Map();
  for await (const { file, bytes } of images(root, (file) => wanted.has(imageName(set, file)))) found.set(imageName(set, file), bytes);
  const faces = [...wanted].filter((name) => found.has(name)).map((name) => ({ bytes: found.get(name), ...labels.get(name) }));
  return { faces: faces.slice(0, count), keptOut: names.length + twins.length, twins: twins.length };
}

/** The labels in all of FairFace's tables directly in the folder `root`. */
async function labelsInTables(root, entries) {
  const tables = entries.filter((name) => name.endsWith(".csv")).toSorted();
  if (tables.length === 0) throw new Error("The folder fairface/ holds no .csv with labels; put fairface_label_train.csv there.");
  const labels = new Map();
  for (const table of tables) for (const entry of labelsInTable(await readFile(path.join(root, table), "utf8"))) labels.set(...entry);
  return labels;
}
