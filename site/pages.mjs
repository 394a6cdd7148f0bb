// The pages that keep their addresses: those of what they load are pointed at the release's folder.
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "node-html-parser";
import { filesBelow } from "./files.mjs";
import { RELEASE, staysAtTheRoot } from "./release-folder.mjs";

// The page's program finds its worker and assets by what this element says.
const FOLDER = "meta[name=visage-files]";

/** Rewrites every page of `site` outside of the release so that it names the files in the folder `release`. */
export async function pointPagesAt(site, release) {
  const files = await filesBelow(site);
  const moved = new Set(files.filter((file) => file.startsWith(`${release}/`)).map((file) => file.slice(release.length + 1)));
  for (const page of files.filter((file) => file.endsWith(".html") && staysAtTheRoot(file))) {
    const file = path.join(site, page);
    await writeFile(file, rewritten(await readFile(file, "utf8"), release, moved, "../".repeat(page.split("/").length - 1)));
  }
}

/**
 * A page's text with the addresses of the files in `moved` pointed at the folder `release`.
 *
 * @param {Set<string>} moved
 * @param {string} [up] the way from the page to the site's root
 */
export function rewritten(text, release, moved, up = "") {
  if (!RELEASE.test(release)) throw new Error(`"${release}" is not the name of a release's folder`);
  const page = parse(text);
  for (const attribute of ["href", "src"]) {
    for (const element of page.querySelectorAll(`[${attribute}]`)) {
      const address = element.getAttribute(attribute);
      const name = address.replace(/^\.\//, "");
      if (!name.startsWith(up)) continue;
      const own = name.slice(up.length);
      if (moved.has(own)) element.setAttribute(attribute, `${up || "./"}${release}/${own}`);
    }
  }
  page.querySelector(FOLDER)?.setAttribute("content", `./${release}/`);
  return page.toString();
}
