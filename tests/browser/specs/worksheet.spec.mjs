// The printed lesson: a worksheet of a few pages, with the visitor's own picture.
import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { ARTIFACTS } from "../support/paths.mjs";
import { forAllTests } from "../support/stand.mjs";

const FEWEST_PAGES = 2;
const MOST_PAGES = 4;

const stand = forAllTests();

/** How many pages a document (PDF) has. */
function pagesOf(pdf) {
  return pdf.toString("latin1").match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0;
}

for (const [lang, letter] of [
  ["en", "a"],
  ["en", "e"],
  ["de", "e"],
  ["ar", "c"],
]) {
  test(`step ${letter} prints on a few pages: ${lang}`, { timeout: 120_000 }, async (t) => {
    const visage = await Visage.withPhoto(stand.browser, stand.site.url, stand.photo, { lang, lesson: letter });
    await visage.lessonAt(letter);
    const pdf = await visage.page.pdf({ format: "A4" });
    await writeFile(path.join(ARTIFACTS, `worksheet-${letter}-${lang}.pdf`), pdf);
    const pages = pagesOf(pdf);
    t.diagnostic(`${pages} pages, ${pdf.length} bytes`);
    assert.ok(pages >= FEWEST_PAGES && pages <= MOST_PAGES, `${pages} pages`);

    await visage.page.emulateMedia({ media: "print" });
    await visage.page.screenshot({ path: path.join(ARTIFACTS, `worksheet-${letter}-${lang}.png`), fullPage: true });
    const { across } = await visage.excess();
    assert.ok(across <= 0, `the worksheet is ${across} px too wide`);
    await visage.close();
  });
}

test("the button of the lesson prints", { timeout: 120_000 }, async () => {
  const visage = await Visage.withPhoto(stand.browser, stand.site.url, stand.photo, { lesson: "a" });
  await visage.page.evaluate(() => {
    window.printed = 0;
    window.print = () => (window.printed += 1);
  });
  await visage.printButton.click();
  await visage.page.waitForFunction(() => window.printed === 1);
  await visage.close();
});
