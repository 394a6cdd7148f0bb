// Starts Chromium with the camera and the graphics that a test wants.
import { chromium } from "playwright-core";
import { findChromium } from "./chromium.mjs";
import { QUIET, SOFTWARE_WEBGPU } from "./switches.mjs";

const NO_WEBGPU = ["--disable-features=WebGPU,WebGPUService"];

/** What the browser tells a page that asks for the camera. */
export const Camera = {
  /** Plays a film of JPEG pictures, over and over. */
  playing: (film) => ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${film}`],
  /** The machine has no camera. */
  absent: ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream=device-count=0"],
  /** The visitor says no. */
  refused: ["--use-fake-ui-for-media-stream=deny", "--use-fake-device-for-media-stream"],
};

/**
 * Starts a browser without a window.
 *
 * @param {object} [machine]
 * @param {string[]} [machine.camera] one of `Camera`
 * @param {boolean} [machine.webgpu] whether there is a WebGPU adapter
 * @param {string[]} [machine.switches] further switches of Chromium
 */
export function launch(machine = {}) {
  return chromium.launch(optionsFor(machine));
}

/**
 * Starts a browser without a window that keeps what sites store, in the folder `profile`, until it is started there again.
 *
 * @param {string} profile
 * @param {object} [machine] as for `launch`
 * @returns {Promise<import("playwright-core").BrowserContext>}
 */
export function launchWithProfile(profile, machine = {}) {
  return chromium.launchPersistentContext(profile, { ...optionsFor(machine), viewport: { width: 1280, height: 800 } });
}

function optionsFor({ camera = Camera.absent, webgpu = false, switches = [] }) {
  return {
    executablePath: findChromium(),
    args: [...QUIET, ...camera, ...(webgpu ? SOFTWARE_WEBGPU : NO_WEBGPU), ...switches],
  };
}
