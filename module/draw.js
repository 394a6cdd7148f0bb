import { ATTRIBUTES } from "./labels.js";
import { colour } from "./palette.js";

const FACE_COLOUR = "#ffd24a";

/**
 * Draws a frame's faces on a canvas, which is taken to be as large as the frame was: heat maps, boxes and what is estimated.
 *
 * @param {HTMLCanvasElement | OffscreenCanvas} canvas
 * @param {object} frame what `analyze` or `watch` gave
 * @param {{ labels?: boolean, heatMaps?: boolean, hide?: string[] }} [options]
 */
export function draw(canvas, frame, { labels = true, heatMaps = true, hide = [] } = {}) {
  const context = canvas.getContext("2d");
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.save();
  context.scale(canvas.width / frame.width, canvas.height / frame.height);
  const unit = Math.max(frame.width, frame.height) / 100;
  // Heat maps first, so that none lies on another face's box.
  if (heatMaps) for (const face of frame.faces) if (face.heatMap) drawHeat(context, face);
  for (const face of frame.faces) drawBox(context, face, unit);
  if (labels) for (const face of frame.faces) drawLabel(context, face, unit, frame, hide);
  context.restore();
}

function drawHeat(context, { heatMap: { size, evidence }, cropToFrame: { a, b, tx, ty } }) {
  const pixels = new ImageData(size, size);
  for (const [index, value] of evidence.entries()) pixels.data.set(colour(value / 255), 4 * index);
  const map = globalThis.OffscreenCanvas ? new OffscreenCanvas(size, size) : document.createElement("canvas");
  map.width = map.height = size;
  map.getContext("2d").putImageData(pixels, 0, 0);
  context.save();
  context.transform(a, b, -b, a, tx, ty);
  context.drawImage(map, 0, 0);
  context.restore();
}

function drawBox(context, { box: { x, y, width, height }, doubts }, unit) {
  context.lineWidth = 0.4 * unit;
  context.strokeStyle = FACE_COLOUR;
  context.setLineDash(doubts.length > 0 ? [unit, unit] : []);
  context.strokeRect(x, y, width, height);
  context.setLineDash([]);
}

/** What is estimated of a face, in one line; a doubtful estimate has a question mark. */
export function describe(face, hide = []) {
  const { taught = {}, doubts } = face;
  const said = {
    ordinal: ({ years, interval }) => `${Math.round(years)} (${interval.join("–")})`,
    nominal: ({ label, probability, isGuess }) => !isGuess && `${label} ${Math.round(100 * probability)} %`,
  };
  const parts = [
    ...ATTRIBUTES.map(({ name, category }) => !hide.includes(name) && said[category](face[name])),
    ...Object.entries(taught).map(([name, { label }]) => !hide.includes(name) && `${name}: ${label}`),
  ];
  return parts.filter(Boolean).join(" · ") + (doubts.length > 0 ? " ?" : "");
}

function drawLabel(context, face, unit, frame, hide) {
  const text = describe(face, hide);
  if (!text) return;
  context.font = `${2.4 * unit}px system-ui, sans-serif`;
  const [width, height] = [context.measureText(text).width + unit, 3.4 * unit];
  const { box } = face;
  const x = Math.max(0, Math.min(box.x, frame.width - width));
  // Above the face, or below it where there is no room.
  const y = box.y >= height ? box.y - height : Math.min(box.y + box.height, frame.height - height);
  context.fillStyle = "rgb(20 22 26 / 80%)";
  context.fillRect(x, y, width, height);
  context.fillStyle = "#fff";
  context.textBaseline = "middle";
  context.fillText(text, x + unit / 2, y + height / 2);
}
