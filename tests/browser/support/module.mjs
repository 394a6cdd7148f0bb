// The module for other people's pages, packed as npm takes it, and pages that use it.
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { writeModule } from "../../../site/module.mjs";
import { handlerFor } from "../../../site/server.mjs";
import { SITE } from "./paths.mjs";

const run = promisify(execFile);

/** The strictest policy under which the module's documentation says that it works. */
export const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; img-src 'self'; style-src 'self'";

/**
 * A folder with the module's archive installed in `node_modules`, as a user has it.
 *
 * @returns {Promise<{folder: string, module: string, archive: string, remove: () => Promise<void>}>}
 */
export async function installed() {
  const folder = await mkdtemp(path.join(os.tmpdir(), "visage-module-"));
  const packed = path.join(folder, "packed");
  const source = await writeModule({ site: SITE, out: packed, version: "0.0.0-test" });
  const { stdout } = await run("npm", ["pack", source, "--pack-destination", packed, "--json"]);
  const archive = path.join(packed, JSON.parse(stdout)[0].filename);
  const project = path.join(folder, "project");
  await mkdir(project);
  await writeFile(path.join(project, "package.json"), JSON.stringify({ name: "a-page", private: true, type: "module" }));
  await run("npm", ["install", "--offline", "--no-audit", "--no-fund", archive], { cwd: project });
  return {
    folder: project,
    module: path.join(project, "node_modules", "visage"),
    archive,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/**
 * Serves a folder as the simplest of servers would, with these headers.
 *
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function serveFolder(folder, headers = {}) {
  const answer = handlerFor(folder, { plain: true });
  const server = http.createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    answer(request, response);
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Writes the files of a page into `folder`, and copies what it names there: `{ "index.html": "…", "photo.jpg": { from: "…" } }`. */
export async function writePage(folder, files) {
  for (const [name, contents] of Object.entries(files)) {
    const target = path.join(folder, name);
    await mkdir(path.dirname(target), { recursive: true });
    if (typeof contents === "string") await writeFile(target, contents);
    else await cp(contents.from, target, { recursive: true });
  }
}
