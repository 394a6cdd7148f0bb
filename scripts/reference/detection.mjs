// Writes tests/fixtures/detection_reference.json: the boxes and key points that another implementation of BlazeFace, the npm
// package `@vladmandic/human`, gives for the sample pictures. `tests/detection_parity.rs` holds our detector against it.
//
//     npm install --prefix /tmp/human @vladmandic/human@3.3.6 @tensorflow/tfjs@4.22.0 @tensorflow/tfjs-backend-wasm@4.22.0 jpeg-js@0.4.4
//     node scripts/reference/detection.mjs /tmp/human/node_modules

import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

// Border around each picture, as a share of its longer side, for our second look is one from further away.
const PICTURES = {
  "astronaut.jpg": 0,
  "group.jpg": 0,
  "woman-1.jpg": 0.5,
  "woman-2.jpg": 0.5,
  "man-1.jpg": 0.5,
};

const modules = resolve(process.argv[2] ?? "node_modules");
const require = createRequire(pathToFileURL(`${modules}/`));
// By its path: the package exports other builds only, which want a browser or TensorFlow's native library.
const { Human } = require(`${modules}/@vladmandic/human/dist/human.node-wasm.js`);
const jpeg = require("jpeg-js");

// The package fetches its model, and Node's fetch knows no files.
globalThis.fetch = async (url) => new Response(await readFile(new URL(url)));

const human = new Human({
  backend: "wasm",
  wasmPath: `${modules}/@tensorflow/tfjs-backend-wasm/dist/`,
  modelBasePath: pathToFileURL(`${modules}/@vladmandic/human/models/`).href,
  cacheModels: false,
  filter: { enabled: false },
  face: {
    enabled: true,
    // A factor of 0 would mean the default.
    detector: { scale: 1, maxDetected: 10, minConfidence: 0.5, iouThreshold: 0.3, rotation: false },
    mesh: { enabled: false },
    attention: { enabled: false },
    iris: { enabled: false },
    emotion: { enabled: false },
    description: { enabled: false },
  },
  body: { enabled: false },
  hand: { enabled: false },
  object: { enabled: false },
  gesture: { enabled: false },
});

/** The picture in the middle of a black square, as a tensor of 8-bit colours, and where it lies there. */
function squared({ width, height, data }, border) {
  const longer = Math.max(width, height);
  const side = Math.round(longer * (1 + 2 * border));
  const [left, top] = [Math.round((side - width) / 2), Math.round((side - height) / 2)];
  const pixels = new Float32Array(side * side * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < 3; channel++) {
        pixels[((y + top) * side + x + left) * 3 + channel] = data[(y * width + x) * 4 + channel];
      }
    }
  }
  return { tensor: human.tf.tensor4d(pixels, [1, side, side, 3]), left, top };
}

const rounded = (pixels) => Math.round(100 * pixels) / 100;

const reference = {};
await human.load();
for (const [name, border] of Object.entries(PICTURES)) {
  const picture = jpeg.decode(await readFile(`assets/samples/${name}`));
  const { tensor, left, top } = squared(picture, border);
  const { face, error } = await human.detect(tensor);
  if (error) throw new Error(error);
  tensor.dispose();
  reference[name] = face.map(({ box: [x, y, width, height], mesh }) => ({
    box: { x: x - left, y: y - top, width, height },
    key_points: mesh.map(([x, y]) => ({ x: rounded(x - left), y: rounded(y - top) })),
  }));
}
await writeFile("tests/fixtures/detection_reference.json", `${JSON.stringify(reference, null, 1)}\n`);
