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

/** The inputs, made beforehand: only the computation is measured. Visage reads a crop and its mirror image. */
export function prepare(pixels) {
  return [false, true].map((isMirrored) => {
    const values = new Float32Array(3 * SIZE * SIZE);
    for (let index = 0; index < pixels.length; index += 1) {
      const place = Math.floor(index / 3);
      const column = place % SIZE;
      const target = isMirrored ? place - column + (SIZE - 1 - column) : place;
      values[(index % 3) * SIZE * SIZE + target] = (pixels[index] - MEAN) / SCALE;
    }
    return new runtime.Tensor("float32", values, [1, 3, SIZE, SIZE]);
  });
}

/** Ends when the logits of both can be read by the page. */
export async function forward(images) {
  const logits = [];
  for (const image of images) {
    const results = await session.run({ image });
    logits.push(HEADS.map((head) => results[head].data));
  }
  return logits;
}

/** The mean over both images, as Visage gives it. */
export function probabilities(logits) {
  const means = (head) => {
    const [one, other] = logits.map((heads) => softmax(heads[head]));
    return one.map((probability, index) => (probability + other[index]) / 2);
  };
  return Object.fromEntries(HEADS.map((name, head) => [name, means(head)]));
}

function softmax(logits) {
  const largest = Math.max(...logits);
  const powers = Array.from(logits, (logit) => Math.exp(logit - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
