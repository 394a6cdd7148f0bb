// A second opinion on photos: a second network is loaded when a visitor asks for it, and the mean of both is what the command line says.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { predict } from "../support/command-line.mjs";
import { assertSameNumbers, assertSentence, SAME_PIXELS } from "../support/expect.mjs";
import { launch } from "../support/launch.mjs";
import { frameWith, portraits, scratchFolder, withoutLoss } from "../support/pictures.mjs";
import { serveSite } from "../support/server.mjs";

const FILE = "second-opinion.bpk";
const TIMEOUT = { timeout: 120_000 };

let site;
let browser;
let picture;
let file;

before(async () => {
  [site, browser] = await Promise.all([serveSite(), launch()]);
  picture = await withoutLoss(await frameWith((await portraits()).slice(0, 1)));
  file = path.join(await scratchFolder(), "face.png");
  await writeFile(file, picture);
});
after(async () => {
  await browser?.close();
  await site?.close();
});

/** The page with the photo on its stage, and the addresses of the second network's weights that it has asked for. */
async function withPhoto(settings = {}) {
  const visage = await Visage.open(browser, site.url, { backend: "cpu", ...settings });
  const asked = [];
  visage.page.context().on("request", (request) => request.url().endsWith(FILE) && asked.push(request.url()));
  await visage.engineReady();
  await visage.choosePhoto(picture, "face.png", "image/png");
  await visage.nextAnalysis({ faces: 1 });
  return { visage, asked };
}

test("who wants it gets the mean of two networks, and one network again who does not", TIMEOUT, async () => {
  const { visage, asked } = await withPhoto();
  const [[alone], [both]] = [await predict(file), await predict(file, { second: true })];
  assertSameNumbers((await visage.readBy(1)).faces[0], alone, SAME_PIXELS);
  assert.deepEqual(asked, [], "it is loaded before anybody has asked for it");
  assert.match(await visage.secondOpinionLabel.innerText(), /3\.5.MB/);

  await visage.secondOpinion.check();
  const { faces } = await visage.readBy(2);
  assertSameNumbers(faces[0], both, SAME_PIXELS);
  assert.ok(Math.abs(alone.age.years - both.age.years) > SAME_PIXELS.years, "the two networks say the same");
  assert.ok(faces[0].heatMap, "the heat map is gone");
  assert.match(await visage.secondOpinionLabel.innerText(), /mean of two networks/);
  assert.equal(asked.length, 1);

  await visage.secondOpinion.uncheck();
  assertSameNumbers((await visage.readBy(1)).faces[0], alone, SAME_PIXELS);
  await visage.close();
});

test("a link brings it along", TIMEOUT, async () => {
  const { visage, asked } = await withPhoto({ second: "1" });
  assertSameNumbers((await visage.readBy(2)).faces[0], (await predict(file, { second: true }))[0], SAME_PIXELS);
  assert.ok(asked.length <= 1);
  assert.ok(await visage.secondOpinion.isChecked());
  await visage.close();
});

test("where it cannot be loaded the visitor is told, and one network goes on", TIMEOUT, async () => {
  const { visage } = await withPhoto();
  const isRefused = (url) => url.pathname.endsWith(FILE);
  await visage.page.context().route(isRefused, (route) => route.abort());
  await visage.secondOpinion.click();
  const sentence = await visage.error();
  assertSentence(sentence);
  assert.ok(sentence.includes(FILE), sentence);
  await visage.page.waitForFunction(() => !document.querySelector("[data-testid=second-opinion]").checked);
  assert.equal((await visage.analysis()).secondOpinion, false);

  await visage.page.context().unroute(isRefused);
  await visage.secondOpinion.check();
  await visage.readBy(2);
  await visage.close();
});

test("the lesson says what it buys", TIMEOUT, async () => {
  const { visage } = await withPhoto();
  await visage.openLesson("f");
  const fold = visage.page.getByTestId("second-network");
  await fold.locator("summary").click();
  const rows = await fold.locator("tbody tr").allInnerTexts();
  assert.equal(rows.length, 6);
  const cells = await fold.locator("tr", { hasText: "age error" }).locator("td").allInnerTexts();
  const [alone, both] = cells.map(Number.parseFloat);
  assert.ok(both < alone, `${alone} years alone, ${both} with both`);
  await visage.secondOpinion.check();
  await visage.readBy(2);
  await visage.close();
});
