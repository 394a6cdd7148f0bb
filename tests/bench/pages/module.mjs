// Visage's module for other people's pages, as its documentation says: `analyze` searches a still picture for every face, however small.
import { Visage } from "/module/visage/index.js";

let visage;

export async function start({ backend }) {
  visage = await Visage.load({ backend });
  return { backend: visage.backend };
}

export async function read(canvas) {
  const { faces } = await visage.analyze(canvas);
  return { faces: faces.length, age: faces[0]?.age.years, gender: faces[0]?.gender.label.toLowerCase() };
}
