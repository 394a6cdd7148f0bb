// Frames a second on a camera with a heat map, in our page and in that of another built site.
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Visage } from "../../browser/pages/visage.mjs";
import { Camera } from "../../browser/support/launch.mjs";
import { spread } from "../../browser/support/measures.mjs";
import { SITE } from "../../browser/support/paths.mjs";
import { filmOf, frameWith, portraits } from "../../browser/support/pictures.mjs";
import { launch } from "../support/browser.mjs";
import { frameRates } from "../support/frame-rate.mjs";
import { comparison, inTurn } from "../support/rounds.mjs";
import { releaseFolder } from "../support/site.mjs";

const ROUNDS = 5;
const SECONDS = 15;
/** The first seconds compile code and fill caches. */
const WARM_UP_MS = 3000;

/**
 * @param {Awaited<ReturnType<import("../support/server.mjs").serve>>} server has our site at `/site/`, the other at `/before/`
 * @param {string} before the other site's folder
 */
export async function measureFrameRates(server, before) {
  const sites = [`${server.url}/site/`, `${server.url}/before/`];
  const [photo] = await portraits();
  const browser = await launch(Camera.playing(await filmOf(await frameWith([photo]))));
  try {
    const visits = await inTurn(sites, { rounds: ROUNDS }, (site) => visit(browser, server, site));
    const [now, earlier] = sites.map((site) => visits.get(site));
    const of = (rates, key) => rates.map((rate) => rate[key]);
    const { own, other, ratio } = comparison(of(now, "answered"), of(earlier, "answered"));
    return {
      rounds: ROUNDS,
      seconds: SECONDS,
      now: { release: await releaseOf(SITE), answered: own, camera: spread(of(now, "camera")) },
      before: { release: await releaseOf(before), answered: other, camera: spread(of(earlier, "camera")) },
      ratio,
    };
  } finally {
    await browser.close();
  }
}

/** Opens a site in a tab of its own, as a new visitor, and counts its frames when all is loaded. */
async function visit(browser, server, site) {
  const visage = await Visage.open(browser, site, { backend: "cpu", explain: "age" });
  try {
    await visage.engineReady();
    await visage.startButton.click();
    await visage.nextAnalysis({ faces: 1, explained: true });
    await server.quiet();
    await sleep(WARM_UP_MS);
    return await frameRates(visage, SECONDS);
  } finally {
    await visage.close();
  }
}

async function releaseOf(site) {
  return path.basename(await releaseFolder(site));
}
