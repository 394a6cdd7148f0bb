// Where the engine's files lie. Each address is written out, so that bundlers see it and bring the file along.
const OWN = {
  "cpu.js": new URL("./engine/cpu.js", import.meta.url),
  "cpu.wasm": new URL("./engine/cpu.wasm", import.meta.url),
  "gpu.js": new URL("./engine/gpu.js", import.meta.url),
  "gpu.wasm": new URL("./engine/gpu.wasm", import.meta.url),
  "blazeface.bpk": new URL("./engine/blazeface.bpk", import.meta.url),
  "dmtl.bpk": new URL("./engine/dmtl.bpk", import.meta.url),
  "faces.pack": new URL("./engine/faces.pack", import.meta.url),
  "known-answer.json": new URL("./engine/known-answer.json", import.meta.url),
  "known-answer.ppm": new URL("./engine/known-answer.ppm", import.meta.url),
  "second-opinion.bpk": new URL("./engine/second-opinion.bpk", import.meta.url),
};

/**
 * The addresses of the engine's files by their names: beside this module, or in the folder that the caller names.
 *
 * @param {string | URL} [folder]
 * @returns {Record<string, string>}
 */
export function addresses(folder) {
  const names = Object.keys(OWN);
  if (folder === undefined) return Object.fromEntries(names.map((name) => [name, OWN[name].href]));
  const base = new URL(`${folder}`.replace(/\/?$/, "/"), globalThis.document?.baseURI ?? globalThis.location.href);
  return Object.fromEntries(names.map((name) => [name, new URL(name, base).href]));
}
