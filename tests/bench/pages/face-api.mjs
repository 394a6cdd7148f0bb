// face-api: its tiny detector at 256 pixels and its network for age and gender, on WebAssembly.
import * as faceapi from "/packages/@vladmandic/face-api/dist/face-api.esm.js";

const MODELS = "/packages/@vladmandic/face-api/model/";

let options;

export async function start() {
  const { tf, nets } = faceapi;
  tf.setWasmPaths("/packages/@tensorflow/tfjs-backend-wasm/dist/");
  await tf.setBackend("wasm");
  await tf.ready();
  await Promise.all([nets.tinyFaceDetector.loadFromUri(MODELS), nets.ageGenderNet.loadFromUri(MODELS)]);
  const backend = tf.getBackend();
  if (backend !== "wasm") throw new Error(`asked for wasm, and got ${backend}`);
  options = new faceapi.TinyFaceDetectorOptions({ inputSize: 256 });
  return { version: faceapi.version, backend };
}

export async function read(canvas) {
  const faces = await faceapi.detectAllFaces(canvas, options).withAgeAndGender();
  const [largest] = faces.toSorted((a, b) => b.detection.box.area - a.detection.box.area);
  return { faces: faces.length, age: largest?.age, gender: largest?.gender };
}
