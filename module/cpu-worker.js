import init from "visage-cpu";
import { startWith } from "./engine-worker.js";

startWith("cpu.wasm", init);
