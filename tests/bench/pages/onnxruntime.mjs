// ONNX Runtime Web with the very same network, exported by `visage export-onnx`.
const PACKAGE = "/packages/onnxruntime-web/dist/";
const MODEL = "/model/visage.onnx";
const SIZE = 112;
// The normalisation of `src/network/input.rs`.
const [MEAN, SCALE] = [127, 128];
const HEADS = ["age", "gender", "race"];

let runtime;
let session;

/** @param {{provider: "wasm" | "webgpu"}} parameters */
export async function start({ provider }) {
  runtime = await import(`${PACKAGE}ort.${provider}.bundle.min.mjs`);
  runtime.env.wasm.wasmPaths = PACKAGE;
  runtime.env.wasm.numThreads = 1;
  session = await runtime.InferenceSession.create(MODEL, { executionProviders: [provider], graphOptimizationLevel: "all" });
  return { version: runtime.env.versions.web, threads: runtime.env.wasm.numThreads };
}

/** The input, made beforehand: only the computation is measured. */
export function prepare(pixels) {
  const values = new Float32Array(3 * SIZE * SIZE);
  for (let index = 0; index < pixels.length; index += 1) {
    values[(index % 3) * SIZE * SIZE + Math.floor(index / 3)] = (pixels[index] - MEAN) / SCALE;
  }
  return new runtime.Tensor("float32", values, [1, 3, SIZE, SIZE]);
}

/** Ends when the logits can be read by the page. */
export async function forward(image) {
  const results = await session.run({ image });
  return HEADS.map((head) => results[head].data);
}

export function probabilities(logits) {
  return Object.fromEntries(HEADS.map((head, index) => [head, softmax(logits[index])]));
}

function softmax(logits) {
  const largest = Math.max(...logits);
  const powers = Array.from(logits, (logit) => Math.exp(logit - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
