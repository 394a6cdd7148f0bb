// From the navigation to the first estimate, as a new visitor and as one who comes again; what is loaded, and how much memory.
import { PAIRS, STARTS, VISAGE, address } from "../contenders.mjs";
import { withVisitor } from "../support/browser.mjs";
import { peakRendererMemory } from "../support/memory.mjs";
import { comparison, inTurn } from "../support/rounds.mjs";
import { sizesOf } from "../support/sizes.mjs";

/** What is noted of a visitor; the report has names for it. */
const FIGURES = ["cold", "warm", "memory"];
/** Pictures that are read before memory is looked at. */
const READINGS = 10;
const PATIENCE = { timeout: 180_000 };

/**
 * @param {Awaited<ReturnType<import("../support/server.mjs").serve>>} server
 * @param {string} picture path
 * @param {number} visitors how many of them each contender gets
 * @returns `rows`, each contender beside ours, and `pairs`, those that are set against each other besides
 */
export async function measureStarts(server, picture, visitors) {
  const visits = await inTurn(STARTS, { rounds: visitors }, (contender) => visit(server, picture, contender));
  const rows = [];
  for (const contender of STARTS) {
    const { files } = visits.get(contender).at(-1);
    const figures = compared(visits.get(contender), visits.get(VISAGE), FIGURES);
    rows.push({ name: contender.name, ...figures, sizes: await sizesOf(files), files: files.length });
  }
  const pairs = PAIRS.map(({ ours, other, figures }) => ({
    ours: ours.name,
    other: other.name,
    figures: compared(visits.get(ours), visits.get(other), figures),
  }));
  return { visitors, rows, pairs };
}

/** The figures of two contenders' visits: each as `comparison` has it, or null where it could not be measured. */
function compared(own, other, figures) {
  const of = (figure) => {
    const [ours, theirs] = [own, other].map((visits) => visits.map((visit) => visit[figure]));
    return [...ours, ...theirs].includes(null) ? null : comparison(ours, theirs);
  };
  return Object.fromEntries(figures.map((figure) => [figure, of(figure)]));
}

/** One visitor comes three times: new, again (so that the browser can keep compiled code), and again. */
async function visit(server, picture, contender) {
  const target = contender.site
    ? [`${server.url}/site/?backend=cpu&debug=1`, { content: `(${choosePicture})(${JSON.stringify(picture)})` }]
    : [address(server, contender, { photo: picture }), null];
  return withVisitor(async ({ profile, open }) => {
    server.takeServed();
    const cold = await open(...target, async (page) => {
      const ms = await firstEstimate(page);
      // Our page goes on loading what it needs to open without a network.
      await server.quiet();
      return ms;
    });
    const files = server.takeServed();
    const memory = await open(...target, async (page) => {
      await firstEstimate(page);
      if (!contender.site) await page.evaluate((times) => window.bench.read(0, times), READINGS);
      return peakRendererMemory(profile);
    });
    return { cold, warm: await open(...target, firstEstimate), memory, files };
  });
}

/** Milliseconds from the navigation to the first estimate. */
async function firstEstimate(page) {
  const found = await page.waitForFunction(() => window.firstEstimate, null, PATIENCE);
  const { ms, faces } = await found.jsonValue();
  if (faces !== 1) throw new Error(`${page.url()} finds ${faces} faces in a picture that shows one`);
  return ms;
}

// Runs in our page before its own program: hands over the picture as soon as the page takes one, and notes the first analysis.
function choosePicture(address) {
  let isChosen = false;
  // A visitor has it already; the other programs ask for it as early.
  const loaded = fetch(address).then((response) => response.blob());
  async function choose(input) {
    isChosen = true;
    const file = new File([await loaded], "face.png", { type: "image/png" });
    const transfer = new DataTransfer();
    transfer.items.add(file);
    input.files = transfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
  new MutationObserver(() => {
    const input = document.querySelector("[data-testid=photo-input]");
    if (input && !isChosen) choose(input);
    const analysis = document.querySelector("[data-testid=overlay]")?.dataset.analysis;
    if (!analysis || window.firstEstimate) return;
    window.firstEstimate = { ms: performance.now(), faces: JSON.parse(analysis).faces.length };
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-analysis"] });
}
