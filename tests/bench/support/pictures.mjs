// The pictures that are read.
import { readdir } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { SAMPLES } from "../../browser/support/paths.mjs";

/** Width of a frame, in pixels. */
export const FRAME_WIDTH = 512;
/** Share of the frame's width that a picture takes that is shown with room around it. */
export const FACE_SHARE = 0.45;
const WALL = { r: 96, g: 104, b: 112 };

/**
 * The sample photos that show one face, as frames without loss: `[{name, png}]`. Photos that the face fills come twice, as
 * they are and with room around them, as a camera sees a face; other photos come as they are.
 */
export async function frames() {
  const names = (await readdir(SAMPLES)).filter((name) => /^(astronaut|man|woman)\b.*\.(jpg|png|webp)$/.test(name)).toSorted();
  const frames = names.map(async (name) => {
    const [photo, subject] = [path.join(SAMPLES, name), path.parse(name).name];
    const asItIs = await sharp(photo).resize({ width: FRAME_WIDTH }).png().toBuffer();
    if (subject === "astronaut") return [{ name: subject, png: asItIs }];
    return [
      { name: `${subject}-close`, png: asItIs },
      { name: `${subject}-in-room`, png: await frameAround(photo) },
    ];
  });
  return (await Promise.all(frames)).flat();
}

/** A frame with one picture before a grey wall, so that a detector has room around a face that fills its picture. */
export async function frameAround(picture) {
  const side = Math.round(FRAME_WIDTH * FACE_SHARE);
  const face = await sharp(picture).resize(side, side, { fit: "cover" }).toBuffer();
  return sharp({ create: { width: FRAME_WIDTH, height: FRAME_WIDTH, channels: 3, background: WALL } })
    .composite([{ input: face, gravity: "centre" }])
    .png()
    .toBuffer();
}
