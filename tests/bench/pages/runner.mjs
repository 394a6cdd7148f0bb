// Runs one contender, which the address names, for the benchmark. Every contender is a module of this folder with
//   start(parameters)            loads it; returns what there is to say about it
//   keepsRequests                optional: whether `read` may be called before `start` has ended, and answers then
//   read(canvas, parameters)     finds and reads the faces: an answer `{faces, age, gender}`; `followed` where it did not look
//                                at the whole frame
//   prepare(pixels), forward(prepared), probabilities(result)
//                                optional: the network alone on an aligned crop; only `forward` is timed
//   crop(canvas)                 optional: the aligned crop of the largest face
// With `photo` in the address the start is measured: it is read as soon as the contender can.
const parameters = Object.fromEntries(new URLSearchParams(location.search));
const contender = await import(`./${parameters.contender}.mjs`);
let canvases = [];

/** A picture as a canvas. All contenders get the same kind, kept in main memory, where all of them read it. */
async function canvasOf(address) {
  const bitmap = await createImageBitmap(await (await fetch(address)).blob());
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
  canvas.getContext("2d", { willReadFrequently: true }).drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas;
}

/**
 * Runs `work` so many times, after `warmUp` more that are not counted: others have used the processor's caches since the last.
 */
async function repeated(times, work, warmUp = 1) {
  const results = [];
  for (let index = -warmUp; index < times; index += 1) {
    const begun = performance.now();
    const result = await work();
    if (index >= 0) results.push({ ms: performance.now() - begun, ...result });
  }
  return results;
}

// Frames after which a cycle has to have come to its end.
const LONGEST_CYCLE = 100;

/** Milliseconds for a frame, from one look at the whole frame to the next, all frames in between counted. */
async function meanOfCycle(read) {
  let frame = await read();
  for (let passed = 0; frame.followed; passed += 1) {
    if (passed === LONGEST_CYCLE) throw new Error("the whole frame is never looked at");
    frame = await read();
  }
  const times = [];
  do {
    times.push(frame.ms);
    frame = await read();
  } while (frame.followed && times.length < LONGEST_CYCLE);
  return times.reduce((sum, ms) => sum + ms, 0) / times.length;
}

window.bench = {
  start: () => contender.start(parameters),
  async show(addresses) {
    canvases = await Promise.all(addresses.map(canvasOf));
  },
  /** Reads picture `index` several times: `[{ms, faces, age, gender, timings}]`. */
  read: (index, times) => repeated(times, () => contender.read(canvases[index], parameters)),
  /** Reads picture `index` as a video that stands still: the mean milliseconds of so many cycles, see `meanOfCycle`. */
  async follow(index, cycles) {
    const means = [];
    const read = async () => (await repeated(1, () => contender.read(canvases[index], parameters), 0))[0];
    while (means.length < cycles) means.push(await meanOfCycle(read));
    return means;
  },
  /** What there is to say about another picture. */
  answer: async (address) => contender.read(await canvasOf(address), parameters),
  /** Runs the network alone on the pixels of a crop several times: milliseconds. */
  async forward(pixels, times) {
    const prepared = contender.prepare(Uint8Array.from(pixels));
    const results = await repeated(times, async () => void (await contender.forward(prepared)));
    return results.map(({ ms }) => ms);
  },
  /** What the network makes of a crop: the probabilities of all classes, by attribute. */
  async probabilities(pixels) {
    return contender.probabilities(await contender.forward(contender.prepare(Uint8Array.from(pixels))));
  },
  /** The aligned crop of the largest face in picture `index`: its pixels. */
  crop: (index) => contender.crop(canvases[index]),
};

if (parameters.photo) {
  const started = contender.start(parameters);
  const [canvas] = await Promise.all([canvasOf(parameters.photo), contender.keepsRequests || started]);
  canvases = [canvas];
  const [answer] = await Promise.all([contender.read(canvas, parameters), started]);
  window.firstEstimate = { ms: performance.now(), ...answer };
}
