// Makes a WebAssembly program smaller to load: what counts is its size after compression, for which functions and locals that look
// alike matter more than few bytes. Binaryen's usual levels (-O to -Oz) make it shorter and larger to load, as they make it less
// alike; these passes alone do not.
import binaryen from "binaryen";
import { namedByLikeness } from "./alike-functions.mjs";

export const ALL_PASSES = [
  "duplicate-function-elimination",
  "remove-unused-brs",
  "vacuum",
  "optimize-instructions",
  "precompute",
  "vacuum",
  "remove-unused-names",
  "merge-blocks",
  "vacuum",
  "simplify-locals-notee-nostructure",
  "vacuum",
  "coalesce-locals",
  "reorder-locals",
  "vacuum",
  "duplicate-function-elimination",
  "vacuum",
];

// What leaves the arithmetic of functions, and what they keep in which local, as the compiler has chosen it for its speed.
export const CAREFUL_PASSES = [
  "duplicate-function-elimination",
  "remove-unused-brs",
  "vacuum",
  "remove-unused-names",
  "merge-blocks",
  "vacuum",
  "remove-unused-module-elements",
  "reorder-locals",
];

// What Rust's compiler uses and every browser has that the page runs in; more would let Binaryen write what not all of them read.
const { BulkMemory, BulkMemoryOpt, Multivalue, MutableGlobals, NontrappingFPToInt, ReferenceTypes, SIMD128, SignExt } = binaryen.Features;
const FEATURES = BulkMemory | BulkMemoryOpt | Multivalue | MutableGlobals | NontrappingFPToInt | ReferenceTypes | SIMD128 | SignExt;

/**
 * Makes a program smaller to load, and puts functions that are alike beside each other.
 *
 * @param {Buffer} program
 * @param {string[]} passes {@link ALL_PASSES} or {@link CAREFUL_PASSES}
 * @returns {Buffer} a program that does the same
 */
export function smaller(program, passes) {
  return changed(namedByLikeness(changed(program, passes)), ["reorder-functions-by-name"]);
}

function changed(program, passes) {
  binaryen.setOptimizeLevel(0);
  binaryen.setShrinkLevel(0);
  const module = binaryen.readBinary(program);
  try {
    module.setFeatures(FEATURES);
    module.runPasses(passes);
    return Buffer.from(module.emitBinary());
  } finally {
    module.dispose();
  }
}
