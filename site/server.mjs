// Serves a finished site as a good web server would. Also a program:
//
//   node site/server.mjs [--port 8080] [--site dist] [--base /visage/] [--frame-ancestors "https://school.example"]
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import sirv from "sirv";
import { cachingOf, securityWithin } from "./headers.mjs";

/**
 * Answers requests for the files below `folder`.
 *
 * @param {string} folder
 * @param {object} [options]
 * @param {string} [options.base] the path under which the site lies, from `/` to `/`
 * @param {string} [options.around] which pages may put a frame around it; none if none is named
 * @param {boolean} [options.plain] neither compressed copies nor headers, like the simplest server there is
 * @returns {(request: http.IncomingMessage, response: http.ServerResponse) => void}
 */
export function handlerFor(folder, { base = "/", plain = false, around } = {}) {
  const security = Object.entries(securityWithin(around));
  const files = sirv(folder, {
    // Looks at the folder with every request: it may be built again meanwhile.
    dev: true,
    etag: true,
    brotli: !plain,
    gzip: !plain,
    // Addresses are names of files; only a folder's stands for a page.
    extensions: ["html"],
    setHeaders: plain ? undefined : (response, pathname) => setHeaders(response, pathname.slice(1), security),
  });
  return (request, response) => {
    const notFound = () => response.writeHead(404, { "content-type": "text/plain" }).end("not found");
    if (!["GET", "HEAD"].includes(request.method)) {
      response.writeHead(405, { allow: "GET, HEAD", "content-type": "text/plain" }).end("only GET and HEAD");
      return;
    }
    if (!request.url.startsWith(base)) return notFound();
    request.url = request.url.slice(base.length - 1);
    files(request, response, notFound);
  };
}

// The endings here that sirv knows no type for; without one, Firefox guesses and complains.
function setHeaders(response, name, security) {
  if (name.endsWith(".ppm")) response.setHeader("content-type", "image/x-portable-pixmap");
  if (name.endsWith(".ftl")) response.setHeader("content-type", "text/plain;charset=utf-8");
  for (const [header, value] of security) response.setHeader(header, value);
  response.setHeader("cache-control", cachingOf(name));
}

function main() {
  const project = fileURLToPath(new URL("..", import.meta.url));
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "8080" },
      site: { type: "string", default: path.join(project, "dist") },
      base: { type: "string", default: "/" },
      "frame-ancestors": { type: "string" },
    },
  });
  const server = http.createServer(handlerFor(values.site, { base: values.base, around: values["frame-ancestors"] }));
  server.on("error", (error) => {
    console.error(error.code === "EADDRINUSE" ? `Port ${values.port} is taken. Choose another: PORT=9000 scripts/serve --dist` : error);
    process.exit(1);
  });
  server.listen(Number(values.port), "127.0.0.1", () => console.log(`Visage is ready at http://localhost:${values.port}${values.base}`));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
