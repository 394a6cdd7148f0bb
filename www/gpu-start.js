// The worker that computes on WebGPU, if there is an adapter for it: its program is large, and cannot do without.
import { load } from "./load.js";

// The page gives the worker this name where the visitor wants WebGPU on any adapter.
const ANY = "any";

// High performance is what Burn asks for as well.
const adapter = await navigator.gpu?.requestAdapter({ powerPreference: "high-performance" }).catch(() => null);
if (!adapter) {
  self.postMessage({ failed: { noWebGpu: "noAdapter" } });
} else {
  const { vendor, architecture, description, isFallbackAdapter } = adapter.info ?? {};
  const name = description || [vendor, architecture].filter(Boolean).join(" ") || "GPU";
  if ((isFallbackAdapter ?? adapter.isFallbackAdapter) && self.name !== ANY) {
    self.postMessage({ failed: { noWebGpu: { software: name } } });
  } else {
    self.visageAdapter = name;
    load("gpu_bg.wasm", () => import("./gpu.js"));
  }
}
