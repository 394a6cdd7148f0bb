// How good the programs are on the same labelled faces: speed alone is easily had.
import { JUDGED } from "../contenders.mjs";
import { labelledFaces } from "../support/faces.mjs";
import { judged } from "../support/figures.mjs";
import { frameAround } from "../support/pictures.mjs";

/**
 * @param {import("../support/desk.mjs").Desk} desk
 * @param {Awaited<ReturnType<import("../support/server.mjs").serve>>} server
 * @param {(typeof import("../support/sets.mjs").SETS)[number]} set
 * @param {string} folder has the set's folder
 * @param {number} count of faces
 */
export async function measureAccuracy(desk, server, { name, title, figures }, folder, count) {
  const { faces, ...counts } = await labelledFaces(name, folder, count);
  if (faces.length === 0) throw new Error(`The folder ${name}/ holds no labelled images that were kept out of training.`);
  const programs = [];
  for (const contender of JUDGED) programs.push({ name: contender.name, page: await desk.page(contender, []), answers: [] });
  for (const [index, { bytes }] of faces.entries()) {
    const path = server.addPicture(`${name}-${index}`, await frameAround(bytes));
    for (const { page, answers } of programs) answers.push(await page.evaluate((path) => window.bench.answer(path), path));
    server.removePicture(path);
  }
  return { set: name, title, ...counts, faces: faces.length, ...judged(faces, programs, figures) };
}
