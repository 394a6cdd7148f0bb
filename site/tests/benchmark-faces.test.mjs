// Which labelled faces the benchmark takes.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { keptOut } from "../../tests/bench/support/kept-out.mjs";
import { imageName, labelsIn, labelsInTable } from "../../tests/bench/support/sets.mjs";

const list = (name) => readFile(new URL(`../../assets/${name}`, import.meta.url), "utf8");

test("an image has one name in every release, and labels as the command line has them", () => {
  for (const file of ["a/25_1_3_2017.jpg.chip.webp", "25_1_3_2017.jpg.chip.jpg"]) assert.equal(imageName("utkface", file), "25_1_3_2017");
  for (const file of ["train/17.webp", "fairface/train/17.jpg"]) assert.equal(imageName("fairface", file), "train/17");
  assert.deepEqual(labelsIn("25_1_3_20170104221842113"), { age: 25, gender: "female" });
  for (const slip of ["61_1_20170109142408075", "5_7_1_1"]) assert.equal(labelsIn(slip), null);
  const table = labelsInTable(
    "file,age,gender,race,service_test\r\ntrain/1.jpg,50-59,Male,East Asian,True\r\ntrain/2.jpg,3-9,Female,Black,\r\n",
  );
  assert.deepEqual(Object.fromEntries(table), { "train/1": { gender: "male" }, "train/2": { gender: "female" } });
  assert.throws(() => labelsInTable("image,label\n"), /no columns/);
});

test("faces with a twin that was trained on are passed over, in either column", () => {
  const split = "data_set,image\none,a\none,b\none,c\none,d\nother,x\n";
  const twins = "data_set,image,twin\none,a,trained\none,trained,b\none,c,d\nother,d,trained\n";
  const found = keptOut("one", split, twins);
  assert.deepEqual(
    [found.names.toSorted(), found.twins.toSorted()],
    [
      ["c", "d"],
      ["a", "b"],
    ],
  );
});

test("the order of the faces is not that of the lists", async () => {
  const [split, twins] = await Promise.all(["split.csv", "twins.csv"].map(list));
  const { names } = keptOut("utkface", split, twins);
  const backwards = split.split("\n").toReversed().join("\n");
  assert.deepEqual(keptOut("utkface", backwards, twins).names, names);
  assert.ok(names.every(labelsIn), "all that are listed have labels");
  // Faces are listed by age: the first hundred by chance have about as old ones as all.
  const age = (chosen) => chosen.reduce((sum, name) => sum + labelsIn(name).age, 0) / chosen.length;
  assert.ok(Math.abs(age(names.slice(0, 100)) - age(names)) < 8, `${age(names.slice(0, 100))} beside ${age(names)}`);
});
