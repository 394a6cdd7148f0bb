// The documentation of the module as a page: the text of module/docs.md, and all types of module/index.d.ts with what is said of them.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { marked } from "marked";
import ts from "typescript";

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text) => text.replace(/[&<>"]/g, (character) => ESCAPES[character]);
const anchor = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");

/**
 * The page.
 *
 * @param {string} module the folder with `docs.md` and the types
 * @param {string} version of the module
 */
export async function docsPage(module, version) {
  const read = (name) => readFile(path.join(module, name), "utf8");
  const [text, types, view] = await Promise.all(["docs.md", "index.d.ts", "view.d.ts"].map(read));
  const body = withAnchors(await marked.parse(text.replaceAll("VERSION", version)));
  const reference = [...declarations(types), ...declarations(view)].map(described).join("\n");
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="description" content="How to use Visage in a page of your own: a module with types, recipes, and what to serve." />
    <title>Visage in your own page</title>
    <link rel="icon" href="../icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="../tokens.css" />
    <link rel="stylesheet" href="../base.css" />
    <link rel="stylesheet" href="../docs.css" />
  </head>
  <body class="docs">
    <header>
      <p><a href="../">Visage</a></p>
    </header>
    ${contents(`${body}<h2>Reference</h2>`)}
    <main>
      ${body}
      <section class="reference">
        <h2 id="reference">Reference</h2>
        ${reference}
      </section>
    </main>
  </body>
</html>
`;
}

function withAnchors(html) {
  return (
    html
      .replace(/<h([23])>(.*?)<\/h\1>/g, (_, level, title) => `<h${level} id="${anchor(title)}">${title}</h${level}>`)
      // What is wider than the page is scrolled, with the keyboard as well.
      .replaceAll("<pre>", '<pre tabindex="0">')
  );
}

function contents(html) {
  const titles = [...html.matchAll(/<h2.*?>(.*?)<\/h2>/g)].map(([, title]) => title);
  const links = titles.map((title) => `<li><a href="#${anchor(title)}">${title}</a></li>`).join("");
  return `<nav aria-label="Contents"><ul>${links}</ul></nav>`;
}

/** Everything that a file of types exports, in its order: name, what is said of it, its text, and its members. */
export function declarations(text) {
  const source = ts.createSourceFile("index.d.ts", text, ts.ScriptTarget.Latest, true);
  const isExported = (node) => node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  return source.statements.filter(isExported).map((node) => {
    const named = ts.isVariableStatement(node) ? node.declarationList.declarations[0] : node;
    const members = (node.members ?? []).filter((member) => !isPrivate(member));
    return {
      name: named.name.getText(source),
      said: comment(node),
      code: members.length > 0 ? head(node, source) : node.getText(source).replace(/^export (declare )?/, ""),
      members: members.map((member) => ({ said: comment(member), code: member.getText(source) })),
    };
  });
}

const isPrivate = (member) => ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private;

function comment(node) {
  const said = ts.getJSDocCommentsAndTags(node).map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? "");
  return said
    .join(" ")
    .replace(/\{@link ([^}]+)\}/g, "`$1`")
    .trim();
}

function head(node, source) {
  const end = node.members.pos - 1;
  return source.text
    .slice(node.getStart(source), end)
    .replace(/^export (declare )?/, "")
    .trim();
}

function described({ name, said, code, members }) {
  const inline = (text) => (text ? marked.parseInline(text) : "");
  const rows = members.map(({ said, code }) => `<dt><code>${escaped(code)}</code></dt><dd>${inline(said)}</dd>`).join("");
  return `<section>
  <h3 id="type-${anchor(name)}"><code>${escaped(name)}</code></h3>
  <p>${inline(said)}</p>
  <pre tabindex="0"><code>${escaped(code)}</code></pre>
  ${rows ? `<dl>${rows}</dl>` : ""}
</section>`;
}
