import { ATTRIBUTES } from "./labels.js";

// Time after which a frame's share of the average has fallen to 37 %, and after which a face that was not seen is forgotten, in
// milliseconds; `src/app/model/smoothing.rs` has the same.
const MEMORY = 600;
const FORGOTTEN = 1_500;

/** Averages the estimates of a video's faces over the last moments, so that they can be read. */
export class Smoother {
  #faces = new Map();

  /** Replaces the estimates in what the engine says of a frame of `now`, in milliseconds, by averages. */
  smooth({ faces }, now) {
    for (const [identity, { at }] of this.#faces) if (now - at > FORGOTTEN) this.#faces.delete(identity);
    for (const face of faces) {
      const latest = distributionsOf(face);
      const before = this.#faces.get(face.identity);
      const isAlike = before && latest.every((values, index) => values.length === before.average[index]?.length);
      if (isAlike) {
        const share = 1 - Math.exp(-Math.max(0, now - before.at) / MEMORY);
        latest.forEach((values, index) =>
          values.forEach((value, place) => (values[place] = before.average[index][place] + share * (value - before.average[index][place]))),
        );
      }
      this.#faces.set(face.identity, { average: latest.map((values) => [...values]), at: now });
    }
  }
}

/** The very arrays, to be changed in place. */
function distributionsOf({ estimates, taught }) {
  const own = ATTRIBUTES.map(({ name, category }) => (category === "ordinal" ? estimates[name].distribution : estimates[name]));
  return [...own, ...(taught?.answers ?? []).map(({ probabilities }) => probabilities)];
}
