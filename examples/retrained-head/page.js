import { Visage } from "visage";

const [heads, photo, said] = ["heads", "photo", "said"].map((id) => document.getElementById(id));
const visage = await Visage.load();

/** Does something with a file, and says what goes wrong. */
const withFile = (input, act) => {
  input.onchange = async () => {
    try {
      said.textContent = await act(input.files[0]);
    } catch (error) {
      said.textContent = error.message;
    }
  };
};

withFile(heads, async (file) => {
  await visage.use(JSON.parse(await file.text()));
  return "Now open a photo.";
});

withFile(photo, async (file) => {
  const [face] = (await visage.analyze(file)).faces;
  if (!face) return "No face was found.";
  const answers = Object.entries(face.taught ?? {}).map(
    ([name, { label, probability }]) => `${name}: ${label}, ${Math.round(100 * probability)} %`,
  );
  if (answers.length === 0) return "Nothing was taught yet.";
  return answers.join("; ") + (face.isUnlikeExamples ? " (but the face is unlike all examples)" : "");
});
