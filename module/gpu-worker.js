import init from "visage-gpu";
import { findAdapter } from "../www/adapter.js";
import { startWith } from "./engine-worker.js";

startWith("gpu.wasm", init, findAdapter);
