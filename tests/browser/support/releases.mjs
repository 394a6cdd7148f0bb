// Releases of the site that differ, for the tests of updates: made from the one in `dist/`, without compiling anything.
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { COMPRESSED } from "../../../site/compress.mjs";
import { filesBelow } from "../../../site/files.mjs";
import { packageSite } from "../../../site/package.mjs";
import { RELEASE } from "../../../site/release-folder.mjs";
import { SERVICE_WORKER } from "../../../site/service-worker.mjs";
import { SITE } from "./paths.mjs";

/** The name of the release's folder in the site at `site`. */
export async function releaseOf(site) {
  const name = (await readdir(site)).find((entry) => RELEASE.test(entry));
  if (!name) throw new Error(`the site in ${site} is not packaged: run scripts/build`);
  return name;
}

/** Makes another release in the folder `target`, whose program is the same but for what it writes to `data-build`. */
export async function otherRelease(target, build) {
  await unpack(target);
  const start = path.join(target, "start.js");
  await writeFile(start, `${await readFile(start, "utf8")}\ndocument.documentElement.dataset.build = "${build}";\n`);
  await packageSite(target, "fast");
  return releaseOf(target);
}

/** Undoes the packaging of `dist/` in the copy `target`: what Trunk had built. */
export async function unpack(target) {
  await cp(SITE, target, { recursive: true });
  const release = await releaseOf(target);
  for (const file of (await filesBelow(target)).filter((file) => COMPRESSED.test(file))) await rm(path.join(target, file));
  for (const name of await readdir(path.join(target, release))) await rename(path.join(target, release, name), path.join(target, name));
  await rm(path.join(target, release), { recursive: true });
  await rm(path.join(target, SERVICE_WORKER));
  for (const page of ["index.html", "notices.html"]) {
    const file = path.join(target, page);
    await writeFile(file, (await readFile(file, "utf8")).replaceAll(`./${release}/`, "./"));
  }
}

/** Puts the site in the folder `site` in the place of what lies at `live`, as a new release comes to a server. */
export async function publish(site, live) {
  await rm(live, { recursive: true, force: true });
  await mkdir(path.dirname(live), { recursive: true });
  await cp(site, live, { recursive: true });
}

/** Changes one byte of a release's file, whose compressed copies go. */
export async function damage(site, name) {
  const file = path.join(site, await releaseOf(site), name);
  const bytes = await readFile(file);
  bytes[bytes.length >> 1] ^= 1;
  await writeFile(file, bytes);
  for (const ending of [".br", ".gz"]) await rm(file + ending, { force: true });
}
