// A whole visit: everything that a visitor does with a picture.
import { Visage } from "../pages/visage.mjs";

/** The camera, a photo, every step of the lesson, and everything that can be taken away; the photo stays on the stage. */
export async function wholeVisit(visage, photo) {
  await visage.startButton.click();
  await visage.nextAnalysis({ faces: 1, explained: true });
  await visage.stopButton.click();
  await visage.startButton.waitFor();
  const before = await visage.analysis();
  await visage.choosePhoto(photo, "face.jpg");
  await visage.nextAnalysis({ after: before.frame, faces: 1, explained: true });
  for (const tab of Visage.TABS) await visage.openPanel(tab);
  for (const letter of Visage.LETTERS) await visage.openLesson(letter);
  for (const taken of ["save-picture", "save-numbers", "save-log"]) await visage.download(taken);
}
