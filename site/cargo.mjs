// What Cargo.toml says of the package, the one home of its name and version.
import { readFile } from "node:fs/promises";

const CARGO = new URL("../Cargo.toml", import.meta.url);

/** A field of the package, by its name. */
export async function packageField(name) {
  const text = await readFile(CARGO, "utf8");
  const [, value] = text.match(new RegExp(`^${name} = "(.*)"$`, "m")) ?? [];
  if (!value) throw new Error(`Cargo.toml says nothing of the package's ${name}.`);
  return value;
}
