// Makes the icons that systems want as pictures from www/icon.svg. Run it again when that has changed: npm run icons --prefix site
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import sharp from "sharp";

const WWW = new URL("../www/", import.meta.url);
const CORNERS = 'rx="26" ';
const DRAWING = "<g ";

const icon = await readFile(new URL("icon.svg", WWW), "utf8");
for (const part of [CORNERS, DRAWING]) {
  if (!icon.includes(part)) throw new Error(`www/icon.svg has no '${part.trim()}' any more: adapt site/icons.mjs`);
}
// Systems cut these to a shape of their own, of which only a circle of four fifths of the width is sure to stay.
const square = icon.replace(CORNERS, "");
const maskable = square.replace(DRAWING, '<g transform="translate(60 60) scale(0.85) translate(-60 -60)" ');

const ICONS = {
  "192.png": [icon, 192],
  "512.png": [icon, 512],
  "maskable-512.png": [maskable, 512],
  "apple-touch.png": [square, 180],
};

await mkdir(new URL("icons/", WWW), { recursive: true });
for (const [name, [drawing, side]] of Object.entries(ICONS)) {
  // As many dots an inch as make the drawing's 120 units `side` pixels, so that nothing is enlarged.
  const picture = sharp(Buffer.from(drawing), { density: (72 * side) / 120 }).resize(side, side);
  const target = new URL(`icons/${name}`, WWW);
  await writeFile(target, await picture.png({ palette: true }).toBuffer());
  console.log(fileURLToPath(target));
}
