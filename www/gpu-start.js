// The worker that computes on WebGPU, if there is an adapter for it: its program is large, and cannot do without.
import { findAdapter } from "./adapter.js";
import { load } from "./load.js";

// The page gives the worker this name where the visitor wants WebGPU on any adapter.
const ANY = "any";

if (await findAdapter(self.name === ANY)) load("gpu_bg.wasm", () => import("./gpu.js"));
