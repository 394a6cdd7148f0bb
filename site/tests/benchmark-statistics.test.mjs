// The benchmark's figures on labelled faces, their intervals and differences.
import assert from "node:assert/strict";
import { test } from "node:test";
import { replaced } from "../../tests/bench/report/marks.mjs";
import { differenceText, percent, withInterval, years } from "../../tests/bench/report/numbers.mjs";
import { judged } from "../../tests/bench/support/figures.mjs";
import { difference, isClear, mean, share } from "../../tests/bench/support/statistics.mjs";

function near(found, expected, most = 1e-4) {
  for (const [index, value] of found.entries()) assert.ok(Math.abs(value - expected[index]) < most, `${found} is not ${expected}`);
}

test("the interval of a share is Wilson's", () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 1998, table I.
  const published = [
    [81, 263, [0.2553, 0.3662]],
    [15, 148, [0.0624, 0.1605]],
    [0, 20, [0, 0.1611]],
  ];
  for (const [right, n, interval] of published)
    near(share(Array.from({ length: n }, (_, face) => Number(face < right))).interval, interval);
  assert.throws(() => share([]), /no faces/);
});

test("the interval of a mean is that of its standard error", () => {
  // The variance of 1 to 5 is 2.5, and that of their mean half of one.
  const { n, value, interval } = mean([1, 2, 3, 4, 5]);
  assert.deepEqual([n, value], [5, 3]);
  near(interval, [3 - 1.96 * Math.sqrt(0.5), 3 + 1.96 * Math.sqrt(0.5)]);
  assert.throws(() => mean([1]), /1 faces/);
});

test("a difference is taken by pairs, so that what is hard for both tells for none", () => {
  const ours = [1, 9, 2, 30, 4];
  const clear = difference(
    ours.map((value, index) => value + 1 + (index % 2) / 10),
    ours,
  );
  assert.ok(isClear(clear) && Math.abs(clear.value - 1.04) < 1e-9, `${clear.value}`);
  assert.ok(!isClear(difference([...ours.slice(1), 1], ours)), "other faces beside each other");
  assert.ok(!isClear(difference(ours, ours)), "the same answers");
  assert.throws(() => difference([1, 2], [1]), /no pairs/);
});

test("programs are compared on the faces that all read, and each has its own besides", () => {
  const faces = [20, 30, 40, 50].map((age) => ({ age, gender: "female" }));
  const says = (age, gender = "female") => ({ faces: 1, age, gender });
  const programs = [
    { name: "ours", answers: [says(21), says(31), says(42), says(90)] },
    { name: "theirs", answers: [says(25), says(34, "male"), says(47, "unknown"), { faces: 1 }] },
    { name: "nothing once", answers: [{ faces: 0 }, says(30), says(40), says(50)] },
  ];
  const found = judged(faces, programs, ["age", "gender"]);
  const [ours, theirs] = found.programs;
  assert.deepEqual([found.readByAll, ours.read, theirs.read], [2, 4, 3]);
  assert.deepEqual([ours.own.age.value, ours.common.age.value, ours.common.age.difference], [11, 1.5, null]);
  assert.deepEqual([theirs.common.age.value, theirs.common.age.difference.value, theirs.common.gender.value], [5.5, 4, 0]);
  assert.throws(() => judged(faces.slice(0, 1), programs, ["age"]), /0 faces were read by all/);
});

test("figures are written with their intervals, and into their own place", () => {
  assert.equal(withInterval({ value: 0.934, interval: [0.912, 0.95] }, percent), "93.4 % (91.2 – 95.0)");
  assert.equal(differenceText({ value: 1.5, interval: [0.25, 2.75] }, years), "**+1.50 (+0.25 to +2.75)**");
  assert.equal(differenceText({ value: -0.012, interval: [-0.029, 0.005] }, percent), "−1.2 (−2.9 to +0.5)");
  const text = "<!-- one -->\nold\n<!-- until here -->\n<!-- one two -->\n<!-- until here -->\n";
  assert.equal(replaced(text, "<!-- one two -->", "new"), text.replace("two -->\n", "two -->\nnew\n"));
  assert.throws(() => replaced(text, "<!-- three -->", "new"), /no place/);
});
