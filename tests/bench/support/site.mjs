// The built site: where the files of its release lie.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseHTML } from "linkedom";

/** The folder of a site's programs and models, which its page names. */
export async function releaseFolder(site) {
  const { document } = parseHTML(await readFile(path.join(site, "index.html"), "utf8"));
  return path.join(site, document.querySelector("meta[name=visage-files]")?.getAttribute("content") ?? "./");
}
