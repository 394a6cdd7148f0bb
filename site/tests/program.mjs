// A WebAssembly program for the tests of packaging, which does nothing and can be of any size.

/** A number as WebAssembly writes it (unsigned LEB128). */
function written(number) {
  const bytes = [];
  do {
    const rest = number >>> 7;
    bytes.push((number & 127) | (rest > 0 ? 128 : 0));
    number = rest;
  } while (number > 0);
  return bytes;
}

/** A program with `contents` in its memory, which it exports. */
export function programWith(contents) {
  const bytes = Buffer.from(contents);
  const pages = written(Math.ceil((bytes.length + 1) / 65_536));
  const data = Buffer.concat([Buffer.from([1, 0, 0x41, 0, 0x0b, ...written(bytes.length)]), bytes]);
  const memory = [1, 0, ...pages];
  const exported = [1, 1, 0x6d, 2, 0];
  const head = [0, 97, 115, 109, 1, 0, 0, 0, 5, memory.length, ...memory, 7, exported.length, ...exported, 11, ...written(data.length)];
  return Buffer.concat([Buffer.from(head), data]);
}
