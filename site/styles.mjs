// One style sheet for each page: compressed as one they are smaller, and they arrive together.
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "node-html-parser";
import { filesBelow } from "./files.mjs";

/** The one style sheet of the page. */
export const PAGE_STYLES = "page.css";

const LINKS = "link[rel=stylesheet]";

/** Joins the style sheets that `site`'s index.html names, in their order, and removes those that no other page names. */
export async function joinStyles(site) {
  const index = path.join(site, "index.html");
  const page = parse(await readFile(index, "utf8"), { comment: true });
  const links = page.querySelectorAll(LINKS);
  const names = links.map(nameOf);
  if (names.length < 2) return;
  const sheets = await Promise.all(names.map((name) => readFile(path.join(site, name), "utf8")));
  await writeFile(path.join(site, PAGE_STYLES), sheets.join("\n"));
  const [first, ...others] = links;
  first.setAttribute("href", first.getAttribute("href").replace(names[0], PAGE_STYLES));
  others.forEach((link) => link.remove());
  await writeFile(index, page.toString());
  const kept = new Set((await Promise.all((await otherPages(site)).map(stylesOf))).flat());
  await Promise.all(names.filter((name) => !kept.has(name)).map((name) => rm(path.join(site, name))));
}

async function otherPages(site) {
  const files = await filesBelow(site);
  return files.filter((file) => /^[^/]+\.html$/.test(file) && file !== "index.html").map((file) => path.join(site, file));
}

async function stylesOf(page) {
  return parse(await readFile(page, "utf8"))
    .querySelectorAll(LINKS)
    .map(nameOf);
}

const nameOf = (link) => link.getAttribute("href").replace(/^\.\//, "");
