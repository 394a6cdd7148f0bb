// Which images no training of ours has seen.
import { createHash } from "node:crypto";

/**
 * The images of a set that are kept out of training, in an order that is as good as chance and the same at every call: that of
 * their names' hashes.
 *
 * @param {string} set
 * @param {string} split the text of `assets/split.csv`: set and image
 * @param {string} twins the text of `assets/twins.csv`: set, image, and another one of the same picture
 * @returns {{names: string[], twins: string[]}} `twins` are those whose twin is not kept out, which `names` is without
 */
export function keptOut(set, split, twins) {
  const all = new Set(rowsOf(set, split).map(([image]) => image));
  const pairs = rowsOf(set, twins).flatMap(([image, twin]) => [
    [image, twin],
    [twin, image],
  ]);
  const across = new Set(pairs.filter(([image, twin]) => all.has(image) && !all.has(twin)).map(([image]) => image));
  const keyed = [...all].filter((name) => !across.has(name)).map((name) => ({ name, hash: hashOf(name) }));
  return { names: keyed.toSorted((a, b) => (a.hash < b.hash ? -1 : 1)).map(({ name }) => name), twins: [...across] };
}

/** What follows the set's name in the lines of a list that begin with it. */
function rowsOf(set, list) {
  const rows = list.split(/\r?\n/).map((line) => line.split(","));
  return rows.filter(([first]) => first === set).map(([, ...rest]) => rest);
}

function hashOf(name) {
  return createHash("sha256").update(name).digest("hex");
}
