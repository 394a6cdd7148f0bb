// Who is compared with whom. A contender is a module of `pages/` with parameters.

/** Ours, which all ratios refer to. */
export const VISAGE = { name: "Visage, CPU", page: "visage", parameters: { backend: "cpu" } };

/** Our whole page, with everything that it shows and loads. */
const WHOLE_PAGE = { name: "Visage, the whole page", site: true };

const HUMAN = { name: "Human, WebAssembly", page: "human", parameters: {} };
const FACE_API = { name: "face-api, WebAssembly", page: "face-api", parameters: {} };

/** Needs WebGPU; on a machine without a graphics processor that is emulated, and says nothing about real ones. */
const onWebGpu = (contender) => ({ ...contender, needsWebGpu: true });

/** The same network in several runtimes. */
export const RUNTIMES = [
  VISAGE,
  { name: "ONNX Runtime Web, WebAssembly", page: "onnxruntime", parameters: { provider: "wasm" } },
  onWebGpu({ name: "Visage, WebGPU", page: "visage", parameters: { backend: "webgpu" } }),
  onWebGpu({ name: "ONNX Runtime Web, WebGPU", page: "onnxruntime", parameters: { provider: "webgpu" } }),
];

/** Programs that find faces and estimate age and gender, on the CPU. */
export const PROGRAMS = [
  VISAGE,
  { name: "Visage, CPU, following a face", page: "visage", parameters: { backend: "cpu", follow: "1" } },
  { name: "Visage, the module’s analyze", page: "module", parameters: { backend: "cpu" } },
  HUMAN,
  FACE_API,
];

/** Those whose answers are compared with labels: following a face and the module give the same answers as Visage. */
export const JUDGED = [VISAGE, HUMAN, FACE_API];

/** What is measured from the navigation on: the programs on a minimal page, and our whole page. */
export const STARTS = [VISAGE, WHOLE_PAGE, HUMAN, FACE_API];

/** Which of these are set against each other besides, and in what; see `parts/start.mjs`. */
export const PAIRS = [
  { ours: VISAGE, other: FACE_API, figures: ["cold", "warm", "memory"] },
  { ours: WHOLE_PAGE, other: HUMAN, figures: ["cold", "warm"] },
];

/** The address of a contender's page. */
export function address(server, { page, parameters }, further = {}) {
  return `${server.url}/bench/runner.html?${new URLSearchParams({ contender: page, ...parameters, ...further })}`;
}
