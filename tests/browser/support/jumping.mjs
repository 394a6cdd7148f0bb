// A camera before which a face jumps from side to side, and whether a picture of it belongs to the box drawn on it.
import sharp from "sharp";
import { filmOf, FRAME, frameOf, WALL } from "./pictures.mjs";

/** Frames that the face stays on one side. */
const HELD = 6;
const SIDE = 250;
// As far from one edge as from the other, so that a mirrored picture has the same two places.
const MARGIN = 35;
const LEFTS = { left: MARGIN, right: FRAME.width - MARGIN - SIDE };
const TOP = (FRAME.height - SIDE) / 2;
/** The colours of faces' boxes. */
const BOXES = [0xe69f00, 0x56b4e9, 0x009e73, 0xcc79a7, 0xd55e00, 0x0072b2];
// How far a channel may be from such a colour.
const NEAR = 6;
// How far from the wall's colour a pixel of the photo is.
const DISTINCT = 24;
// A box has thousands of pixels; fewer are chance.
const LEAST_OUTLINE = 600;

/** The film: a photo that is on the left for a while, and then on the right. */
export async function jumpingFilm(photo) {
  const sides = await Promise.all(Object.values(LEFTS).map((left) => frameOf([{ photo, left, top: TOP }], SIDE)));
  return filmOf(...sides.flatMap((frame) => Array(HELD).fill(frame)));
}

/**
 * Looks at a picture that was saved while the film played: on which side the photo is, and where the drawn box reaches from
 * and to, in pixels of the frame. `box` is null where none is drawn.
 *
 * @param {Buffer} png
 * @returns {Promise<{photo: "left" | "right", box: {from: number, to: number} | null}>}
 */
export async function seenIn(png) {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const scale = info.width / FRAME.width;
  const sideOf = (x) => Object.keys(LEFTS).find((side) => x >= LEFTS[side] && x < LEFTS[side] + SIDE);
  const rows = { from: TOP * scale, to: (TOP + SIDE) * scale };
  const busy = { left: 0, right: 0 };
  const outline = [];
  for (let at = 0; at < data.length; at += 3) {
    const [red, green, blue] = data.subarray(at, at + 3);
    const pixel = at / 3;
    const x = (pixel % info.width) / scale;
    const y = Math.floor(pixel / info.width);
    if (BOXES.some((colour) => isNear(colour, red, green, blue))) outline.push(x);
    const side = sideOf(x);
    const distance = Math.abs(red - WALL.r) + Math.abs(green - WALL.g) + Math.abs(blue - WALL.b);
    if (side && y >= rows.from && y < rows.to && distance > DISTINCT) busy[side] += 1;
  }
  outline.sort((a, b) => a - b);
  const at = (share) => outline[Math.floor(share * (outline.length - 1))];
  return {
    photo: busy.left > busy.right ? "left" : "right",
    // A quarter of the outline is on either side; what else has its colour is less than half of that.
    box: outline.length < LEAST_OUTLINE ? null : { from: at(0.15), to: at(0.85) },
  };
}

function isNear(colour, red, green, blue) {
  const [wantedRed, wantedGreen, wantedBlue] = [colour >> 16, (colour >> 8) & 255, colour & 255];
  return Math.abs(red - wantedRed) <= NEAR && Math.abs(green - wantedGreen) <= NEAR && Math.abs(blue - wantedBlue) <= NEAR;
}

/** Whether the middle of the photo is within the box. */
export function belongTogether({ photo, box }) {
  const middle = LEFTS[photo] + SIDE / 2;
  return box.from < middle && middle < box.to;
}
