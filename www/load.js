// Starts a worker's program, and asks for its files while that arrives.
import "./meter.js";

// By when they are needed: all is asked for at once, and what comes last may take its time.
const FILES = { "blazeface.bpk": "auto", "dmtl.bpk": "auto", "known-answer.ppm": "low", "known-answer.json": "low" };

// A worker of this name is given its program by the page: `cpu-worker.js`.
const GIVEN = "given";

/**
 * Starts a program; what fails is told to the page in the shapes of `protocol::Response`.
 *
 * @param {string} program the WebAssembly file
 * @param {() => Promise<{default: Function}>} script imports what wasm-bindgen has made for it
 * @param {(file: string) => string | URL} [locate] where a file is; beside this script
 */
export async function load(program, script, locate = (file) => new URL(file, import.meta.url)) {
  const ask = (file, options) => {
    const response = fetch(locate(file), options);
    // Whoever takes the response hears of its failure; until then it is nobody's.
    response.catch(() => {});
    return response;
  };
  // The engine takes them by their names: `engine/download.rs`.
  self.visageFiles = Object.fromEntries(Object.entries(FILES).map(([file, priority]) => [file, ask(`./assets/${file}`, { priority })]));
  // What comes before the program listens waits here: `engine/service.rs`.
  self.visageRequests = [];
  const given = new Promise((resolve) => {
    if (self.name !== GIVEN) resolve(null);
    self.onmessage = ({ data }) => ("program" in data ? resolve(data.program) : self.visageRequests.push(data));
  });
  const asked = async () => {
    const response = await ask(`./${program}`);
    if (!response.ok) throw new Error(`the server answers ${response.status}`);
    return response;
  };
  try {
    const compiled = given.then((module) => module ?? asked());
    const [module_or_path, { default: init }] = await Promise.all([compiled, script()]);
    await init({ module_or_path });
  } catch (error) {
    console.error(error);
    self.postMessage({ failed: { program: error.message } });
  }
}
