// What the command line asks for.
import path from "node:path";
import { parseArgs } from "node:util";

export const USAGE = `npm run bench -- [--rounds N] [--visitors N] [--minutes N] [--before DIR] [--faces DIR [--count N]]
                 [--profile NAME] [--trial]

  --rounds N      rounds of the comparison (24)
  --visitors N    visitors that each program's start is measured with (3)
  --minutes N     minutes that the camera is on before its page's memory is read (5)
  --before DIR    another built site, such as the one before a change: compares frames a second with it
  --faces DIR     images of UTKFace, as files or in .tar files: measures how good the programs are, too
  --count N       how many of them (300)
  --profile NAME  how the site was built, for the report (site)
  --trial         writes nothing but tests/artifacts/bench.json`;

// npm runs a program in the folder of its package, and says where it was called.
const CALLED_IN = process.env.INIT_CWD ?? process.cwd();

export function options() {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "24" },
      visitors: { type: "string", default: "3" },
      minutes: { type: "string", default: "5" },
      before: { type: "string" },
      faces: { type: "string" },
      count: { type: "string", default: "300" },
      profile: { type: "string", default: "site" },
      trial: { type: "boolean", default: false },
    },
  });
  const whole = (name) => {
    const number = Number(values[name]);
    const isWhole = Number.isInteger(number) && number > 0;
    if (!isWhole) throw new Error(`--${name} takes a whole number above zero, not "${values[name]}".`);
    return [name, number];
  };
  const folder = (name) => [name, values[name] && path.resolve(CALLED_IN, values[name])];
  return {
    ...values,
    ...Object.fromEntries(["rounds", "visitors", "minutes", "count"].map(whole)),
    ...Object.fromEntries(["before", "faces"].map(folder)),
  };
}
