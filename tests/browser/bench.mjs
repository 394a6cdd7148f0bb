// Prints how long the stages of a frame with one face take on the CPU in headless Chromium. Asserts nothing.
import os from "node:os";
import { Visage } from "./pages/visage.mjs";
import { Camera, launch } from "./support/launch.mjs";
import { spread } from "./support/measures.mjs";
import { filmOf, frameWith, portraits } from "./support/pictures.mjs";
import { serveSite } from "./support/server.mjs";

const FRAMES = 60;
// The first frames compile code and fill caches.
const WARM_UP = 5;

const STAGES = {
  "read pixels": (t) => t.read,
  detection: (t) => t.detect,
  "alignment + attributes": (t) => t.attributes,
  "detection + alignment + attributes": (t) => t.detect + t.attributes,
  "Grad-CAM": (t) => t.explain,
};

/** The timings of `FRAMES` analysed frames, after the warm-up. */
async function measure(visage) {
  const timings = [];
  let after = -1;
  for (let frame = 0; frame < WARM_UP + FRAMES; frame += 1) {
    const analysis = await visage.nextAnalysis({ after, faces: 1, explained: true });
    after = analysis.frame;
    if (frame >= WARM_UP) timings.push(analysis.timings);
  }
  return timings;
}

// On a busy machine the figures say little.
const [load] = os.loadavg();
const site = await serveSite();
const [photo] = await portraits();
const browser = await launch({ camera: Camera.playing(await filmOf(await frameWith([photo]))) });
try {
  const visage = await Visage.open(browser, site.url, { backend: "cpu" });
  await visage.engineReady();
  await visage.startButton.click();
  await visage.nextAnalysis({ faces: 1 });
  await visage.explain("age");
  const timings = await measure(visage);

  console.log(`One face, 640 x 480, CPU, ${timings.length} frames, Chromium ${browser.version()}`);
  console.log(`${os.cpus().length} x ${os.cpus()[0]?.model}, load ${load.toFixed(1)} at the start`);
  console.log("milliseconds".padEnd(36) + ["median", "middle half", "least", "most"].map((head) => head.padStart(14)).join(""));
  for (const [stage, of] of Object.entries(STAGES)) {
    const { least, lowerQuartile, median, upperQuartile, most } = spread(timings.map(of));
    const cells = [median.toFixed(1), `${lowerQuartile.toFixed(1)} - ${upperQuartile.toFixed(1)}`, least.toFixed(1), most.toFixed(1)];
    console.log(stage.padEnd(36) + cells.map((cell) => cell.padStart(14)).join(""));
  }
} finally {
  await browser.close();
  await site.close();
}
