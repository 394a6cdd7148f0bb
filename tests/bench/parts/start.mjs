// From the navigation to the first estimate, as a new visitor and as one who comes again; what is loaded, and how much memory.
import { STARTS, address } from "../contenders.mjs";
import { spread } from "../../browser/support/measures.mjs";
import { peakRendererMemory } from "../support/memory.mjs";
import { withVisitor } from "../support/browser.mjs";
import { sizesOf } from "../support/sizes.mjs";

/** Pictures that are read before memory is looked at. */
const READINGS = 10;
const PATIENCE = { timeout: 180_000 };

/**
 * @param {Awaited<ReturnType<import("../support/server.mjs").serve>>} server
 * @param {string} picture path
 * @param {number} visitors how many of them each contender gets
 */
export async function measureStarts(server, picture, visitors) {
  const results = STARTS.map((contender) => ({ contender, cold: [], warm: [], memory: [], files: [] }));
  for (let visitor = 0; visitor < visitors; visitor += 1) {
    for (const result of results) await visit(server, picture, result);
  }
  const ours = results[0];
  const rows = [];
  for (const { contender, cold, warm, memory, files } of results) {
    const ratio = (times, reference) => spread(times).median / spread(reference).median;
    rows.push({
      name: contender.name,
      cold: { ms: spread(cold), ratio: ratio(cold, ours.cold) },
      warm: { ms: spread(warm), ratio: ratio(warm, ours.warm) },
      memory: memory.length === visitors ? { bytes: spread(memory), ratio: ratio(memory, ours.memory) } : null,
      sizes: await sizesOf(files),
      files: files.length,
    });
  }
  return rows;
}

/** One visitor comes three times: new, again (so that the browser can keep compiled code), and again. */
async function visit(server, picture, result) {
  const { contender, cold, warm, memory } = result;
  const target = contender.site
    ? [`${server.url}/site/?backend=cpu&debug=1`, { content: `(${choosePicture})(${JSON.stringify(picture)})` }]
    : [address(server, contender, { photo: picture }), null];
  await withVisitor(async ({ profile, open }) => {
    server.takeServed();
    cold.push(
      await open(...target, async (page) => {
        const ms = await firstEstimate(page);
        // Our page goes on loading what it needs to open without a network.
        await server.quiet();
        return ms;
      }),
    );
    result.files = server.takeServed();
    await open(...target, async (page) => {
      await firstEstimate(page);
      if (!contender.site) await page.evaluate((times) => window.bench.read(0, times), READINGS);
      const peak = await peakRendererMemory(profile);
      if (peak !== null) memory.push(peak);
    });
    warm.push(await open(...target, firstEstimate));
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
  async function choose(input) {
    isChosen = true;
    const file = new File([await (await fetch(address)).blob()], "face.png", { type: "image/png" });
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
