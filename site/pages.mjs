// The pages at the root: their addresses are pointed at the release's folder.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "node-html-parser";
import { filesBelow } from "./files.mjs";
import { RELEASE } from "./release-folder.mjs";

// The page's program finds its worker and assets by what this element says.
const FOLDER = "meta[name=visage-files]";

/** Rewrites every page at the root of `site` so that it names the files in the folder `release`. */
export async function pointPagesAt(site, release) {
  const files = await filesBelow(site);
  const moved = new Set(files.filter((file) => file.startsWith(`${release}/`)).map((file) => file.slice(release.length + 1)));
  for (const page of files.filter((file) => /^[^/]+\.html$/.test(file))) {
    const file = path.join(site, page);
    await writeFile(file, rewritten(await readFile(file, "utf8"), release, moved));
  }
}

/**
 * A page's text with the addresses of the files in `moved` pointed at the folder `release`.
 *
 * @param {Set<string>} moved
 */
export function rewritten(text, release, moved) {
  if (!RELEASE.test(release)) throw new Error(`"${release}" is not the name of a release's folder`);
  const page = parse(text);
  for (const attribute of ["href", "src"]) {
    for (const element of page.querySelectorAll(`[${attribute}]`)) {
      const name = element.getAttribute(attribute).replace(/^\.\//, "");
      if (moved.has(name)) element.setAttribute(attribute, `./${release}/${name}`);
    }
  }
  page.querySelector(FOLDER)?.setAttribute("content", `./${release}/`);
  return page.toString();
}
