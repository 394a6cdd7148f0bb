// How WebAssembly programs are written down: their sections, and what some of these hold.

export const CUSTOM_SECTION = 0;
export const IMPORT_SECTION = 2;
export const EXPORT_SECTION = 7;
export const CODE_SECTION = 10;

/** Reads a program's bytes in order. */
export class Reader {
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

/** The sections of a program, in their order. */
export function sectionsOf(program) {
  if (program.readUInt32LE(0) !== 0x6d736100) throw new Error("this is no WebAssembly program");
  const reader = new Reader(program);
  reader.take(8);
  const sections = [];
  while (!reader.isAtEnd) sections.push({ id: reader.byte(), contents: reader.take(reader.unsigned()) });
  return sections;
}

/** What an import section asks for; the first byte of a description is its kind, 0 for a function. */
export function importsIn(contents) {
  const reader = new Reader(contents);
  return Array.from({ length: reader.unsigned() }, () => {
    const [module, name, start] = [reader.text(), reader.text(), reader.at];
    const kind = reader.byte();
    if (kind === 0)
      reader.unsigned(); // a function's type
    else if (kind === 1)
      [reader.byte(), reader.limits()]; // a table
    else if (kind === 2)
      reader.limits(); // a memory
    else if (kind === 3)
      reader.take(2); // a global
    else throw new Error(`an import of the unknown kind ${kind}`);
    return { module, name, description: contents.subarray(start, reader.at) };
  });
}

/** What an export section gives. */
export function exportsIn(contents) {
  const reader = new Reader(contents);
  return Array.from({ length: reader.unsigned() }, () => {
    const [name, start] = [reader.text(), reader.at];
    reader.byte();
    reader.unsigned();
    return { name, description: contents.subarray(start, reader.at) };
  });
}

/** A number in LEB128. */
export function unsigned(value) {
  const bytes = [];
  do {
    bytes.push((value % 128) | (value >= 128 ? 0x80 : 0));
    value = Math.floor(value / 128);
  } while (value > 0);
  return Buffer.from(bytes);
}

/** Bytes after their number. */
export function vector(bytes) {
  return Buffer.concat([unsigned(bytes.length), bytes]);
}

/** A program of other sections. */
export function joined(program, sections) {
  const parts = sections.map(({ id, contents }) => Buffer.concat([Buffer.from([id]), vector(contents)]));
  return Buffer.concat([program.subarray(0, 8), ...parts]);
}
