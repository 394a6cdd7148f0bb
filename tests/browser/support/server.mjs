// A static file server for the built site that can also play a broken or a slow one.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { SITE } from "./paths.mjs";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
};

/**
 * Serves `dist/` on a free port of this machine.
 *
 * @param {object} [options]
 * @param {RegExp} [options.missing] paths that are answered with "404 Not Found"
 * @param {RegExp} [options.slow] paths that are answered in small pieces with pauses, so that progress can be seen
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function serveSite({ missing, slow } = {}) {
  const server = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = path.join(SITE, decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
    const found = await stat(file).catch(() => null);
    if (!found?.isFile() || !file.startsWith(SITE) || missing?.test(pathname)) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    const type = TYPES[path.extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "content-length": found.size, "cache-control": "no-store" });
    await (slow?.test(pathname) ? sendInPieces(file, found.size, response) : send(file, response));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function send(file, response) {
  createReadStream(file).on("error", (error) => response.destroy(error)).pipe(response);
}

async function sendInPieces(file, size, response) {
  for await (const piece of createReadStream(file, { highWaterMark: Math.ceil((size + 1) / 10) })) {
    response.write(piece);
    await sleep(100);
  }
  response.end();
}
