// What the programs of the benchmark have in common as commands.
import { USAGE } from "./options.mjs";

export function say(text) {
  console.log(`\x1b[1m${text}\x1b[0m`);
}

/** Runs a command's `main`; an error ends it with a text and a status. */
export async function command(main) {
  try {
    await main();
  } catch (error) {
    console.error(error.code?.startsWith("ERR_PARSE_ARGS") ? `${error.message}\n\n${USAGE}` : error);
    process.exitCode = 1;
  }
}
