// The places in the project's README that the benchmark writes.

const END = "<!-- until here -->";

/** The README's `text` with `content` between the line `mark` and the next end. Throws where these are not there. */
export function replaced(text, mark, content) {
  const begin = text.indexOf(mark);
  const end = text.indexOf(END, begin);
  if (begin < 0 || end < 0) throw new Error(`README.md has no place for the figures, between "${mark}" and "${END}".`);
  return `${text.slice(0, begin + mark.length)}\n${content}\n${text.slice(end)}`;
}
