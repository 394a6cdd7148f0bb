// How good the programs are on the same labelled faces: speed alone is easily had.
import { PROGRAMS } from "../contenders.mjs";
import { labelledFaces } from "../support/faces.mjs";
import { frameAround } from "../support/pictures.mjs";

/**
 * @param {import("../support/desk.mjs").Desk} desk without pages
 * @param {Awaited<ReturnType<import("../support/server.mjs").serve>>} server
 * @param {string} folder with UTKFace
 * @param {number} count of faces
 */
export async function measureAccuracy(desk, server, folder, count) {
  const faces = await labelledFaces(folder, count);
  if (faces.length === 0) throw new Error(`${folder} holds no images of UTKFace that were kept out of training`);
  const paths = [];
  for (const [index, { bytes }] of faces.entries()) paths.push(server.addPicture(`face-${index}`, await frameAround(bytes)));

  const programs = [];
  // Following makes no difference to what is estimated.
  for (const contender of PROGRAMS.filter(({ parameters }) => !parameters.follow)) {
    programs.push({ name: contender.name, page: await desk.page(contender, []), answers: [] });
  }
  for (const path of paths) {
    for (const { page, answers } of programs) answers.push(await page.evaluate((path) => window.bench.answer(path), path));
  }
  const readByAll = faces.map((_, index) => programs.every(({ answers }) => isRead(answers[index])));
  const rows = programs.map(({ name, answers }) => ({
    name,
    read: answers.filter(isRead).length,
    own: errors(faces, answers, (index) => isRead(answers[index])),
    common: errors(faces, answers, (index) => readByAll[index]),
  }));
  return { faces: faces.length, readByAll: readByAll.filter(Boolean).length, rows };
}

/** Some programs find a face and say nothing about it. */
function isRead({ faces, age }) {
  return faces > 0 && Number.isFinite(age);
}

/** Mean absolute error of the age in years, and the share of right genders, over the faces for which `counts` holds. */
function errors(faces, answers, counts) {
  const indices = [...faces.keys()].filter(counts);
  const mean = (value) => indices.reduce((sum, index) => sum + value(index), 0) / indices.length;
  return {
    years: mean((index) => Math.abs(answers[index].age - faces[index].age)),
    gender: mean((index) => (answers[index].gender === faces[index].gender ? 1 : 0)),
  };
}
