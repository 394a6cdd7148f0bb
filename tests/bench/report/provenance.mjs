// What is known of the images that the networks were trained on.

/** In `TUTORIAL.md` of the package `@vladmandic/face-api`, under "Age and Gender Recognition Model". */
const FACE_API =
  "face-api's documentation names UTK first among the eight databases that its network for age and gender was trained and tested on, " +
  "80 and 20 per cent of each";

/** In sentences, for whoever reads the figures. */
export const PROVENANCE =
  `Visage was trained on other images of both sets, which helps it here. ${FACE_API}; Human's package does not say what its ` +
  "network was trained on. What theirs were trained on may include these very images.";
