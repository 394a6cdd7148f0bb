// Short names for what a WebAssembly program imports from its script, and for what it exports to it under a random name.
//
// wasm-bindgen names each of these for what it does and adds a hash of 16 digits, in the program and in its script. Nobody reads
// these names, and what is random cannot be compressed. Sections that only tools read, with more names in them, are left out.
import {
  CUSTOM_SECTION,
  EXPORT_SECTION,
  IMPORT_SECTION,
  exportsIn,
  importsIn,
  joined,
  sectionsOf,
  unsigned,
  vector,
} from "./program-format.mjs";

// What the program calls the script that came with it.
const OWN_SCRIPT = /^\.\/.*\.js$/;
const OWN_IMPORT = /^__wb/;
const RANDOM_EXPORT = /^wasm_bindgen__.*h[0-9a-f]{16}$/;
const NAME = /\b(__wb|wasm_bindgen__)[A-Za-z0-9_$]*/g;

/**
 * Gives the imports of a program, and its exports with random names, short ones, and takes away what only tools read.
 *
 * @param {Buffer} program what wasm-bindgen has written for browsers
 * @param {string} script the script that came with it
 * @returns {{program: Buffer, script: string}} the two with names that fit together again
 */
export function shortenNames(program, script) {
  const sections = sectionsOf(program).filter(({ id }) => id !== CUSTOM_SECTION);
  const section = (id) => sections.find((own) => own.id === id) ?? { contents: Buffer.from([0]) };
  const [imported, exported] = [section(IMPORT_SECTION), section(EXPORT_SECTION)];
  const [imports, exports] = [importsIn(imported.contents), exportsIn(exported.contents)];
  // A name that the program both imports and exports would be two things in the script, and is left alone.
  const both = new Set(exports.map(({ name }) => name).filter((name) => imports.some((own) => own.name === name)));
  const short = new Map();
  const shorten = (name) => short.has(name) || both.has(name) || short.set(name, `$${short.size.toString(36)}`);
  imports.filter(({ module, name }) => OWN_SCRIPT.test(module) && OWN_IMPORT.test(name)).forEach(({ name }) => shorten(name));
  exports.filter(({ name }) => RANDOM_EXPORT.test(name)).forEach(({ name }) => shorten(name));

  const renamed = ({ module, name, description }) => {
    const isShortened = module === undefined || OWN_SCRIPT.test(module);
    const names = [module ?? [], (isShortened && short.get(name)) || name].flat().map((text) => vector(Buffer.from(text)));
    return Buffer.concat([...names, description]);
  };
  imported.contents = Buffer.concat([unsigned(imports.length), ...imports.map(renamed)]);
  exported.contents = Buffer.concat([unsigned(exports.length), ...exports.map(renamed)]);
  return { program: joined(program, sections), script: script.replace(NAME, (name) => short.get(name) ?? name) };
}
