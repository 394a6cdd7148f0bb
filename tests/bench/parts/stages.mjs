// The stages of a camera's frame in our page, and how many frames a second it reads.
import { Visage } from "../../browser/pages/visage.mjs";
import { Camera } from "../../browser/support/launch.mjs";
import { spread } from "../../browser/support/measures.mjs";
import { filmOf, frameWith, portraits } from "../../browser/support/pictures.mjs";
import { launch } from "../support/browser.mjs";
import { frameRates } from "../support/frame-rate.mjs";

const FRAMES = 60;
// The first frames compile code and fill caches.
const WARM_UP = 5;
const SECONDS = 10;

const STAGES = {
  "read pixels": (t) => t.read,
  detection: (t) => t.detect,
  "alignment + attributes": (t) => t.attributes,
  "detection + alignment + attributes": (t) => t.detect + t.attributes,
  "Grad-CAM": (t) => t.explain,
};

/** The timings of `FRAMES` analysed frames with heat maps, and the rate of frames without and with them. */
export async function measureStages(server) {
  const [photo] = await portraits();
  const browser = await launch(Camera.playing(await filmOf(await frameWith([photo]))));
  try {
    const visage = await Visage.open(browser, `${server.url}/site/`, { backend: "cpu", explain: "none" });
    await visage.engineReady();
    await visage.startButton.click();
    await visage.nextAnalysis({ faces: 1 });
    const { answered: plain } = await frameRates(visage, SECONDS);
    await visage.explain("age");
    const timings = await framesOf(visage);
    const { answered: explained } = await frameRates(visage, SECONDS);
    const stages = Object.entries(STAGES).map(([name, of]) => ({ name, ms: spread(timings.map(of)) }));
    return { stages, frames: timings.length, framesPerSecond: { plain, explained } };
  } finally {
    await browser.close();
  }
}

async function framesOf(visage) {
  const timings = [];
  let after = -1;
  for (let frame = 0; frame < WARM_UP + FRAMES; frame += 1) {
    const analysis = await visage.nextAnalysis({ after, faces: 1, explained: true });
    after = analysis.frame;
    if (frame >= WARM_UP) timings.push(analysis.timings);
  }
  return timings;
}
