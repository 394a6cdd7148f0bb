// Starts a worker's program, and asks for its files while that arrives.
import "./meter.js";

// By when they are needed: all is asked for at once, and what comes last may take its time.
const FILES = { "blazeface.bpk": "auto", "dmtl.bpk": "auto", "known-answer.ppm": "low", "known-answer.json": "low" };

/**
 * Starts a program; what fails is told to the page in the shapes of `protocol::Response`.
 *
 * @param {string} program the WebAssembly file
 * @param {() => Promise<{default: Function}>} script imports what wasm-bindgen has made for it
 */
export async function load(program, script) {
  const ask = (file, options) => {
    const response = fetch(new URL(file, import.meta.url), options);
    // Whoever takes the response hears of its failure; until then it is nobody's.
    response.catch(() => {});
    return response;
  };
  // The engine takes them by their names: `engine/download.rs`.
  self.visageFiles = Object.fromEntries(
    Object.entries(FILES).map(([file, priority]) => [file, ask(`./assets/${file}`, { priority })]),
  );
  // What comes before the program listens waits here: `engine/service.rs`.
  self.visageRequests = [];
  self.onmessage = ({ data }) => self.visageRequests.push(data);
  try {
    // The compiler gets the browser's own response: of one made up here no compiled code would be kept for the next visit.
    const [response, { default: init }] = await Promise.all([ask(`./${program}`), script()]);
    if (!response.ok) throw new Error(`the server answers ${response.status}`);
    await init({ module_or_path: response });
  } catch (error) {
    console.error(error);
    self.postMessage({ failed: { program: error.message } });
  }
}
