// Visage's engine, without its page: a worker of the built site, in the language of `src/protocol.rs`.
import { startCpuWorker } from "/release/cpu-worker.js";

const RELEASE = new URL("/release/", location.href);
const WORKERS = {
  cpu: startCpuWorker,
  // By this name the script knows that any adapter will do, software as well.
  webgpu: () => new Worker(new URL("gpu-start.js", RELEASE), { type: "module", name: "any" }),
};
const AGES = Array.from({ length: 101 }, (_, year) => year);
const GENDERS = ["male", "female"];
/** Milliseconds between two frames of a video. */
const PACE = 33;

let worker;
let frame = 0;
// Those who wait for answers, in the order of their requests: the engine answers one by one.
const waiting = [];
// Why the engine has stopped, once it has.
let broken;
// The time of the video's last frame, and what the engine remembers of the video.
const film = { time: 0, memory: undefined };

/** The worker keeps what it is asked before it is ready: `read` need not wait for `start`. */
export const keepsRequests = true;

/** Starts a worker; resolves with what it says of itself when it is ready. */
function launch(start) {
  worker = start();
  return new Promise((resolve, reject) => {
    const stop = (reason) => {
      broken = new Error(`the engine has stopped: ${reason}`);
      for (const request of [{ reject }, ...waiting.splice(0)]) request.reject(broken);
    };
    worker.onerror = ({ message }) => stop(message || "its program cannot be loaded");
    worker.onmessage = ({ data }) => {
      // The frame comes back with what was found in it.
      data.bitmap?.close();
      if (data.ready) resolve(data.ready);
      else if (data.failed) stop(JSON.stringify(data.failed));
      else if (data.frameFailed) waiting.shift().reject(new Error(JSON.stringify(data.frameFailed.failure)));
      else if (!data.loading) waiting.shift().resolve(data);
    };
  });
}

/** Sends a request, with its frame and what is remembered of that one's video, and waits for the answer. */
function ask(request, bitmap, memory) {
  if (broken) throw broken;
  return new Promise((resolve, reject) => {
    waiting.push({ resolve, reject });
    worker.postMessage({ request, bitmap, memory }, bitmap ? [bitmap] : []);
  });
}

export async function start({ backend }) {
  const ready = await launch(WORKERS[backend]);
  if (ready.backend !== backend) throw new Error(`asked for ${backend}, and got ${ready.backend}`);
  return { weightsHash: ready.weightsHash };
}

/** @param {{follow?: string}} parameters with `follow=1` the frames are those of one video, whose faces are followed */
export async function read(canvas, { follow } = {}) {
  const { faces, timings, followed } = await (follow === "1" ? analyseNext(canvas) : analyse(canvas, { dissect: false }));
  if (faces.length === 0) return { faces: 0, timings, followed };
  const { age, gender, race } = faces[0].estimates;
  return {
    faces: faces.length,
    age: age.distribution.reduce((sum, probability, index) => sum + AGES[index] * probability, 0),
    gender: GENDERS[gender.indexOf(Math.max(...gender))],
    race: race.indexOf(Math.max(...race)),
    timings,
    followed,
  };
}

/** Analyses a frame that stands for itself, with one look at all of it, as the others do: a still picture would be searched. */
async function analyse(canvas, { dissect }) {
  const { analyzed } = await askAbout(canvas, { time: 0, follow: false, dissect });
  return analyzed;
}

/** Analyses the next frame of the video. */
async function analyseNext(canvas) {
  film.time += PACE;
  const { analyzed, memory } = await askAbout(canvas, { time: film.time, follow: true, dissect: false }, film.memory);
  film.memory = memory;
  return analyzed;
}

async function askAbout(canvas, wishes, memory) {
  const bitmap = await createImageBitmap(canvas);
  frame += 1;
  return ask({ type: "analyze", frame, gather: false, ...wishes }, bitmap, memory);
}

export async function crop(canvas) {
  const { dissection } = await analyse(canvas, { dissect: true });
  return Array.from(dissection.crop);
}

export function prepare(pixels) {
  return pixels;
}

/**
 * The network on a crop and on its mirror image, of which estimates are the mean. There is no message for the bare computation:
 * the time includes two messages, the crop's conversion to floats and the softmax, all of which the other runtimes are spared.
 */
export async function forward(pixels) {
  const { cropRead } = await ask({ type: "readCrop", still: true, number: 0, size: Math.sqrt(pixels.length / 3), rgb: pixels });
  if (!cropRead.estimates) throw new Error("the crop could not be read");
  return cropRead;
}

export function probabilities({ estimates }) {
  const { age, gender, race } = estimates;
  return { age: age.distribution, gender, race };
}
