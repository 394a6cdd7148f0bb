import { draw } from "./draw.js";
import { Engine } from "./engine.js";
import { VisageError, fromTeachingProblem } from "./errors.js";
import { explanation } from "./explanation.js";
import { addresses } from "./files.js";
import { isOver, moment, nextFrame, still } from "./pictures.js";
import { toFrame, toOutcome } from "./results.js";
import { Smoother } from "./smoothing.js";
import { classesOf, toSettings, toTask } from "./teaching.js";

// WebGPU takes over where it needs less than this share of the CPU's time.
const WORTH_CHANGING = 0.8;
// The CPU's time for a frame is the mean over so many.
const FRAMES = 8;

/** Finds faces, estimates age, gender and race, and shows where the network looked. See `index.d.ts`. */
export class Visage {
  #files;
  #engine;
  // WebGPU's, where it is a matter of time whether it takes over.
  #other;
  #info;
  #otherInfo;
  #task;
  #heads;
  #isDisposed = false;
  #wantsSecond;
  #times = [];

  static async load(options = {}) {
    const { backend = "auto", signal } = options;
    if (!["auto", "cpu", "webgpu"].includes(backend)) {
      throw new VisageError("option", `There is no backend “${backend}”. There are: auto, cpu, webgpu.`);
    }
    signal?.throwIfAborted();
    const visage = new Visage(options);
    try {
      await abortable(visage.#start(backend), signal);
    } catch (error) {
      visage.dispose();
      throw error;
    }
    return visage;
  }

  /** Use `Visage.load`. */
  constructor({ files, backend = "auto", onProgress, anyAdapter = false, secondOpinion = false } = {}) {
    this.#wantsSecond = secondOpinion;
    this.#files = addresses(files);
    const first = backend === "webgpu" ? "webgpu" : "cpu";
    this.#engine = new Engine(first, this.#files, { any: anyAdapter, onProgress });
  }

  async #start(backend) {
    this.#info = await this.#engine.start();
    if (this.#wantsSecond) await this.#engine.askSecond();
    if (backend === "auto" && globalThis.navigator?.gpu && !navigator.connection?.saveData) {
      const other = new Engine("webgpu", this.#files);
      this.#other = other;
      const prepared = this.#wantsSecond ? other.askSecond().then(() => other.start()) : other.start();
      prepared.then(
        (info) => {
          this.#otherInfo = info;
        },
        () => {
          // The CPU goes on alone.
          this.#other?.dispose();
          this.#other = undefined;
        },
      );
    }
  }

  get backend() {
    return this.#info.backend;
  }

  get adapter() {
    return this.#info.adapter;
  }

  async analyze(source, { explain, signal, onProgress } = {}) {
    const frame = await this.#look(still(source), { explain, onProgress, signal });
    frame.bitmap.close();
    return frame.result;
  }

  async *watch(source, { explain, signal, smooth = true } = {}) {
    let memory;
    const smoother = smooth ? new Smoother() : undefined;
    let isFirst = true;
    while (!signal?.aborted && !isOver(source)) {
      if (!isFirst) await nextFrame(source, signal);
      if (signal?.aborted) return;
      isFirst = false;
      const wanted = typeof explain === "function" ? explain() : explain;
      const time = performance.now();
      let frame;
      try {
        frame = await this.#look(moment(source), { explain: wanted, signal, memory, time, smoother });
      } catch (error) {
        if (signal?.aborted) return;
        throw error;
      }
      memory = frame.memory;
      frame.bitmap.close();
      yield { ...frame.result, time };
      this.#choose(frame.result.faces.length);
    }
  }

  draw(canvas, frame, options) {
    draw(canvas, frame, options);
  }

  async teach(task, examples, { signal, onProgress, ...settings } = {}) {
    const wanted = toTask(task);
    const shown = [];
    for (const [number, { source, labels }] of examples.entries()) {
      const classes = classesOf(labels, wanted);
      const { bitmap, sample } = await this.#look(still(source), { signal, gather: true });
      bitmap.close();
      if (sample) shown.push({ number, classes, features: sample.features });
      onProgress?.({ examples: number + 1, of: examples.length });
    }
    const teaching = { task: wanted, settings: toSettings(settings), examples: shown, fromFaces: false };
    const told = (epochs) => onProgress?.({ epochs });
    const { progress, heads } = await abortable(this.#engine.learn(teaching, told), signal);
    if (progress.failed) throw fromTeachingProblem(progress.failed);
    await this.use(heads);
    return {
      heads,
      outcomes: progress.learned.map((outcome, place) => toOutcome(outcome, wanted.attributes[place])),
      withoutFace: examples.length - shown.length,
    };
  }

  async use(heads) {
    const used = await this.#engine.use(heads);
    if ("Err" in used) throw fromTeachingProblem(used.Err);
    [this.#task, this.#heads] = [used.Ok ?? undefined, heads];
  }

  dispose() {
    this.#isDisposed = true;
    this.#engine.dispose();
    this.#other?.dispose();
  }

  async #look(picture, { explain, onProgress, signal, memory, time, smoother, gather = false }) {
    if (this.#isDisposed) throw new VisageError("disposed", "This Visage was disposed of.");
    signal?.throwIfAborted();
    const wanted = explanation(explain, this.#task);
    const { bitmap, details, scale } = await picture;
    const request = { time, follow: time !== undefined, explain: wanted, dissect: false, focus: undefined, gather };
    const started = performance.now();
    const asked = this.#engine.analyze(request, { bitmap, details, memory }, onProgress);
    const answer = await abortable(asked, signal, (late) => late.bitmap.close());
    if (time !== undefined) this.#times = [...this.#times, performance.now() - started].slice(-FRAMES);
    smoother?.smooth(answer.analysis, time);
    const result = toFrame(answer.analysis, scale, this.#task);
    return { result, memory: answer.memory, bitmap: answer.bitmap, sample: answer.analysis.sample };
  }

  /** Lets WebGPU take over where it is quicker with so many faces. */
  #choose(faces) {
    const cost = this.#otherInfo?.cost;
    if (!this.#other || !cost || this.#times.length < FRAMES) return;
    const mean = this.#times.reduce((sum, time) => sum + time, 0) / FRAMES;
    if (cost.base + cost.perFace * faces > WORTH_CHANGING * mean) return;
    const [before, info] = [this.#engine, this.#info];
    [this.#engine, this.#info] = [this.#other, this.#otherInfo];
    this.#other = this.#otherInfo = undefined;
    const taught = this.#heads ? this.#engine.use(this.#heads) : Promise.resolve();
    taught.then(
      () => before.dispose(),
      () => {
        // What was taught is said by the old one still.
        this.#engine.dispose();
        if (this.#isDisposed) before.dispose();
        else [this.#engine, this.#info] = [before, info];
      },
    );
  }
}

/** `promise`, or the signal's reason if that comes first; an answer that is late then goes to `drop`. */
async function abortable(promise, signal, drop) {
  if (!signal) return promise;
  let stop;
  const aborted = new Promise((_, reject) => {
    stop = () => reject(signal.reason);
    // One that was aborted before says nothing more.
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } catch (error) {
    if (signal.aborted) promise.then(drop, () => {});
    throw error;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
