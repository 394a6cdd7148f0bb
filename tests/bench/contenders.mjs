// Who is compared with whom. A contender is a module of `pages/` with parameters.

/** Ours, which all ratios refer to. */
export const VISAGE = { name: "Visage, CPU", page: "visage", parameters: { backend: "cpu" } };

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
  { name: "Human, WebAssembly", page: "human", parameters: {} },
  { name: "face-api, WebAssembly", page: "face-api", parameters: {} },
];

/** What is measured from the navigation on: the programs on a minimal page, and our whole page. */
export const STARTS = [
  VISAGE,
  { name: "Visage, the whole page", site: true },
  ...PROGRAMS.filter(({ page }) => page !== "visage"),
];

/** The address of a contender's page. */
export function address(server, { page, parameters }, further = {}) {
  return `${server.url}/bench/runner.html?${new URLSearchParams({ contender: page, ...parameters, ...further })}`;
}
