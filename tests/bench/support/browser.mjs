// Starts Chromium for the benchmark.
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { findChromium } from "../../browser/support/chromium.mjs";
import { QUIET, SOFTWARE_WEBGPU } from "../../browser/support/switches.mjs";

/** Chromium on Linux offers WebGPU only if asked. */
const HARDWARE_WEBGPU = ["--enable-unsafe-webgpu", "--enable-features=Vulkan"];

const options = (args) => ({ executablePath: findChromium(), args: [...QUIET, ...args] });

/** A browser without a window. */
export function launch(args = []) {
  return chromium.launch(options(args));
}

/**
 * Finds out which WebGPU there is.
 *
 * @param {string} url of any page on this machine
 * @returns {Promise<{args: string[], adapter: string, isSoftware: boolean} | null>} null for none
 */
export async function findWebGpu(url) {
  for (const args of [HARDWARE_WEBGPU, SOFTWARE_WEBGPU]) {
    const browser = await launch(args);
    try {
      const page = await browser.newPage();
      await page.goto(url);
      const info = await page.evaluate(adapterInfo);
      const isSoftware = info?.isFallbackAdapter ?? /swiftshader|llvmpipe/i.test(info?.name);
      // A software adapter found by the way is taken by its own name, so that it is the same one everywhere.
      if (info && (!isSoftware || args === SOFTWARE_WEBGPU)) return { args, adapter: info.name, isSoftware };
    } finally {
      await browser.close();
    }
  }
  return null;
}

// Runs in the page.
async function adapterInfo() {
  const adapter = await navigator.gpu?.requestAdapter().catch(() => null);
  if (!adapter) return null;
  const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
  return { name: [description, vendor, architecture].filter(Boolean).join(" ") || "without a name", isFallbackAdapter };
}

/**
 * Calls `visit` with a visitor: a browser profile of its own, new, that outlasts the browser's end.
 *
 * `visitor.open(address, work)` starts the browser, opens the address in it, and ends it after `work(page)`.
 */
export async function withVisitor(visit) {
  const profile = await mkdtemp(path.join(os.tmpdir(), "visage-visitor-"));
  try {
    return await visit({
      profile,
      async open(address, script, work) {
        const context = await chromium.launchPersistentContext(profile, options([]));
        try {
          const page = context.pages()[0] ?? (await context.newPage());
          page.on("pageerror", (error) => console.error(`uncaught in ${address}: ${error}`));
          if (script) await page.addInitScript(script);
          await page.goto(address);
          return await work(page);
        } finally {
          await context.close();
        }
      },
    });
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
