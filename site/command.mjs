// Programs that others import, and that run when Node is given their file.
import { fileURLToPath } from "node:url";

/** Runs `main` if the module at `url` is what Node was asked to run; an error ends it with its sentence and a status. */
export async function runAsCommand(url, main) {
  if (process.argv[1] !== fileURLToPath(url)) return;
  try {
    await main();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
