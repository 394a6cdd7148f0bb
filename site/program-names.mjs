// Short names for what a WebAssembly program imports from its script, and for what it exports to it under a random name.
//
// wasm-bindgen names each of these for what it does and adds a hash of 16 digits, in the program and in its script. Nobody reads
// these names, and what is random cannot be compressed. Sections that only tools read, with more names in them, are left out.

const CUSTOM_SECTION = 0;
const IMPORT_SECTION = 2;
const EXPORT_SECTION = 7;
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

/** Reads a program's bytes in order. */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get isAtEnd() {
    return this.at >= this.bytes.length;
  }

  byte() {
    if (this.isAtEnd) throw new Error("the program ends too early");
    return this.bytes[this.at++];
  }

  /** A number in LEB128. */
  unsigned() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  take(length) {
    if (this.at + length > this.bytes.length) throw new Error("the program ends too early");
    return this.bytes.subarray(this.at, (this.at += length));
  }

  text() {
    return this.take(this.unsigned()).toString("utf8");
  }

  /** The smallest and perhaps the largest size of a table or memory. */
  limits() {
    const hasLargest = this.unsigned() & 1;
    this.unsigned();
    if (hasLargest) this.unsigned();
  }
}

function sectionsOf(program) {
  if (program.readUInt32LE(0) !== 0x6d736100) throw new Error("this is no WebAssembly program");
  const reader = new Reader(program);
  reader.take(8);
  const sections = [];
  while (!reader.isAtEnd) sections.push({ id: reader.byte(), contents: reader.take(reader.unsigned()) });
  return sections;
}

function importsIn(contents) {
  const reader = new Reader(contents);
  return Array.from({ length: reader.unsigned() }, () => {
    const [module, name, start] = [reader.text(), reader.text(), reader.at];
    const kind = reader.byte();
    if (kind === 0) reader.unsigned(); // a function's type
    else if (kind === 1) [reader.byte(), reader.limits()]; // a table
    else if (kind === 2) reader.limits(); // a memory
    else if (kind === 3) reader.take(2); // a global
    else throw new Error(`an import of the unknown kind ${kind}`);
    return { module, name, description: contents.subarray(start, reader.at) };
  });
}

function exportsIn(contents) {
  const reader = new Reader(contents);
  return Array.from({ length: reader.unsigned() }, () => {
    const [name, start] = [reader.text(), reader.at];
    reader.byte();
    reader.unsigned();
    return { name, description: contents.subarray(start, reader.at) };
  });
}

function unsigned(value) {
  const bytes = [];
  do {
    bytes.push((value % 128) | (value >= 128 ? 0x80 : 0));
    value = Math.floor(value / 128);
  } while (value > 0);
  return Buffer.from(bytes);
}

function vector(bytes) {
  return Buffer.concat([unsigned(bytes.length), bytes]);
}

function joined(program, sections) {
  const parts = sections.map(({ id, contents }) => Buffer.concat([Buffer.from([id]), vector(contents)]));
  return Buffer.concat([program.subarray(0, 8), ...parts]);
}
