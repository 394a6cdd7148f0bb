// Takes the pictures of the app that www/manifest.webmanifest shows to whoever installs it: npm run screenshots --prefix tests/browser
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { Visage } from "./pages/visage.mjs";
import { launch } from "./support/launch.mjs";
import { PROJECT, SAMPLES } from "./support/paths.mjs";
import { SCREENS } from "./support/screens.mjs";
import { serveSite } from "./support/server.mjs";

const TARGET = path.join(PROJECT, "www", "screenshots");
const NAMES = { wide: SCREENS.desktop, narrow: SCREENS.phone };

await mkdir(TARGET, { recursive: true });
const group = await readFile(path.join(SAMPLES, "group.jpg"));
const site = await serveSite();
const browser = await launch();
try {
  for (const [name, screen] of Object.entries(NAMES)) {
    const device = { ...screen, colorScheme: "light" };
    const visage = await Visage.withPhoto(browser, site.url, group, {}, { device, wanted: { faces: 3, explained: true } });
    await visage.overlay.scrollIntoViewIfNeeded();
    const picture = sharp(await visage.page.screenshot());
    const { size } = await picture.webp({ quality: 80 }).toFile(path.join(TARGET, `${name}.webp`));
    console.log(`www/screenshots/${name}.webp: ${size} bytes`);
    await visage.close();
  }
} finally {
  await browser.close();
  await site.close();
}
