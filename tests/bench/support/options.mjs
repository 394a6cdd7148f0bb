// What the command line asks for.
import path from "node:path";
import { parseArgs } from "node:util";

export const USAGE = `npm run bench -- [--rounds N] [--visitors N] [--minutes N] [--before DIR] [--profile NAME] [--trial]
npm run faces -- --faces DIR [--count N] [--trial]

How quick, large and greedy the programs are:

  --rounds N      rounds of the comparison (24)
  --visitors N    visitors that each program's start is measured with (3)
  --minutes N     minutes that the camera is on before its page's memory is read (5)
  --before DIR    another built site, such as the one before a change: compares frames a second with it
  --profile NAME  how the site was built, for the report (site)
  --trial         writes nothing but tests/artifacts/bench.json

How good they are:

  --faces DIR     folder with utkface/ and fairface/: images as files or in .tar files, FairFace's with fairface_label_train.csv
  --count N       how many faces of each set (600)
  --trial         writes nothing but tests/artifacts/faces.json`;

// npm runs a program in the folder of its package, and says where it was called.
const CALLED_IN = process.env.INIT_CWD ?? process.cwd();

/** For how quick, large and greedy the programs are. */
export function programOptions() {
  const values = parsed({
    rounds: { type: "string", default: "24" },
    visitors: { type: "string", default: "3" },
    minutes: { type: "string", default: "5" },
    before: { type: "string" },
    profile: { type: "string", default: "site" },
    trial: { type: "boolean", default: false },
  });
  return {
    ...values,
    ...Object.fromEntries(["rounds", "visitors", "minutes"].map((name) => [name, whole(name, values[name])])),
    before: values.before && path.resolve(CALLED_IN, values.before),
  };
}

/** For how good they are. */
export function faceOptions() {
  const { faces, count, trial } = parsed({
    faces: { type: "string" },
    count: { type: "string", default: "600" },
    trial: { type: "boolean", default: false },
  });
  if (!faces) throw new Error("--faces takes the folder with utkface/ and fairface/.");
  return { faces: path.resolve(CALLED_IN, faces), count: whole("count", count), trial };
}

const parsed = (options) => parseArgs({ options }).values;

function whole(name, text) {
  const number = Number(text);
  const isWhole = Number.isInteger(number) && number > 0;
  if (!isWhole) throw new Error(`--${name} takes a whole number above zero, not "${text}".`);
  return number;
}
