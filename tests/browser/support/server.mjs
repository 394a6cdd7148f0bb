// The built site on a port of this machine, served as visitors get it, or broken, slow, plain, or below another path.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { handlerFor } from "../../../site/server.mjs";
import { SITE } from "./paths.mjs";

const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm" };

/**
 * Serves a site on a free port of this machine.
 *
 * @param {object} [options]
 * @param {string} [options.site] its folder, `dist/` if none is given
 * @param {string} [options.base] the path below which it lies, e.g. `/visage/`
 * @param {string} [options.around] which pages may put a frame around it
 * @param {boolean} [options.plain] as the simplest of servers would: nothing compressed, no headers of ours
 * @param {number} [options.port] a port of one's own choice, for a server that comes back
 * @param {RegExp} [options.missing] paths that are answered with "404 Not Found"
 * @param {RegExp} [options.slow] paths that are answered in small pieces with pauses, so that progress can be seen
 * @param {number} [options.rate] bytes a second of these; ten pieces in a second, whatever their size, if none is given
 * @param {{test: (path: string) => boolean}} [options.cut] paths whose connection breaks off half-way
 * @param {RegExp} [options.stuck] paths of which only the first half ever arrives
 * @returns {Promise<{url: string, port: number, requests: {method: string, path: string}[], close: () => Promise<void>}>} with
 *   every request so far, in order
 */
export async function serveSite({ site = SITE, base = "/", plain = false, around, port = 0, missing, slow, rate, cut, stuck } = {}) {
  const answer = handlerFor(site, { base, plain, around });
  const requests = [];
  const file = (pathname) => path.join(site, decodeURIComponent(pathname.slice(base.length)));
  const server = http.createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    requests.push({ method: request.method, path: pathname });
    if (missing?.test(pathname)) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    } else if (slow?.test(pathname)) {
      await sendInPieces(file(pathname), response, rate);
    } else if (cut?.test(pathname)) {
      await sendHalf(file(pathname), response);
      response.destroy();
    } else if (stuck?.test(pathname)) {
      await sendHalf(file(pathname), response);
    } else {
      answer(request, response);
    }
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    port: server.address().port,
    requests,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function begin(file, response) {
  const { size } = await stat(file);
  response.writeHead(200, {
    "content-type": TYPES[path.extname(file)] ?? "application/octet-stream",
    "content-length": size,
    "cache-control": "no-store",
  });
  return size;
}

async function sendInPieces(file, response, rate) {
  const size = await begin(file, response);
  const piece = rate ? rate / 10 : Math.ceil((size + 1) / 10);
  for await (const bytes of createReadStream(file, { highWaterMark: piece })) {
    if (response.destroyed) return;
    response.write(bytes);
    await sleep(100);
  }
  response.end();
}

async function sendHalf(file, response) {
  const size = await begin(file, response);
  for await (const bytes of createReadStream(file, { end: size >> 1 })) response.write(bytes);
  await sleep(200);
}
