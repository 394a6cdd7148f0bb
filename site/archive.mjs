// Writes the archive for a USB stick: the finished site with what serves it on a computer without a network.
//
//   node site/archive.mjs --version 0.1.0 [--site dist] [--out target/release-archive]
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { zipSync } from "fflate";
import { COMPRESSED } from "./compress.mjs";
import { filesBelow } from "./files.mjs";
import { SERVICE_WORKER } from "./service-worker.mjs";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const USB = fileURLToPath(new URL("usb", import.meta.url));

// Archives hold local times: the same date in every zone, and no clock, so that the same files give the same archive.
const DATE = new Date(1980, 0, 1, 12);
const UNIX = 3;
const MODES = { file: 0o100644, program: 0o100755 };

/** The archive of the site in the folder `site`, as bytes; everything in it lies in one folder, `name`. */
export async function archiveOf(site, name) {
  if (!existsSync(path.join(site, SERVICE_WORKER))) throw new Error(`The site in ${site} is not packaged. Run scripts/build.`);
  const entries = {};
  const add = (file, contents, mode) => {
    // Weights and pictures hardly shrink; everything else does.
    const level = /\.(bpk|jpg|png|webp)$/.test(file) ? 0 : 9;
    entries[`${name}/${file}`] = [contents, { level, mtime: DATE, os: UNIX, attrs: mode << 16 }];
  };
  for (const file of await filesBelow(USB)) {
    add(file, await launcher(file), file.endsWith(".sh") ? MODES.program : MODES.file);
  }
  // The servers on the stick hand out files as they are.
  for (const file of (await filesBelow(site)).filter((file) => !COMPRESSED.test(file))) {
    add(`site/${file}`, await readFile(path.join(site, file)), MODES.file);
  }
  return zipSync(entries);
}

// Windows reads batch files and texts with its own line ends.
async function launcher(file) {
  const text = await readFile(path.join(USB, file), "utf8");
  return Buffer.from(/\.(cmd|txt)$/.test(file) ? text.replaceAll("\n", "\r\n") : text);
}

async function main() {
  const { values } = parseArgs({
    options: {
      version: { type: "string" },
      site: { type: "string", default: path.join(PROJECT, "dist") },
      out: { type: "string", default: path.join(PROJECT, "target", "release-archive") },
    },
  });
  if (!values.version) throw new Error("--version is missing");
  const name = `visage-${values.version}`;
  const archive = await archiveOf(values.site, name);
  const sum = createHash("sha256").update(archive).digest("hex");
  await mkdir(values.out, { recursive: true });
  await writeFile(path.join(values.out, `${name}.zip`), archive);
  await writeFile(path.join(values.out, `${name}.zip.sha256`), `${sum}  ${name}.zip\n`);
  console.log(`${path.relative(process.cwd(), path.join(values.out, name))}.zip: ${archive.length} bytes, sha256 ${sum}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
