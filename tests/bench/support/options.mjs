// What the command line asks for.
import { parseArgs } from "node:util";

export const USAGE = `npm run bench -- [--rounds N] [--visitors N] [--faces DIR [--count N]] [--profile NAME]

  --rounds N      rounds of the comparison (24)
  --visitors N    visitors that each program's start is measured with (3)
  --faces DIR     images of UTKFace, as files or in .tar files: measures how good the programs are, too
  --count N       how many of them (300)
  --profile NAME  how the site was built, for the report (site)
  --trial         writes nothing but tests/artifacts/bench.json`;

export function options() {
  const { values } = parseArgs({
    options: {
      rounds: { type: "string", default: "24" },
      visitors: { type: "string", default: "3" },
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
    return number;
  };
  return { ...values, rounds: whole("rounds"), visitors: whole("visitors"), count: whole("count") };
}
