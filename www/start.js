// Starts the page's program. Trunk would write this into the page itself; as a file it needs no inline script.
import "./meter.js";
import init from "./app.js";

try {
  await init({ module_or_path: new URL("./app_bg.wasm", import.meta.url) });
} catch (error) {
  console.error(error);
  const message = document.createElement("p");
  message.dataset.testid = "error";
  message.role = "alert";
  message.textContent =
    "Visage could not start. Reload the page; if that does not help, update the browser: it needs WebAssembly with SIMD.";
  document.body.append(message);
}
