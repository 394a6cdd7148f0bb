// Serves everything that the benchmark's pages load, from this machine, and keeps a list of it.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const TYPES = {
  ".bin": "application/octet-stream",
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript",
  ".json": "application/json",
  ".mjs": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
};

/** Long enough for a second visit, so that the browser's own cache is used as on a real site. */
const CACHED = "public, max-age=3600";

const QUIET_MS = 1000;

/**
 * @param {Record<string, string>} folders by the beginning of the path, e.g. `{ "/site/": "dist" }`
 */
export async function serve(folders) {
  const pictures = new Map();
  let served = new Set();
  let lastRequest = 0;

  function fileOf(pathname) {
    const [prefix, folder] = Object.entries(folders).find(([prefix]) => pathname.startsWith(prefix)) ?? [];
    if (!folder) return null;
    const rest = decodeURIComponent(pathname.slice(prefix.length));
    const file = path.join(folder, rest === "" || rest.endsWith("/") ? `${rest}index.html` : rest);
    return file.startsWith(path.normalize(folder)) ? file : null;
  }

  const server = http.createServer(async (request, response) => {
    lastRequest = performance.now();
    const { pathname } = new URL(request.url, "http://localhost");
    const picture = pictures.get(pathname);
    if (picture) {
      response.writeHead(200, { "content-type": "image/png", "content-length": picture.length }).end(picture);
      return;
    }
    const file = fileOf(pathname);
    const found = file && (await stat(file).catch(() => null));
    if (!found?.isFile()) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    const tag = `"${found.size}-${found.mtimeMs}"`;
    const headers = { "cache-control": CACHED, etag: tag };
    if (request.headers["if-none-match"] === tag) {
      response.writeHead(304, headers).end();
      return;
    }
    served.add(file);
    const type = TYPES[path.extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { ...headers, "content-type": type, "content-length": found.size });
    createReadStream(file)
      .on("error", (error) => response.destroy(error))
      .pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** Serves a picture (PNG) and returns its path. */
    addPicture(name, png) {
      pictures.set(`/pictures/${name}.png`, png);
      return `/pictures/${name}.png`;
    },
    /** Forgets a picture, by its path. */
    removePicture(path) {
      pictures.delete(path);
    },
    /** Waits until nothing has been asked for during a second. */
    async quiet() {
      while (performance.now() - lastRequest < QUIET_MS) await sleep(QUIET_MS / 10);
    },
    /** The files that were sent since the last call; pictures are not among them. */
    takeServed() {
      const files = [...served].toSorted();
      served = new Set();
      return files;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
