// How good answers are, by what the labels say.
import { difference, mean, share } from "./statistics.mjs";

/** The figures: what an answer about a face counts, and how that is summed up over faces. */
const FIGURES = {
  /** Years of error. */
  age: { of: (answer, face) => Math.abs(answer.age - face.age), summed: mean },
  /** Whether the gender is right. */
  gender: { of: (answer, face) => Number(answer.gender === face.gender), summed: share },
};

/**
 * The figures of programs over labelled faces.
 *
 * @param {{age?: number, gender: string}[]} faces as labelled
 * @param {{name: string, answers: {faces: number, age?: number, gender?: string}[]}[]} programs ours first, each with an answer
 *   about every face
 * @param {("age" | "gender")[]} figures
 * @returns `readByAll`, how many faces all programs read, and of each program how many it `read`, its `own` figures over these,
 *   and the `common` ones over those that all read, with their `difference` from ours, null for ours
 */
export function judged(faces, programs, figures) {
  const indices = [...faces.keys()];
  const common = indices.filter((index) => programs.every(({ answers }) => isRead(answers[index])));
  if (common.length < 2) throw new Error(`Only ${common.length} faces were read by all programs. --count asks for more.`);
  const [ours] = programs;
  const rows = programs.map((program) => {
    const { name, answers } = program;
    const own = indices.filter((index) => isRead(answers[index]));
    const over = (figure, answers, chosen) => chosen.map((index) => FIGURES[figure].of(answers[index], faces[index]));
    const compared = (figure) => {
      const [values, reference] = [answers, ours.answers].map((answers) => over(figure, answers, common));
      return { ...FIGURES[figure].summed(values), difference: program === ours ? null : difference(values, reference) };
    };
    const each = (measure) => Object.fromEntries(figures.map((figure) => [figure, measure(figure)]));
    return { name, read: own.length, own: each((figure) => FIGURES[figure].summed(over(figure, answers, own))), common: each(compared) };
  });
  return { readByAll: common.length, programs: rows };
}

/** Some programs find a face and say nothing about it. */
function isRead({ faces, age }) {
  return faces > 0 && Number.isFinite(age);
}
