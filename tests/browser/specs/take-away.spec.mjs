// What a visitor takes away: the annotated picture and the numbers, without what is hidden.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { assertAnnotated } from "../support/annotated.mjs";
import { Camera, launch } from "../support/launch.mjs";
import { filmOf, frameWith, portraits } from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";

let site;
let photo;

before(async () => {
  site = await serveSite();
  photo = await frameWith((await portraits()).slice(0, 1));
});
after(() => site.close());

async function withPhoto(settings, body, { url } = site) {
  const browser = await launch();
  try {
    await body(await Visage.withPhoto(browser, url, photo, settings, { wanted: { faces: 1, explained: true } }));
  } finally {
    await browser.close();
  }
}

test("the picture is saved with its heat map and a line that says what it is", { timeout: 120_000 }, async () => {
  await withPhoto({}, async (visage) => {
    const { name, bytes } = await visage.download("save-picture");
    assert.equal(name, "visage.png");
    await assertAnnotated(bytes, photo);
  });
});

test("the numbers are saved without what is hidden", { timeout: 120_000 }, async () => {
  await withPhoto({ hide: "race" }, async (visage) => {
    const { name, bytes } = await visage.download("save-numbers");
    assert.equal(name, "visage.json");
    const numbers = JSON.parse(bytes.toString());
    const { faces } = await visage.analysis();
    assert.equal(numbers.faces.length, 1);
    assert.ok(!("race" in numbers.faces[0]) || numbers.faces[0].race === null);
    assert.ok(Math.abs(numbers.faces[0].gender.Female - faces[0].estimates.gender[1]) < 1e-6);
    assert.match(numbers.note, /not facts about persons/);
  });
});

test("a camera's session is saved as a table", { timeout: 120_000 }, async () => {
  const browser = await launch({ camera: Camera.playing(await filmOf(photo)) });
  try {
    const visage = await Visage.open(browser, site.url, { backend: "cpu" });
    await visage.engineReady();
    await visage.startButton.click();
    await visage.nextAnalysis({ faces: 1 });
    await visage.page.waitForTimeout(3_000);
    const { bytes } = await visage.download("save-log");
    const [header, ...lines] = bytes.toString().trimEnd().split("\r\n");
    assert.match(header, /^seconds,face,age_estimated/);
    assert.ok(lines.length >= 2 && lines.length <= 8, `${lines.length} lines`);
    assert.ok(lines.every((line) => line.split(",").length === header.split(",").length));
  } finally {
    await browser.close();
  }
});

test("the picture goes into the clipboard", { timeout: 120_000 }, async () => {
  // The headers of a good server forbid reading the clipboard, which is the test's part.
  const plain = await serveSite({ plain: true });
  await withPhoto({}, async (visage) => {
    const { origin } = new URL(visage.page.url());
    await visage.page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin });
    await visage.page.getByTestId("copy-picture").click();
    const types = await visage.page.evaluate(async () => {
      // The page makes the picture before it copies it.
      for (let attempt = 0; attempt < 100; attempt += 1) {
        const [item] = await navigator.clipboard.read().catch(() => []);
        if (item?.types.includes("image/png")) return item.types;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return [];
    });
    assert.deepEqual(types, ["image/png"]);
  }, plain).finally(plain.close);
});

test("the benchmark prints a table", { timeout: 120_000 }, async () => {
  await withPhoto({ instruments: "1" }, async (visage) => {
    await visage.page.getByTestId("run-benchmark").click();
    const table = visage.page.getByTestId("benchmark-table");
    await table.waitFor({ timeout: 60_000 });
    assert.match(await table.innerText(), /together\s+\d+\.\d\s+\d+\.\d\s+\d+\.\d/);
    assert.match(await visage.page.getByTestId("model-hash").innerText(), /^[0-9a-f]{12}$/);
  });
});
