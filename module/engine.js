import { VisageError, fromFailure } from "./errors.js";

// Milliseconds. The first answer waits for the files, the program and, on WebGPU, its shaders.
const START = { cpu: 60_000, webgpu: 300_000 };
const FIRST_ANSWER = { cpu: 15_000, webgpu: 90_000 };
const LEAST = 5_000;
// An answer may take so many times as long as the longest so far.
const PATIENCE = 4;

/**
 * A worker that runs the engine, spoken to in the messages of `src/protocol.rs`. It is started anew after it has hung or broken down;
 * what was asked then fails, and what is asked next is answered.
 */
export class Engine {
  #backend;
  #files;
  #onProgress;
  #worker;
  #ready;
  #pending = new Map();
  #next = 0;
  #longest = 0;
  #heads;
  #using = Promise.resolve();
  // Whether a second network is asked about still pictures, and who waits for it.
  #second;
  #onLearning = new Map();

  /**
   * @param {"cpu" | "webgpu"} backend
   * @param {Record<string, string>} files
   * @param {{ any?: boolean, onProgress?: (progress: { loaded: number, total: number }) => void }} [options]
   */
  constructor(backend, files, { any = false, onProgress } = {}) {
    [this.#backend, this.#files, this.#onProgress] = [backend, files, onProgress];
    this.any = any;
  }

  /** Starts the worker unless it runs, and resolves with what it says of itself once it is ready. */
  start() {
    this.#ready ??= new Promise((resolve, reject) => {
      const worker = startWorker(this.#files[this.#backend === "cpu" ? "cpu.js" : "gpu.js"]);
      this.#worker = worker;
      const end = (error) => {
        // The worker may have been replaced meanwhile.
        if (this.#worker === worker) this.#end(error);
      };
      const timer = setTimeout(() => end(fromFailure("late")), START[this.#backend]);
      this.#pending.set("start", { resolve, reject, timer });
      worker.onmessage = ({ data }) => {
        const [kind, content] = typeof data === "string" ? [data] : Object.entries(data)[0];
        if (kind === "loading") this.#onProgress?.(content);
        else if (kind === "ready") {
          this.#settle("start")?.resolve(content);
          if (this.#heads) this.#post({ type: "useTaught" }, { memory: this.#heads });
          if (this.#second) this.#post({ type: "askSecond", wanted: true });
        } else if (kind === "failed") end(fromFailure(content));
        else this.#hear(kind, content, data);
      };
      const broken = ({ message }) =>
        end(new VisageError("files", `The engine's worker cannot be started${message ? `: ${message}` : ""}. Check the \`files\` option.`));
      worker.onerror = worker.onmessageerror = broken;
      worker.postMessage({ files: this.#files, any: this.any });
    });
    return this.#ready;
  }

  /**
   * Asks about a frame, whose bitmaps are the engine's from then on.
   *
   * @returns {Promise<{ analysis: object, memory: unknown, bitmap: ImageBitmap }>}
   */
  async analyze(request, { bitmap, details, memory }, onSearch) {
    await this.start();
    const frame = this.#next++;
    const transfer = details ? [bitmap, details] : [bitmap];
    const asked = performance.now();
    const answered = new Promise((resolve, reject) => this.#pending.set(frame, { resolve, reject, onSearch }));
    this.#watch(frame);
    this.#post({ type: "analyze", frame, ...request }, { bitmap, details, memory }, transfer);
    const answer = await answered;
    this.#longest = Math.max(this.#longest, performance.now() - asked);
    return answer;
  }

  /** Says from now on what was learned of every face as well; of nothing where there are no heads. Resolves with the task. */
  use(heads) {
    const use = async () => {
      await this.start();
      this.#heads = heads;
      return new Promise((resolve, reject) => {
        this.#pending.set("taught", { resolve, reject });
        this.#post({ type: "useTaught" }, { memory: heads });
      });
    };
    // One after the other: an answer does not say which question it is to.
    const used = this.#using.then(use);
    this.#using = used.catch(() => {});
    return used;
  }

  /** Has a second network asked about still pictures as well, and resolves once that is so. */
  askSecond() {
    this.#second ??= this.start().then(
      () =>
        new Promise((resolve, reject) => {
          this.#pending.set("second", { resolve, reject });
          this.#post({ type: "askSecond", wanted: true });
        }),
    );
    return this.#second;
  }

  /** Learns. `onProgress` hears what the worker tells; resolves with what was learned and how good it is. */
  async learn(teaching, onProgress) {
    await this.start();
    const turn = this.#next++;
    return new Promise((resolve, reject) => {
      this.#pending.set(`learning ${turn}`, { resolve, reject });
      this.#onLearning.set(turn, onProgress);
      this.#post({ type: "learn", turn, ...teaching });
    });
  }

  /** Ends the worker. What was asked fails. */
  dispose() {
    this.#end(new VisageError("disposed", "This Visage was disposed of."));
  }

  #post(request, luggage = {}, transfer = []) {
    this.#worker.postMessage({ request, ...luggage }, transfer);
  }

  #hear(kind, content, data) {
    if (kind === "searching") {
      this.#watch(content.frame);
      this.#pending.get(content.frame)?.onSearch?.({ share: content.share, faces: content.faces });
    } else if (kind === "analyzed") this.#settle(content.frame)?.resolve({ analysis: content, memory: data.memory, bitmap: data.bitmap });
    else if (kind === "frameFailed") this.#settle(content.frame)?.reject(fromFailure(content.failure));
    else if (kind === "taughtUsed") this.#settle("taught")?.resolve(content);
    else if (kind === "secondArrives") content === 1 && this.#settle("second")?.resolve();
    else if (kind === "secondFailed") this.#settle("second")?.reject(fromFailure(content));
    else if (kind === "learning") this.#hearLearning(content, data.memory);
  }

  #hearLearning({ turn, progress }, heads) {
    if (progress.epochs) this.#onLearning.get(turn)?.(progress.epochs);
    else {
      this.#onLearning.delete(turn);
      this.#settle(`learning ${turn}`)?.resolve({ progress, heads });
    }
  }

  #settle(key) {
    const pending = this.#pending.get(key);
    clearTimeout(pending?.timer);
    this.#pending.delete(key);
    return pending;
  }

  /** Gives an answer time from now on. */
  #watch(frame) {
    const pending = this.#pending.get(frame);
    if (!pending) return;
    clearTimeout(pending.timer);
    const ahead = this.#pending.size;
    const limit = this.#longest ? Math.max(LEAST, PATIENCE * this.#longest) : FIRST_ANSWER[this.#backend];
    pending.timer = setTimeout(() => this.#end(fromFailure("late")), limit * ahead);
  }

  #end(error) {
    this.#worker?.terminate();
    this.#worker = this.#ready = undefined;
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    this.#onLearning.clear();
    for (const { reject, timer } of pending) {
      clearTimeout(timer);
      reject(error);
    }
  }
}

/** A worker may not come from another origin, but what it imports may. */
function startWorker(address) {
  const isForeign = new URL(address).origin !== new URL(globalThis.location.href).origin;
  if (!isForeign) return new Worker(address, { type: "module" });
  const script = URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: "text/javascript" }));
  const worker = new Worker(script, { type: "module" });
  setTimeout(() => URL.revokeObjectURL(script), START.cpu);
  return worker;
}
