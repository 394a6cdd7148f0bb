// The files below a folder.
import { readdir } from "node:fs/promises";
import path from "node:path";

/** The paths of all files below `folder`, relative to it, with `/` between their parts, in the order of their names. */
export async function filesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
    .toSorted();
}
