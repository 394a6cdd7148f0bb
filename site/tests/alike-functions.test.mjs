// Functions in another order: a program does the same, and those alike are neighbours.
import assert from "node:assert/strict";
import { test } from "node:test";
import { byLikeness } from "../alike-functions.mjs";
import { ALL_PASSES, CAREFUL_PASSES, smaller } from "../smaller-program.mjs";

const text = (value) => [value.length, ...Buffer.from(value)];
const section = (id, ...bytes) => [id, bytes.length, ...bytes];

// Each adds a number to what it is given, the last one by way of the first: `c(x) = a(x) + 100`.
const ADDING = (number) => [7, 0, 0x20, 0, 0x41, number, 0x6a, 0x0b];
const CALLING = [10, 0, 0x20, 0, 0x10, 1, 0x41, 0xe4, 0x00, 0x6a, 0x0b];

/** A program that imports a function and has three. */
function program() {
  return Buffer.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, 1, 0x60, 1, 0x7f, 1, 0x7f),
    ...section(2, 1, ...text("m"), ...text("f"), 0, 0),
    ...section(3, 3, 0, 0, 0),
    ...section(7, 3, ...text("a"), 0, 1, ...text("b"), 0, 2, ...text("c"), 0, 3),
    ...section(10, 3, ...ADDING(5), ...ADDING(7), ...CALLING),
  ]);
}

async function answers(bytes) {
  const { instance } = await WebAssembly.instantiate(bytes, { m: { f: (x) => x } });
  const { a, b, c } = instance.exports;
  return [a(1), b(1), c(1)];
}

test("a program in another order does the same", async () => {
  assert.deepEqual(await answers(program()), [6, 8, 106]);
  for (const passes of [[], CAREFUL_PASSES, ALL_PASSES]) assert.deepEqual(await answers(smaller(program(), passes)), [6, 8, 106]);
});

test("functions that share most are neighbours, and every function has a place", () => {
  const bytes = (seed) =>
    Buffer.from(Array.from({ length: 200 }, (_, place) => (Math.imul(place + 1, 0x9e3779b1 ^ (seed * 0x61c88647)) >>> 16) & 255));
  const [first, second] = [bytes(1), bytes(2)];
  const changed = (original) => Buffer.concat([original.subarray(0, 90), Buffer.from([1, 2, 3]), original.subarray(93)]);
  const functions = [first, second, Buffer.alloc(0), bytes(3), changed(second), changed(first)];
  assert.deepEqual(byLikeness(functions), [0, 5, 1, 4, 2, 3]);
});
