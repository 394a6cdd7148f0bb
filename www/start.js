// Starts the engine and the page's program, side by side. Trunk would write this into the page itself; as a file it needs no inline
// script.
import "./meter.js";
import { startCpuWorker } from "./cpu-worker.js";

const from = (file) => new URL(file, import.meta.url);
const parameters = new URLSearchParams(location.search);

// The page's program takes the worker over, with what it has said by then: `app/browser/engine_client.rs`. It starts another where
// the visitor wants WebGPU and nothing else.
if (parameters.get("backend") !== "webgpu") {
  const worker = startCpuWorker();
  const messages = [];
  worker.onmessage = ({ data }) => messages.push(data);
  worker.onerror = ({ message }) => messages.push({ failed: { program: message ?? "" } });
  globalThis.visageEngine = { worker, messages };
}

// In a frame of another page, only a part of this one is wanted.
if (parameters.has("embed")) import("./embed.js");

// The page's first words are on the screen before its program takes their place, however fast that has come. A tab in the
// background paints nothing, and does not wait for it.
const painted = new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve));
  setTimeout(resolve, 100);
});

try {
  const program = fetch(from("./app_bg.wasm"));
  const [{ default: init }] = await Promise.all([import("./app.js"), painted]);
  await init({ module_or_path: program });
} catch (error) {
  console.error(error);
  const message = document.createElement("p");
  message.dataset.testid = "error";
  message.role = "alert";
  message.textContent =
    "Visage could not start. Reload the page; if that does not help, update the browser: it needs WebAssembly with SIMD.";
  document.body.append(message);
}
