// How good the programs are, as a page in Markdown.
import { FACE_SHARE, FRAME_WIDTH } from "../support/pictures.mjs";
import { FIGURES } from "./figures.mjs";
import { differenceText, withInterval } from "./numbers.mjs";
import { PROVENANCE } from "./provenance.mjs";
import { table } from "./table.mjs";

/** @param results what `faces.mjs` writes to `faces.json` */
export function facesMarkdown(results) {
  const sections = [
    "# How good the programs are",
    `Written by \`scripts/bench --faces DIR --count ${results.count}\`; not to be edited. \`faces.json\` has the same figures.`,
    conditions(results),
    method(results),
    ...results.sets.map(tables),
    reservations(),
  ];
  return `${sections.join("\n\n")}\n`;
}

function conditions({ date, site, versions: { chromium, node, packages } }) {
  const lines = [
    `${date}; Chromium ${chromium} without a window, Node ${node}`,
    `Visage's site ${site.release}, weights ${site.weightsHash.slice(0, 12)}`,
    `Human ${packages["@vladmandic/human"]}, face-api ${packages["@vladmandic/face-api"]}, TensorFlow.js' WebAssembly backend ` +
      packages["@tensorflow/tfjs-backend-wasm"],
  ];
  return lines.map((line) => `- ${line}`).join("\n");
}

function method({ sets }) {
  const row = ({ title, keptOut, twins, faces, readByAll }) => [title, keptOut, twins, faces, readByAll];
  return [
    "## Method",
    "The faces are those of UTKFace and FairFace that were kept out of Visage's training (`assets/split.csv`). Of these the ones are " +
      "passed over whose twin, the same picture scaled, cut or compressed otherwise, was trained on (`assets/twins.csv`). The others " +
      "are taken in the order of the SHA-256 hashes of their names.",
    table(["Set", "Kept out", "Passed over for a twin", "Measured", "Read by all programs"], sets.map(row)),
    `Each image lies before a grey wall, as a picture of ${FRAME_WIDTH} pixels a side of which it takes ${100 * FACE_SHARE} %: the ` +
      "same picture for all programs, in the same browser. They are set up as for their times: on the CPU, Human with BlazeFace and " +
      "its network for age, gender and a face descriptor, face-api with its tiny detector at 256 pixels and its network for age and " +
      "gender. Where a program finds several faces, its first or largest counts.",
    "A program *reads* a face if it finds one and gives an age. *Error of the age* is the mean of the absolute differences from the " +
      "labelled ages; *gender right* is the share of faces of which a program says the labelled gender; to say none is wrong, too. In " +
      "brackets are intervals of 95 %: of shares Wilson's, of errors and differences the normal one.",
    "Programs can be compared on the faces that all of them read. There the difference from Visage is taken face by face, so that a " +
      "face that is hard for all tells for none; of shares it is in percentage points. A higher error and a lower share are worse than " +
      "Visage's. Differences are bold where their interval excludes 0.",
  ].join("\n\n");
}

function tables({ title, readByAll, programs }) {
  const figures = Object.keys(programs[0].own);
  const compared = ({ name, common }) => [name, ...figures.flatMap((figure) => cells(figure, common[figure]))];
  const alone = ({ name, read, own }) => [name, read, ...figures.map((figure) => withInterval(own[figure], FIGURES[figure].format))];
  const titles = figures.map((figure) => FIGURES[figure].title.replace(/^./, (first) => first.toUpperCase()));
  return [
    `## ${title}`,
    `On the ${readByAll} faces that all programs read:`,
    table(["Program", ...titles.flatMap((title) => [title, "Difference from Visage"])], programs.map(compared)),
    "Each on the faces that it reads, which are others for each:",
    table(["Program", "Read", ...titles], programs.map(alone)),
  ].join("\n\n");
}

function cells(figure, measured) {
  const { format } = FIGURES[figure];
  return [withInterval(measured, format), measured.difference ? differenceText(measured.difference, format) : ""];
}

function reservations() {
  return [
    "## What this does not show",
    `- How the programs do on images that none was trained on. ${PROVENANCE}\n` +
      "- That the networks are independent: Human's is based on HSE-FaceRes, as its source says, and Visage was taught by networks " +
      "that come from there, too (`MODEL_CARD.md`).\n" +
      "- What else the programs can do. All run with a quick detector, at one setting; face-api and Human offer others, which may " +
      "find more faces or cut them out otherwise.\n" +
      "- All faces alike. Those that some program overlooks are not compared, and may be harder or of other ages.\n" +
      "- Photos and cameras as they are: the images of both sets are cut around a face.\n" +
      "- The truth. Labels are what annotators saw, some ages are estimates themselves, and the gender of small children is a guess.\n" +
      "- For whom the programs are wrong: `MODEL_CARD.md` says it of Visage.\n" +
      "- Chance beyond the choice of faces. Each interval stands for itself: of twenty differences that are none, about one would be bold.",
  ].join("\n\n");
}
