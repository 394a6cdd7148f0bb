// What a visitor takes away: the annotated picture and the numbers, without what is hidden.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import sharp from "sharp";
import { Visage } from "../pages/visage.mjs";
import { assertAnnotated } from "../support/annotated.mjs";
import { Camera, launch } from "../support/launch.mjs";
import { filmOf, frameWith, portraits } from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";

let site;
let photo;
let browser;

before(async () => {
  site = await serveSite();
  photo = await frameWith((await portraits()).slice(0, 1));
  browser = await launch({ camera: Camera.playing(await filmOf(photo)) });
});
after(async () => {
  await browser?.close();
  await site?.close();
});

async function withPhoto(settings, body, { url } = site) {
  const visage = await Visage.withPhoto(browser, url, photo, settings, { wanted: { faces: 1, explained: true } });
  try {
    await body(visage);
  } finally {
    await visage.close();
  }
}

test("the picture is saved with its heat map and a line that says what it is", { timeout: 120_000 }, async () => {
  await withPhoto({}, async (visage) => {
    const { name, bytes } = await visage.download("save-picture");
    assert.equal(name, "visage.png");
    await assertAnnotated(bytes, photo);
  });
});

/** How many bright pixels the line below a saved picture has in its left tenth and in its right one. */
async function inkAtTheEnds(png) {
  const { width, height } = await sharp(png).metadata();
  const line = { top: 962, width: Math.round(width / 10), height: height - 964 };
  const ink = async (left) => {
    const pixels = await sharp(png)
      .extract({ ...line, left })
      .greyscale()
      .raw()
      .toBuffer();
    return pixels.filter((level) => level > 160).length;
  };
  return { left: await ink(0), right: await ink(width - line.width) };
}

for (const [lang, begins, ends] of [
  ["en", "left", "right"],
  ["ar", "right", "left"],
]) {
  test(`the line below the picture begins on the ${begins}: ${lang}`, { timeout: 120_000 }, async () => {
    await withPhoto({ lang }, async (visage) => {
      const { bytes } = await visage.download("save-picture");
      await assertAnnotated(bytes, photo);
      const ink = await inkAtTheEnds(bytes);
      assert.ok(ink[begins] > 50, `there is no writing on the ${begins}`);
      assert.equal(ink[ends], 0, `there is writing on the ${ends}`);
    });
  });
}

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

// How a table is written, by the language: German spreadsheets take a comma for the decimal sign.
const TABLES = {
  en: { separator: ",", header: /^seconds,face,age_estimated/, line: /^\d+\.\d,1,\d+\.\d,/ },
  de: { separator: ";", header: /^[^,;]+;[^,;]+;/, line: /^\d+,\d;1;\d+,\d;/ },
};

test("a camera's session is saved as a table that spreadsheets of the visitor's language open", { timeout: 120_000 }, async () => {
  const visage = await Visage.open(browser, site.url, { backend: "cpu", lang: "en" });
  await visage.engineReady();
  await visage.startButton.click();
  await visage.nextAnalysis({ faces: 1 });
  await visage.page.waitForTimeout(3_000);
  for (const [lang, { separator, header, line }] of Object.entries(TABLES)) {
    await visage.speak(lang);
    const { bytes } = await visage.download("save-log");
    if (lang === "de") assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], "there is no byte order mark");
    const [columns, ...lines] = bytes
      .toString()
      .replace(/^\uFEFF/, "")
      .trimEnd()
      .split("\r\n");
    assert.match(columns, header);
    assert.ok(lines.length >= 2 && lines.length <= 8, `${lines.length} lines`);
    for (const text of lines) {
      assert.match(text, line);
      assert.equal(text.split(separator).length, columns.split(separator).length, text);
    }
  }
  await visage.close();
});

test("the picture goes into the clipboard, and the page says so", { timeout: 120_000 }, async () => {
  // The headers of a good server forbid reading the clipboard, which is the test's part.
  const plain = await serveSite({ plain: true });
  await withPhoto(
    {},
    async (visage) => {
      await visage.allowClipboard();
      const button = await visage.takeAwayButton("copy-picture");
      const said = visage.notice.filter({ hasText: /copied/i }).waitFor();
      await Promise.all([said, button.click()]);
      assert.equal(await visage.notice.getAttribute("role"), "status");
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
    },
    plain,
  ).finally(plain.close);
});

test("the benchmark prints a table", { timeout: 120_000 }, async () => {
  await withPhoto({ instruments: "1" }, async (visage) => {
    assert.equal(await visage.openTab(), "more");
    await visage.openInstruments();
    await visage.page.getByTestId("run-benchmark").click();
    const table = visage.page.getByTestId("benchmark-table");
    await table.waitFor({ timeout: 60_000 });
    assert.match(await table.innerText(), /together\s+\d+\.\d\s+\d+\.\d\s+\d+\.\d/);
    assert.match(await visage.page.getByTestId("model-hash").innerText(), /^[0-9a-f]{12}$/);
  });
});
