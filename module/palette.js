// Ten equidistant points of viridis (Smith and van der Walt, 2015, CC0), and how strongly evidence shows; `src/heat_palette.rs` has the same.
const POINTS = [
  [0x44, 0x01, 0x54],
  [0x48, 0x28, 0x78],
  [0x3e, 0x4a, 0x89],
  [0x31, 0x68, 0x8e],
  [0x26, 0x82, 0x8e],
  [0x1f, 0x9e, 0x89],
  [0x35, 0xb7, 0x79],
  [0x6d, 0xcd, 0x59],
  [0xb4, 0xde, 0x2c],
  [0xfd, 0xe7, 0x25],
];
const STRONGEST_OPACITY = 0.9;
const STRONGEST = 0.8;

/** The colour of evidence (0 to 1): red, green, blue and opacity, 0 to 255. */
export function colour(evidence) {
  const place = Math.min(1, evidence) * (POINTS.length - 1);
  const [low, share] = [Math.min(Math.floor(place), POINTS.length - 2), place - Math.min(Math.floor(place), POINTS.length - 2)];
  const rgb = POINTS[low].map((value, channel) => Math.round(value + share * (POINTS[low + 1][channel] - value)));
  return [...rgb, Math.round(255 * STRONGEST_OPACITY * Math.min(1, evidence / STRONGEST))];
}
