// Takes pictures of the page: npm run screenshots --prefix tests/browser
//
// Those that www/manifest.webmanifest shows to whoever installs the page go into www/screenshots, the README's into www, and one of
// every state, on a desktop and on a phone, into tests/artifacts/screenshots, to look at.
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { Visage } from "./pages/visage.mjs";
import { launch } from "./support/launch.mjs";
import { ARTIFACTS, PROJECT, SAMPLES } from "./support/paths.mjs";
import { SCREENS } from "./support/screens.mjs";
import { serveSite } from "./support/server.mjs";

const WWW = path.join(PROJECT, "www");
const STATES = path.join(ARTIFACTS, "screenshots");
const { desktop, phone } = SCREENS;
const LIGHT = { colorScheme: "light" };

const [portrait, group] = await Promise.all(["astronaut.jpg", "group.jpg"].map((name) => readFile(path.join(SAMPLES, name))));
const site = await serveSite();
const browser = await launch();
try {
  await Promise.all([path.join(WWW, "screenshots"), STATES].map((folder) => mkdir(folder, { recursive: true })));
  for (const [name, device] of Object.entries({ wide: desktop, narrow: phone })) {
    await shown(group, 3, {}, { ...device, ...LIGHT }, async (visage) => {
      const picture = sharp(await visage.page.screenshot());
      const { size } = await picture.webp({ quality: 80 }).toFile(path.join(WWW, "screenshots", `${name}.webp`));
      console.log(`www/screenshots/${name}.webp: ${size} bytes`);
    });
  }
  await shown(portrait, 1, {}, { ...desktop, ...LIGHT }, (visage) => visage.page.screenshot({ path: path.join(WWW, "screenshot.png") }));
  for (const [screen, device] of Object.entries({ desktop, phone })) await takeStates(screen, { ...device, ...LIGHT });
} finally {
  await browser.close();
  await site.close();
}

/** Runs `body` with a picture on the stage, explained. */
async function shown(picture, faces, settings, device, body) {
  const visage = await Visage.withPhoto(browser, site.url, picture, settings, { device, wanted: { faces, explained: true } });
  // The labels are drawn for the place that the overlay has in the end.
  await visage.labels();
  await body(visage);
  await visage.close();
}

/** One of every state on a screen. */
async function takeStates(screen, device) {
  const take = (state) => (visage) => visage.page.screenshot({ path: path.join(STATES, `${screen}-${state}.png`) });

  const empty = await Visage.open(browser, site.url, { backend: "cpu" }, device);
  await empty.engineReady();
  await take("empty")(empty);
  await empty.close();

  await shown(portrait, 1, {}, device, async (visage) => {
    await take("photo")(visage);
    for (const tab of Visage.TABS) {
      await visage.openPanel(tab);
      await take(`tab-${tab}`)(visage);
    }
    await visage.openLesson("e");
    await take("lesson-e")(visage);
  });
  await shown(group, 3, {}, device, take("group"));
  await shown(group, 3, { projector: "1" }, device, take("projector"));
  await shown(group, 3, { lang: "ar" }, device, take("arabic"));
  await shown(group, 3, {}, { ...device, forcedColors: "active" }, take("contrast"));
  await shown(group, 3, {}, { ...device, colorScheme: "dark" }, take("dark"));
  console.log(`tests/artifacts/screenshots: ${screen}`);
}
