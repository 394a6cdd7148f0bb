// Starts the page's program. Trunk would write this into the page itself; as a file it needs no inline script.
import "./meter.js";
import init from "./app.js";

// The page's first words are on the screen before its program takes their place, however fast that has come. A tab in the
// background paints nothing, and does not wait for it.
const painted = new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve));
  setTimeout(resolve, 100);
});

try {
  await painted;
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
