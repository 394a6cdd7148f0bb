// What a server should say with every file. `hosting/` says the same for nginx and Caddy, and a test holds them together.
import { staysAtTheRoot } from "./release-folder.mjs";

/** What `index.html` says for servers that send no headers. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; " +
  "media-src 'self' blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'";

// The camera and taking things away is all the page does with the machine.
const USED = ["camera", "clipboard-write", "fullscreen"];
const UNUSED = [
  "accelerometer",
  "browsing-topics",
  "clipboard-read",
  "display-capture",
  "encrypted-media",
  "gamepad",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "usb",
  "window-management",
  "xr-spatial-tracking",
];

/**
 * The headers that go with every file.
 *
 * @param {string} [around] which pages may put a frame around this one, as `frame-ancestors` has it
 */
export const securityWithin = (around = "'none'") => ({
  // A frame around the page could dress it up as another; only a header can forbid that.
  "content-security-policy": `${CONTENT_SECURITY_POLICY}; frame-ancestors ${around}`,
  "permissions-policy": [...USED.map((name) => `${name}=(self)`), ...UNUSED.map((name) => `${name}=()`)].join(", "),
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
});

/** Those of a site that nobody may put a frame around. */
export const SECURITY = securityWithin();

/** Files of a release never change under their address. */
export const IMMUTABLE = "public, max-age=31536000, immutable";
/** Everything else is asked for anew, and answered with "not modified" if it is the same. */
export const REVALIDATED = "no-cache";

/** How long a browser may keep the file `name`, which is relative to the site. */
export function cachingOf(name) {
  const isOfRelease = /^[0-9a-f]{16}\//.test(name) && !staysAtTheRoot(name);
  return isOfRelease ? IMMUTABLE : REVALIDATED;
}
