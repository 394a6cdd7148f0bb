// What the figures on labelled faces are called, and how they are written.
import { percent, years } from "./numbers.mjs";

export const FIGURES = {
  age: { title: "error of the age, years", format: years },
  gender: { title: "gender right", format: percent },
};
