// The worker that computes on the CPU.
import { load } from "./load.js";

load("cpu_bg.wasm", () => import("./cpu.js"));
