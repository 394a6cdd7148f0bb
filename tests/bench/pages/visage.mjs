// Visage's engine, without its page: the worker of the built site, in the language of `src/protocol.rs`.
const SITE = new URL("/site/", location.href);
const AGES = Array.from({ length: 101 }, (_, year) => year);
const GENDERS = ["male", "female"];

let worker;
let frame = 0;

/** The folder of the release's programs and models, which the site's page names. */
async function filesFolder() {
  const text = await (await fetch(SITE)).text();
  const page = new DOMParser().parseFromString(text, "text/html");
  return new URL(page.querySelector("meta[name=visage-files]")?.content ?? "./", SITE);
}

/** A message of the engine as its kind and what it says: it is an object with one field, or a text where there is no more. */
function opened(data) {
  return typeof data === "string" ? [data, {}] : Object.entries(data)[0];
}

/** Sends a request and waits for the answer. The engine answers one by one, in order. */
function ask(request, bitmap) {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      // The frame comes back with what was found in it.
      data.bitmap?.close();
      const [kind, answer] = opened(data);
      if (["failed", "frameFailed"].includes(kind)) reject(new Error(JSON.stringify(answer.failure)));
      else if (kind !== "loading") resolve({ kind, ...answer });
    };
    worker.onerror = (event) => reject(new Error(event.message || "the worker cannot be loaded"));
    if (request) worker.postMessage({ request, bitmap }, bitmap ? [bitmap] : []);
  });
}

export async function start({ backend }) {
  const folder = await filesFolder();
  worker = new Worker(new URL("worker-start.js", folder), { type: "module" });
  const listening = await ask();
  if (listening.kind !== "listening") throw new Error(`the engine begins with "${listening.kind}"`);
  const ready = await ask({ type: "start", backend, base_url: folder.href });
  if (ready.backend !== backend) throw new Error(`asked for ${backend}, and got ${ready.backend}: ${JSON.stringify(ready.reason)}`);
  return { weightsHash: ready.weightsHash };
}

/** @param {{follow?: string}} parameters with `follow=1` the frames are those of one video, whose faces are followed */
export async function read(canvas, { follow } = {}) {
  const isVideo = follow === "1";
  const { faces, timings, followed } = await analyse(canvas, { continues: isVideo, follow: isVideo, dissect: false });
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

async function analyse(canvas, wishes) {
  const bitmap = await createImageBitmap(canvas);
  frame += 1;
  return ask({ type: "analyze", frame, ...wishes }, bitmap);
}

export async function crop(canvas) {
  const { dissection } = await analyse(canvas, { continues: false, follow: false, dissect: true });
  return Array.from(dissection.crop);
}

export function prepare(pixels) {
  return pixels;
}

/**
 * The network on a crop. There is no message for the bare computation: the time includes two messages, the crop's
 * conversion to floats and the softmax, all of which the other runtimes are spared.
 */
export async function forward(pixels) {
  const answer = await ask({ type: "readCrop", number: 0, size: Math.sqrt(pixels.length / 3), rgb: pixels });
  if (!answer.estimates) throw new Error("the crop could not be read");
  return answer;
}

export function probabilities({ estimates }) {
  const { age, gender, race } = estimates;
  return { age: age.distribution, gender, race };
}
