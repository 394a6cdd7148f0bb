// Starts the worker that computes on the CPU, and has its program compiled meanwhile: a worker takes a while to start.
const from = (file) => new URL(file, import.meta.url);

/** The worker. It keeps what it is asked before it is ready. */
export function startCpuWorker() {
  // By this name its loader waits for the program.
  const worker = new Worker(from("./cpu-start.js"), { type: "module", name: "given" });
  WebAssembly.compileStreaming(fetch(from("./cpu_bg.wasm"))).then(
    (program) => worker.postMessage({ program }),
    // It tries itself then, and says what is wrong.
    () => worker.postMessage({ program: null }),
  );
  return worker;
}
