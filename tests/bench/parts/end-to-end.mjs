// From a picture to age and gender: every program finds the face anew in every picture.
import { spread } from "../../browser/support/measures.mjs";
import { PROGRAMS } from "../contenders.mjs";
import { inTurn, summary } from "../support/rounds.mjs";

/** Measurements of a contender in one round. */
const REPETITIONS = 3;

/**
 * @param {import("../support/desk.mjs").Desk} desk
 * @param {{name: string, path: string}[]} pictures
 * @param {{rounds: number, warmUp: number}} plan
 */
export async function measureEndToEnd(desk, pictures, plan) {
  const programs = [];
  for (const contender of PROGRAMS) {
    programs.push({
      ...contender,
      page: await desk.page(
        contender,
        pictures.map(({ path }) => path),
      ),
      answers: {},
      times: {},
    });
  }
  const leftOut = await findMisses(programs, pictures);
  const indices = [...pictures.keys()].filter((index) => !leftOut.some(({ picture }) => picture === pictures[index].name));
  if (indices.length === 0) throw new Error("There is no picture in which every program finds one face.");

  const [ours] = programs;
  const times = await inTurn(programs, plan, async ({ page, times, parameters }, round) => {
    const index = indices.at(round % indices.length);
    const measured = await (parameters.follow ? follow : read)(page, index);
    if (round >= 0) (times[pictures[index].name] ??= []).push(...measured);
    return measured;
  });
  const rows = programs.map((program) => ({
    name: program.name,
    ...summary(times.get(program), times.get(ours)),
    answers: program.answers,
    byPicture: Object.fromEntries(Object.entries(program.times).map(([picture, times]) => [picture, spread(times).median])),
  }));
  return { rows, leftOut };
}

async function read(page, index) {
  const results = await page.evaluate(([index, times]) => window.bench.read(index, times), [index, REPETITIONS]);
  return results.map(({ ms }) => ms);
}

function follow(page, index) {
  return page.evaluate(([index, cycles]) => window.bench.follow(index, cycles), [index, REPETITIONS]);
}

/**
 * Has every program read every picture, and notes what it says.
 *
 * A program that overlooks a face has nothing to read, and would only seem fast: its picture is left out for all.
 */
async function findMisses(programs, pictures) {
  const misses = [];
  for (const { name: picture, path } of pictures) {
    for (const { name, page, answers } of programs) {
      const { faces, age, gender } = await page.evaluate((path) => window.bench.answer(path), path);
      if (faces === 1 && Number.isFinite(age)) answers[picture] = { age, gender };
      else misses.push({ picture, name, faces });
    }
  }
  return misses;
}
