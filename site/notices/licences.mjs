// Which licence of a package is made use of, and the text that has to go with it.
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import parseExpression from "spdx-expression-parse";
import { parse as parseToml } from "smol-toml";

const require = createRequire(import.meta.url);

// Of several licences the first of these, as they ask for the least; then whichever is accepted.
const PREFERRED = ["MIT", "Apache-2.0"];

const LICENCE_FILE = /^(un)?licen[cs]e|^(copying|notice)/i;
// What has to be passed on whichever licence is chosen.
const NOTICE_FILE = /^notice|third-party/i;

// The share of a standard text that a file must hold to count as it. The right one lacks some names, another licence's has far less.
const FITTING = 0.8;

/** The licences that `deny`, the text of deny.toml, accepts: a function from a package's name to a set of their identifiers. */
export function acceptance(deny) {
  const { allow, exceptions = [] } = parseToml(deny).licenses;
  return (name) => new Set([...allow, ...exceptions.filter((exception) => exception.crate === name).flatMap(({ allow }) => allow)]);
}

/**
 * The licences that a package is used under: one of those that it offers, or several where all of them hold.
 *
 * @param {{name: string, version: string, license: string | null, folder: string}} used
 * @param {(name: string) => Set<string>} accepted
 * @returns {Promise<{name: string, text: string}[]>}
 */
export async function licencesOf(used, accepted) {
  const ids = chosen(expressionOf(used), accepted(used.name));
  if (!ids) {
    throw new Error(
      `${used.name} ${used.version} is under "${used.license}", which deny.toml does not accept. Do without it, or accept its licence there.`,
    );
  }
  const files = await licenceFiles(used.folder);
  return ids.map((id) => ({ name: nameOf(id), text: textOf(id, files, used) }));
}

function expressionOf({ name, version, license }) {
  try {
    // Older manifests write "MIT/Apache-2.0".
    return parseExpression(license.replaceAll("/", " OR "));
  } catch {
    throw new Error(`${name} ${version} states no licence that can be read in its Cargo.toml: "${license ?? ""}". Do without it.`);
  }
}

/** The identifiers that fulfil an expression, or nothing where it takes one that is not accepted. */
function chosen(expression, accepted) {
  if (!expression.conjunction) {
    const id = `${expression.license}${expression.plus ? "+" : ""}${expression.exception ? ` WITH ${expression.exception}` : ""}`;
    return accepted.has(id) ? [id] : undefined;
  }
  const sides = [chosen(expression.left, accepted), chosen(expression.right, accepted)];
  if (expression.conjunction === "and") return sides.every(Boolean) ? [...new Set(sides.flat())] : undefined;
  return sides.filter(Boolean).sort((a, b) => rank(a) - rank(b))[0];
}

const rank = (ids) => Math.max(...ids.map((id) => (PREFERRED.includes(id) ? PREFERRED.indexOf(id) : PREFERRED.length)));

async function licenceFiles(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => !entry.isDirectory() && LICENCE_FILE.test(entry.name)).map(({ name }) => name);
  return Promise.all(names.sort().map(async (name) => ({ name, text: await readFile(path.join(folder, name), "utf8") })));
}

/** The package's own text of a licence with its further notices, or the standard text where it has none. */
function textOf(id, files, { name, version }) {
  const standard = standardOf(id);
  const own = files.filter(({ text }) => share(standard.licenseText, text) >= FITTING);
  if (own.length === 0 && id.includes(" WITH ")) {
    throw new Error(`${name} ${version} is under "${id}", whose text is not beside its Cargo.toml, and there is no standard one.`);
  }
  const main = own.length > 0 ? own.map(({ text }) => text) : [standard.licenseText];
  const notices = files.filter(({ name }) => NOTICE_FILE.test(name)).map(({ text }) => text);
  const different = new Map([...main, ...notices].map((text) => [sameText(text), tidy(text)]));
  return [...different.values()].join("\n\n");
}

// "Apache-2.0 WITH LLVM-exception" is the licence and more.
const standardOf = (id) => require(`spdx-license-list/licenses/${id.split(" ")[0]}.json`);
const nameOf = (id) => [standardOf(id).name, ...id.split(" ").slice(2)].join(" with ");

/** What two texts have in common that differ in their line ends and margins only. */
export const sameText = (text) => text.replace(/\s+/g, " ").trim();

// The first line keeps its margin, as headings are in the middle.
const tidy = (text) => text.replaceAll("\r\n", "\n").replace(/^(\s*\n)+|\s+$/g, "");

/** The share of `standard`'s runs of three words that are in `text`: Broder, "On the resemblance and containment of documents", 1997. */
function share(standard, text) {
  const wanted = runs(standard);
  const there = runs(text);
  return [...wanted].filter((run) => there.has(run)).length / wanted.size;
}

function runs(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(2).map((_, start) => words.slice(start, start + 3).join(" ")));
}
