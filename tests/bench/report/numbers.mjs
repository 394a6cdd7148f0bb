// Numbers as text.
import { isClear } from "../support/statistics.mjs";

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

export const years = (value) => value.toFixed(2);

/** A value and the interval beside it. */
export function withInterval({ value, interval: [low, high] }, format) {
  return `${format(value)} (${bare(format(low))} – ${bare(format(high))})`;
}

/** A difference and its interval, with signs; bold where the interval excludes 0. */
export function differenceText(difference, format) {
  const { value, interval } = difference;
  const [middle, low, high] = [value, ...interval].map((each) => `${each < 0 ? "−" : "+"}${format(Math.abs(each))}`);
  return ifClear(difference, `${bare(middle)} (${bare(low)} to ${bare(high)})`);
}

/** A text, bold where a difference's interval excludes 0. */
export function ifClear(difference, text) {
  return difference && isClear(difference) ? `**${text}**` : text;
}

/** A number without the sign for per cent. */
const bare = (text) => text.replace(" %", "");
