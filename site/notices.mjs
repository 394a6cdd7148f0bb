// Writes the page of notices: whose work the site is made of, and under which licences. Trunk runs it before each build.
//
//   node site/notices.mjs [--out target/notices.html]
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runAsCommand } from "./command.mjs";
import { acceptance, licencesOf, sameText } from "./notices/licences.mjs";
import { shippedPackages } from "./notices/packages.mjs";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const { compare } = new Intl.Collator("en", { numeric: true });

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const escaped = (text) => text.replace(/[&<>]/g, (character) => ESCAPES[character]);

/**
 * The page with all packages, those under the same text together.
 *
 * @param {{package: string, licences: {name: string, text: string}[]}[]} used
 */
export async function noticesPage(used) {
  const groups = grouped(used);
  const parts = { overview: overview(groups).join("\n"), packages: groups.map(article).join("\n") };
  const template = await readFile(new URL("notices/page.html", import.meta.url), "utf8");
  return template.replace(/<!-- (overview|packages) -->/g, (_, part) => parts[part].trimStart());
}

function grouped(used) {
  const groups = new Map();
  for (const { package: member, licences } of [...used].sort((a, b) => compare(a.package, b.package))) {
    for (const { name, text } of licences) {
      const key = `${name}\n${sameText(text)}`;
      if (!groups.has(key)) groups.set(key, { name, text, members: [] });
      groups.get(key).members.push(member);
    }
  }
  return [...groups.values()].sort((a, b) => compare(a.name, b.name) || compare(a.members[0], b.members[0]));
}

/** How many packages are under each licence, the most frequent first. */
function overview(groups) {
  const counts = new Map();
  for (const { name, members } of groups) counts.set(name, (counts.get(name) ?? 0) + members.length);
  const lines = [...counts].sort((a, b) => b[1] - a[1]);
  return lines.map(([name, count]) => `              <li>${escaped(name)}: ${count}</li>`);
}

function article({ name, text, members }) {
  return `        <article>
          <h3>${escaped(name)}</h3>
          <ul class="crates">
${members.map((member) => `            <li>${escaped(member)}</li>`).join("\n")}
          </ul>
          <details>
            <summary>The licence's text</summary>
            <pre>${escaped(text)}</pre>
          </details>
        </article>`;
}

async function main() {
  const { values } = parseArgs({ options: { out: { type: "string", default: path.join(PROJECT, "target", "notices.html") } } });
  const accepted = acceptance(await readFile(path.join(PROJECT, "deny.toml"), "utf8"));
  const used = (await shippedPackages()).map(async (each) => ({
    package: `${each.name} ${each.version}`,
    licences: await licencesOf(each, accepted),
  }));
  const page = await noticesPage(await Promise.all(used));
  if (page === (await readFile(values.out, "utf8").catch(() => null))) return;
  await mkdir(path.dirname(values.out), { recursive: true });
  await writeFile(values.out, page);
  console.log(`${values.out}: the notices of ${used.length} packages`);
}

await runAsCommand(import.meta.url, main);
