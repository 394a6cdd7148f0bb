// Short names for what a WebAssembly program imports from its script.
//
// wasm-bindgen names each import for what it does and adds a hash of 16 digits, in the program and in its script. Nobody reads
// these names, and what is random cannot be compressed.

const IMPORT_SECTION = 2;
const EXPORT_SECTION = 7;
// What the program calls the script that came with it.
const OWN_SCRIPT = /^\.\/.*\.js$/;
const NAME = /\b__wb[A-Za-z0-9_$]*/g;

/**
 * Gives the imports of a program short names.
 *
 * @param {Buffer} program what wasm-bindgen has written for browsers
 * @param {string} script the script that came with it
 * @returns {{program: Buffer, script: string}} the two with names that fit together again
 */
export function shortenImports(program, script) {
  const sections = sectionsOf(program);
  const imports = sections.find(({ id }) => id === IMPORT_SECTION);
  if (!imports) return { program, script };
  const entries = importsIn(imports.contents);
  const exported = new Set(exportsIn(sections.find(({ id }) => id === EXPORT_SECTION)?.contents));
  const short = new Map();
  for (const { module, name } of entries) {
    // A name that the program also gives to something of its own would be two things in the script.
    const isOurs = OWN_SCRIPT.test(module) && name.startsWith("__wb") && !exported.has(name) && !short.has(name);
    if (isOurs) short.set(name, `$${short.size.toString(36)}`);
  }
  const named = entries.map(({ module, name, description }) =>
    Buffer.concat([vector(Buffer.from(module)), vector(Buffer.from(short.get(name) ?? name)), description]),
  );
  imports.contents = Buffer.concat([unsigned(entries.length), ...named]);
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
  if (!contents) return [];
  const reader = new Reader(contents);
  return Array.from({ length: reader.unsigned() }, () => {
    const name = reader.text();
    reader.byte();
    reader.unsigned();
    return name;
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
