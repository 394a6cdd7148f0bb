// The folder of a release: everything whose address must say what it holds, under a name made from all of it.
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { filesBelow } from "./files.mjs";

// What stays beside the page, because others know it by its address: visitors, browsers, search engines.
const AT_THE_ROOT = /^(index\.html|notices\.html|manifest\.webmanifest|robots\.txt|icon\.svg|docs\/.*|icons\/.*|screenshots\/.*)$/;

/** The name of a release's folder. */
export const RELEASE = /^[0-9a-f]{16}$/;

/** Whether `file` keeps its address from release to release. */
export function staysAtTheRoot(file) {
  return AT_THE_ROOT.test(file);
}

/**
 * Moves the files of the built site that belong to one release into a folder of `site`.
 *
 * @returns {Promise<string>} the folder's name: the same for the same files, and another if one byte differs
 */
export async function moveIntoRelease(site) {
  const files = (await filesBelow(site)).filter((file) => !staysAtTheRoot(file));
  const release = await nameOf(site, files);
  for (const file of files) {
    const target = path.join(site, release, file);
    await mkdir(path.dirname(target), { recursive: true });
    await rename(path.join(site, file), target);
  }
  // Folders whose files have all moved.
  const left = new Set((await filesBelow(site)).map((file) => file.split("/")[0]));
  const emptied = new Set(files.map((file) => file.split("/")[0]).filter((first) => !left.has(first)));
  for (const folder of emptied) await rm(path.join(site, folder), { recursive: true, force: true });
  return release;
}

async function nameOf(site, files) {
  const all = createHash("sha256");
  for (const file of files) {
    const contents = createHash("sha256").update(await readFile(path.join(site, file)));
    all.update(`${file}\0${contents.digest("hex")}\n`);
  }
  return all.digest("hex").slice(0, 16);
}
