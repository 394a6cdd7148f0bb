// Human: BlazeFace and its network for age and gender, and nothing else, on WebAssembly.
import { Human } from "/packages/@vladmandic/human/dist/human.esm.js";

const off = { enabled: false };

let human;

export async function start() {
  human = new Human({
    backend: "wasm",
    wasmPath: "/packages/@tensorflow/tfjs-backend-wasm/dist/",
    modelBasePath: "/packages/@vladmandic/human/models/",
    debug: false,
    warmup: "none",
    // Every frame is looked at anew.
    cacheSensitivity: 0,
    skipAllowed: false,
    filter: off,
    gesture: off,
    body: off,
    hand: off,
    object: off,
    segmentation: off,
    face: {
      enabled: true,
      detector: { skipFrames: 0, skipTime: 0 },
      // As the others do, it is to name a gender however sure it is.
      description: { enabled: true, skipFrames: 0, skipTime: 0, minConfidence: 0 },
      mesh: off,
      attention: off,
      iris: off,
      emotion: off,
      antispoof: off,
      liveness: off,
    },
  });
  await human.load();
  await human.init();
  const backend = human.tf.getBackend();
  if (backend !== "wasm") throw new Error(`asked for wasm, and got ${backend}`);
  return { version: human.version, backend, features: human.env.wasm };
}

export async function read(canvas) {
  const { face: faces, error } = await human.detect(canvas);
  if (error) throw new Error(error);
  const [first] = faces;
  return { faces: faces.length, age: first?.age, gender: first?.gender };
}
