#!/bin/sh
# Serves the folder "site" beside this file to this computer only, and opens it in the browser.
#
#   sh start-mac-linux.sh                 at port 8642, or the next free one
#   sh start-mac-linux.sh --no-browser    only serves
cd "$(dirname "$0")/site" || exit 1
if ! command -v python3 >/dev/null; then
  echo "Python 3 is missing. Install it from https://www.python.org, or serve the folder \"site\" with another web server." >&2
  exit 1
fi
exec python3 - "$@" <<'PYTHON'
import http.server
import sys
import webbrowser

# Always the same port where it is free: browsers keep the page's copy and settings by its address.
PORTS = range(8642, 8652)


class Handler(http.server.SimpleHTTPRequestHandler):
    # Systems have lists of their own, and some of them are wrong.
    extensions_map = {
        "": "application/octet-stream",
        ".css": "text/css",
        ".csv": "text/csv",
        ".html": "text/html; charset=utf-8",
        ".jpg": "image/jpeg",
        ".js": "text/javascript",
        ".json": "application/json",
        ".png": "image/png",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
        ".webp": "image/webp",
    }

    def end_headers(self):
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, *_):
        pass


def serve():
    for port in PORTS:
        try:
            return http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
        except OSError:
            continue
    sys.exit(f"The ports {PORTS.start} to {PORTS.stop - 1} are all taken.")


server = serve()
address = f"http://localhost:{server.server_port}/"
print(f"Visage is at {address} (Ctrl+C ends it)", flush=True)
if "--no-browser" not in sys.argv:
    webbrowser.open(address)
try:
    server.serve_forever()
except KeyboardInterrupt:
    pass
PYTHON
