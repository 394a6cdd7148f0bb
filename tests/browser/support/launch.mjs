// Starts Chromium with the camera and the graphics that a test wants.
import { chromium } from "playwright-core";
import { findChromium } from "./chromium.mjs";

const QUIET = [
  "--no-sandbox",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// SwiftShader computes WebGPU on the CPU: slow, and the same everywhere.
const SOFTWARE_WEBGPU = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"];
const NO_WEBGPU = ["--disable-features=WebGPU,WebGPUService"];

/** What the browser tells a page that asks for the camera. */
export const Camera = {
  /** Plays a film of JPEG pictures, over and over. */
  playing: (film) => [
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    `--use-file-for-fake-video-capture=${film}`,
  ],
  /** The machine has no camera. */
  absent: ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream=device-count=0"],
  /** The visitor says no. */
  refused: ["--use-fake-ui-for-media-stream=deny", "--use-fake-device-for-media-stream"],
};

/**
 * Starts a browser without a window.
 *
 * @param {object} [options]
 * @param {string[]} [options.camera] one of `Camera`
 * @param {boolean} [options.webgpu] whether there is a WebGPU adapter
 */
export function launch({ camera = Camera.absent, webgpu = false } = {}) {
  return chromium.launch({
    executablePath: findChromium(),
    args: [...QUIET, ...camera, ...(webgpu ? SOFTWARE_WEBGPU : NO_WEBGPU)],
  });
}
