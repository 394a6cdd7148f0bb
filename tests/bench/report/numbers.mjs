// Numbers as text.

/** Milliseconds, with as many digits as mean something. */
export function milliseconds(value) {
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(value >= 10 ? 1 : 2);
}

/** Median and middle half. */
export function withSpread({ median, lowerQuartile, upperQuartile }, format = milliseconds) {
  return `${format(median)} (${format(lowerQuartile)} – ${format(upperQuartile)})`;
}

export const ratio = (value) => `${value.toFixed(value >= 10 ? 1 : 2)} ×`;
export const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
export const kilobytes = (bytes) => `${(bytes / 1e3).toFixed(0)} kB`;
export const gigabytes = (bytes) => `${(bytes / 1e9).toFixed(0)} GB`;
export const percent = (share) => `${(100 * share).toFixed(1)} %`;
