// The order of a program's functions: those alike become neighbours.
//
// A compiler makes many functions of one piece of source, which differ in a few numbers. Beside each other they compress better: what
// one repeats of the last lies always as far back. Alike is what shares many short strings of bytes, by estimate (Broder, "On the
// resemblance and containment of documents", 1997).
import { CODE_SECTION, CUSTOM_SECTION, IMPORT_SECTION, Reader, importsIn, sectionsOf, unsigned, vector } from "./program-format.mjs";

// Bytes of the strings that are compared.
const LENGTH = 4;
// Random orders of all strings, for each of which a function keeps its first; how many of these two functions share is how alike they
// are, and neighbours share at least so many. Chosen by the size of the page's program.
const ORDERS = 128;
const LEAST = 6;
// Functions that one is compared with at most for each order; of very common strings there would be thousands.
const MOST = 1000;
const FUNCTION = 0;

/**
 * A name for each function of a program, so that in the order of their names those alike are neighbours.
 *
 * @param {Buffer} program
 * @returns {Buffer} the program with these names in place of others
 */
export function namedByLikeness(program) {
  const sections = sectionsOf(program);
  const contents = (id) => sections.find((section) => section.id === id)?.contents ?? Buffer.from([0]);
  const imports = importsIn(contents(IMPORT_SECTION)).filter(({ description }) => description[0] === FUNCTION).length;
  const order = byLikeness(functionsIn(contents(CODE_SECTION)));
  const digits = String(order.length).length;
  const names = new Array(order.length);
  order.forEach((number, place) => (names[number] = String(place).padStart(digits, "0")));
  const entries = names.map((name, number) => Buffer.concat([unsigned(imports + number), vector(Buffer.from(name))]));
  const map = Buffer.concat([Buffer.from([1]), vector(Buffer.concat([unsigned(names.length), ...entries]))]);
  const section = Buffer.concat([vector(Buffer.from("name")), map]);
  return Buffer.concat([program, Buffer.from([CUSTOM_SECTION]), vector(section)]);
}

/** The bodies of the functions, as bytes. */
function functionsIn(contents) {
  const reader = new Reader(contents);
  return Array.from({ length: reader.unsigned() }, () => reader.take(reader.unsigned()));
}

/** The numbers of the functions: each is followed by the one most like it of those that are left, or else by the next. */
export function byLikeness(functions) {
  const firsts = functions.map(firstStrings);
  const sharing = Array.from({ length: ORDERS }, () => new Map());
  firsts.forEach((strings, number) => {
    strings.forEach((string, order) => {
      if (!sharing[order].has(string)) sharing[order].set(string, []);
      sharing[order].get(string).push(number);
    });
  });
  const isPlaced = new Uint8Array(functions.length);
  const shared = new Uint16Array(functions.length);
  const mostAlike = (number) => {
    const compared = [];
    firsts[number].forEach((string, order) => {
      const left = sharing[order].get(string).filter((other) => !isPlaced[other]);
      sharing[order].set(string, left);
      for (const other of left.slice(0, MOST)) {
        if (shared[other] === 0) compared.push(other);
        shared[other] += 1;
      }
    });
    let [best, most] = [undefined, LEAST - 1];
    for (const other of compared) {
      if (shared[other] > most) [best, most] = [other, shared[other]];
      shared[other] = 0;
    }
    return best;
  };
  const placed = [];
  for (let next = 0; placed.length < functions.length;) {
    let number = placed.length > 0 ? mostAlike(placed.at(-1)) : undefined;
    if (number === undefined) {
      while (isPlaced[next]) next += 1;
      number = next;
    }
    isPlaced[number] = 1;
    placed.push(number);
  }
  return placed;
}

/** The string that comes first in each order. */
function firstStrings(bytes) {
  const firsts = new Uint32Array(ORDERS).fill(0xffffffff);
  const strings = new Set();
  for (let at = 0; at + LENGTH <= bytes.length; at += 1) strings.add(bytes.readUInt32LE(at));
  for (const string of strings) {
    for (let order = 0; order < ORDERS; order += 1) {
      const place = mixed(string ^ Math.imul(order + 1, 0x9e3779b1));
      if (place < firsts[order]) firsts[order] = place;
    }
  }
  return firsts;
}

/** Another number for each number, as by chance (the end of MurmurHash3). */
function mixed(number) {
  let value = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
