// The two labelled sets: what their images are called and where their labels are, as in `src/training/dataset.rs`.
import path from "node:path";

const GENDERS = ["male", "female"];

/** The sets by the names that `assets/split.csv` has for them, with the figures that their labels allow. */
export const SETS = [
  { name: "utkface", title: "UTKFace", figures: ["age", "gender"] },
  { name: "fairface", title: "FairFace", figures: ["gender"] },
];

/**
 * The name that all copies of an image have: without what follows the first dot, and for FairFace, whose files are only
 * numbered, with its folder.
 */
export function imageName(set, file) {
  const [stem] = path.basename(file).split(".");
  const folder = path.basename(path.dirname(file));
  return set === "fairface" && folder ? `${folder}/${stem}` : stem;
}

/** The labels in a name of UTKFace such as `25_0_3_20170104221842113`: age, gender, race; null for the set's known slips. */
export function labelsIn(name) {
  const [, age, gender] = name.match(/^(\d+)_([01])_[0-4](?:_|$)/) ?? [];
  return age === undefined ? null : { age: Number(age), gender: GENDERS[Number(gender)] };
}

/** The labels in a table of FairFace, by the names of its images. Ages are groups there, and are left out. */
export function labelsInTable(text) {
  const [head, ...rows] = text.split(/\r?\n/).map((line) => line.split(","));
  const [file, gender] = ["file", "gender"].map((column) => head.indexOf(column));
  if (file < 0 || gender < 0) throw new Error("the first line names no columns file and gender");
  const labelled = rows.filter((row) => GENDERS.includes(row[gender]?.toLowerCase()));
  return new Map(labelled.map((row) => [imageName("fairface", row[file]), { gender: row[gender].toLowerCase() }]));
}
