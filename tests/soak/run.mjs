// Leaves the built site on before a camera for so many minutes, and says every minute how it does. Run by `scripts/soak`.
import { presentMemory } from "../bench/support/memory.mjs";
import { Visage } from "../browser/pages/visage.mjs";
import { Camera, launchWithProfile } from "../browser/support/launch.mjs";
import { frameWith, portraits, scratchFolder } from "../browser/support/pictures.mjs";
import { serveSite } from "../browser/support/server.mjs";
import { Failure } from "./failure.mjs";
import { filmOfComingAndGoing } from "./film.mjs";
import { growthAnHour } from "./growth.mjs";
import { spendMinute } from "./visit.mjs";

/** Minutes in which memory may still grow: programs are compiled and caches filled. */
const SETTLING = 5;
/** So many minutes more are needed to say what the growth is, and so many to judge it. */
const LEAST_SAID = 4;
const LEAST_JUDGED = 10;
/** Share of the memory by which it may grow in an hour. */
const MOST_GROWTH = 0.05;
const COLUMNS = ["minute", "frames a second", "memory, MB", "page's process, MB", "WebAssembly, MB", "console errors"];

const line = (cells) => console.log(cells.map((cell, index) => String(cell).padStart(COLUMNS[index].length)).join("  "));
const megabytes = (bytes) => (bytes === undefined ? "unknown" : (bytes / 1e6).toFixed(1));

/** Spends the minutes before the page; returns the memory (bytes) of all processes after each, undefined where it is unknown. */
async function soak(visage, profile, photo, minutes) {
  let errors = 0;
  visage.page.on("console", (message) => (errors += message.type() === "error" ? 1 : 0));
  await visage.engineReady();
  await visage.startButton.click();
  await visage.nextAnalysis({ faces: 1 });
  const memories = [];
  line(COLUMNS);
  for (let minute = 1; minute <= minutes; minute += 1) {
    const rate = await spendMinute(visage, minute, photo);
    const memory = await presentMemory(profile);
    const analysis = await visage.analysis();
    memories.push(memory?.all);
    const sizes = [memory?.all, memory?.page, analysis.memory].map(megabytes);
    line([minute, rate.toFixed(1), ...sizes, errors + visage.uncaught.length]);
  }
  return memories;
}

/** Says how much the memory has grown; throws where that is too much. */
function judge(memories) {
  const settled = memories.slice(SETTLING);
  if (settled.length < LEAST_SAID || settled.includes(undefined)) {
    console.log("Nothing can be said of growth: the time was too short, or this system does not tell a program's memory.");
    return;
  }
  const growth = growthAnHour(settled);
  const percent = (100 * growth).toFixed(1);
  const said = `memory grows by ${percent} % an hour, as ${settled.length} minutes after the first ${SETTLING} say`;
  if (settled.length < LEAST_JUDGED) console.log(`Too short to be judged: ${said}.`);
  else if (growth > MOST_GROWTH) throw new Failure(`Too much: ${said}; ${100 * MOST_GROWTH} % are allowed.`);
  else console.log(`As it should be: ${said}.`);
}

async function main() {
  const minutes = Number(process.argv[2]);
  if (!Number.isInteger(minutes) || minutes < 1) throw new Failure("tests/soak/run.mjs takes a number of minutes.");
  const photos = await portraits();
  const [film, photo] = await Promise.all([filmOfComingAndGoing(photos), frameWith(photos.slice(0, 1))]);
  const profile = await scratchFolder();
  const site = await serveSite();
  const context = await launchWithProfile(profile, { camera: Camera.playing(film) });
  try {
    const [empty] = context.pages();
    const visage = await Visage.openIn(context, site.url);
    await empty?.close();
    judge(await soak(visage, profile, photo, minutes));
  } finally {
    await context.close();
    await site.close();
  }
}

try {
  await main();
} catch (error) {
  if (error instanceof Failure) console.error(error.message);
  else console.error(error.name === "TimeoutError" ? `The page does not do in time what it should: ${error.message}` : error);
  process.exitCode = 1;
}
