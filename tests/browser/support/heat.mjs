// The heat map as it is on the screen: what the overlay shows with it and not without.

// Less than this, of 255, is rounding and not heat.
const VISIBLE = 8;

/**
 * The heat that was drawn, from the overlay's pixels with and without a heat map.
 *
 * @returns {{width: number, height: number, values: Float64Array}} per pixel how much the heat map changed it, 0 to 1
 */
export function heatBetween(withMap, without) {
  const { width, height } = withMap;
  if (width !== without.width || height !== without.height) throw new Error("the overlay changed its size");
  const values = new Float64Array(width * height);
  for (let pixel = 0; pixel < values.length; pixel += 1) {
    let change = 0;
    for (let channel = 0; channel < 4; channel += 1) {
      const at = 4 * pixel + channel;
      change = Math.max(change, Math.abs(withMap.rgba[at] - without.rgba[at]));
    }
    values[pixel] = change < VISIBLE ? 0 : change / 255;
  }
  return { width, height, values };
}

/**
 * Where the heat is, seen from a face.
 *
 * @param heat from `heatBetween`
 * @param box the face's, in pixels of a frame that is `frameWidth` wide
 * @returns {{covered: number, inside: number, near: number, centre: {x: number, y: number}}} the share of the box that is
 *   warm, the share of all heat that lies in the box, and in the box widened by a quarter of its size on every side (the
 *   aligned crop holds hair line and chin), and the heat's centre of mass with the box as unit square
 */
export function heatOnFace(heat, box, frameWidth) {
  const scale = frameWidth / heat.width;
  let [warm, boxPixels, inside, near, total, sumX, sumY] = [0, 0, 0, 0, 0, 0, 0];
  heat.values.forEach((value, pixel) => {
    const x = (((pixel % heat.width) + 0.5) * scale - box.x) / box.width;
    const y = ((Math.floor(pixel / heat.width) + 0.5) * scale - box.y) / box.height;
    if (isWithin(x, y, 0)) {
      boxPixels += 1;
      warm += value > 0 ? 1 : 0;
      inside += value;
    }
    near += isWithin(x, y, 0.25) ? value : 0;
    total += value;
    sumX += x * value;
    sumY += y * value;
  });
  return { covered: warm / boxPixels, inside: inside / total, near: near / total, centre: { x: sumX / total, y: sumY / total } };
}

function isWithin(x, y, margin) {
  return x >= -margin && x <= 1 + margin && y >= -margin && y <= 1 + margin;
}

/** The mean difference of two heat maps over the pixels that are warm in either. */
export function heatDifference(a, b) {
  let [sum, pixels] = [0, 0];
  a.values.forEach((value, pixel) => {
    const other = b.values[pixel];
    if (value === 0 && other === 0) return;
    sum += Math.abs(value - other);
    pixels += 1;
  });
  return pixels === 0 ? 0 : sum / pixels;
}
