// Languages: chosen by the browser or the address, switched by the visitor, one of them from right to left.
import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import { Visage } from "../pages/visage.mjs";
import { ARTIFACTS } from "../support/paths.mjs";
import { serveSite } from "../support/server.mjs";
import { forAllTests } from "../support/stand.mjs";

const stand = forAllTests();

function withPhoto(settings, device) {
  return Visage.withPhoto(stand.browser, stand.site.url, stand.photo, settings, { device });
}

/** The message files that the page has loaded, without those that only the copy for visits without a network holds. */
async function loadedMessages({ page }) {
  const paths = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname));
  return paths.filter((path) => path.endsWith(".ftl")).map((path) => path.split("/").slice(-3).join("/"));
}

const YEARS = { de: /\d+ Jahre/, es: /\d+ años/, zh: /\d+ 岁/, en: /\d+ years/ };

for (const [language, years] of Object.entries(YEARS)) {
  test(`the browser's language is spoken: ${language}`, { timeout: 120_000 }, async () => {
    const visage = await withPhoto({}, { locale: language });
    assert.equal(await visage.page.locator("html").getAttribute("lang"), language);
    assert.match((await visage.cardTexts()).age, years);
    assert.doesNotMatch(await visage.page.locator("body").innerText(), /Unknown localization/);
    // Only what is spoken is loaded.
    assert.deepEqual(await loadedMessages(visage), [`locales/${language}/main.ftl`]);
    await visage.close();
  });
}

const SPOKEN = {
  en: { without: /this browser offers no adapter/, failed: /cannot be loaded/, layer: /stage 5/, palette: /violet to yellow/ },
  de: { without: /dieser Browser bietet keinen Adapter/, failed: /lässt sich nicht laden/, layer: /Stufe 5/, palette: /Violett bis Gelb/ },
  es: { without: /este navegador no ofrece/, failed: /No se puede cargar/, layer: /etapa 5/, palette: /violeta a amarillo/ },
  zh: { without: /此浏览器不提供适配器/, failed: /无法加载/, layer: /阶段 5/, palette: /由紫到黄/ },
  ar: { without: /لا يوفر هذا المتصفح/, failed: /تعذر تحميل/, layer: /المرحلة/, palette: /من البنفسجي/ },
};

for (const [lang, words] of Object.entries(SPOKEN)) {
  test(`the engine's reasons, layers and palettes are named in the visitor's language: ${lang}`, { timeout: 120_000 }, async () => {
    const visage = await Visage.open(stand.browser, stand.site.url, { lang });
    await visage.engineReady();
    // WebGPU is looked for once something was answered without it.
    await visage.choosePhoto(stand.photo, "face.jpg");
    await visage.nextAnalysis({ faces: 1 });
    await visage.engineSays(words.without);
    assert.match(await (await visage.layerChoice()).locator("option").last().innerText(), words.layer);
    assert.match(await (await visage.paletteChoice()).locator("option").first().innerText(), words.palette);
    await visage.close();
  });

  test(`what keeps the engine from starting is said in the visitor's language: ${lang}`, { timeout: 120_000 }, async () => {
    const broken = await serveSite({ missing: /\.bpk$/ });
    try {
      const visage = await Visage.open(stand.browser, broken.url, { lang, backend: "cpu" });
      const { state, text } = await visage.engine();
      assert.equal(state, "failed");
      assert.match(text, words.failed);
      assert.match(text, /404/);
      await visage.close();
    } finally {
      await broken.close();
    }
  });
}

test("Arabic reads from right to left", { timeout: 120_000 }, async () => {
  const visage = await withPhoto({ lang: "ar" }, {});
  const page = visage.page.locator("html");
  assert.deepEqual([await page.getAttribute("lang"), await page.getAttribute("dir")], ["ar", "rtl"]);
  assert.match((await visage.cardTexts()).age, /سنة/);
  const [stage, line] = await Promise.all([visage.place(visage.overlay), visage.place(visage.cards.first())]);
  assert.ok(line.right <= stage.left, "the faces are not on the left of the picture");
  await visage.page.screenshot({ path: path.join(ARTIFACTS, "arabic.png") });
  await visage.close();
});

test("the visitor can switch, and the address keeps it", { timeout: 120_000 }, async () => {
  const visage = await withPhoto({}, { locale: "en" });
  await visage.speak("de");
  assert.match((await visage.cardTexts()).age, YEARS.de);
  await visage.page.waitForURL(/lang=de/);
  await visage.close();
});

test("without the words of any language the page says that it cannot load them", { timeout: 120_000 }, async () => {
  const broken = await serveSite({ missing: /\/locales\// });
  try {
    const visage = await Visage.open(stand.browser, broken.url, { backend: "cpu" }, { locale: "en" });
    assert.match(await visage.error(), /could not load its words.*reload/);
    await visage.close();
  } finally {
    await broken.close();
  }
});

test("a language whose messages cannot be loaded is not spoken, and the page says so", { timeout: 120_000 }, async () => {
  const broken = await serveSite({ missing: /\/locales\/de\// });
  try {
    const visage = await Visage.open(stand.browser, broken.url, { backend: "cpu" }, { locale: "de" });
    assert.match(await visage.error(), /locales\/de\/main\.ftl/);
    const language = () => new URL(visage.page.url()).searchParams.get("lang");
    assert.equal(language(), null, "English, which nobody chose, is in the address");
    await visage.engineReady();
    await visage.choosePhoto(stand.photo, "face.jpg");
    await visage.nextAnalysis({ faces: 1 });
    assert.match((await visage.cardTexts()).age, YEARS.en);
    await visage.speak("es");
    await visage.page.waitForURL(/lang=es/);
    assert.match((await visage.cardTexts()).age, YEARS.es);
    await visage.close();
  } finally {
    await broken.close();
  }
});
