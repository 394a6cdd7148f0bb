// Measures how quick, large and greedy Visage and its peers are, and writes the figures, a page about them and a plot. Run by
// `scripts/bench`; how good they are, `faces.mjs` measures.
import { access, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { writeModule } from "../../site/module.mjs";
import { ARTIFACTS, PROJECT, SITE } from "../browser/support/paths.mjs";
import { VISAGE } from "./contenders.mjs";
import { measureCameraMemory } from "./parts/camera-memory.mjs";
import { measureDownload } from "./parts/download.mjs";
import { measureEndToEnd } from "./parts/end-to-end.mjs";
import { measureForward } from "./parts/forward.mjs";
import { measureFrameRates } from "./parts/frame-rate.mjs";
import { measureStages } from "./parts/stages.mjs";
import { measureStarts } from "./parts/start.mjs";
import { markdown } from "./report/markdown.mjs";
import { replaced } from "./report/marks.mjs";
import { plot } from "./report/plot.mjs";
import { MARK, summary } from "./report/summary.mjs";
import { findWebGpu, launch } from "./support/browser.mjs";
import { command, say } from "./support/command.mjs";
import { Desk } from "./support/desk.mjs";
import { machine, versions } from "./support/machine.mjs";
import { programOptions } from "./support/options.mjs";
import { frames } from "./support/pictures.mjs";
import { serve } from "./support/server.mjs";
import { releaseFolder } from "./support/site.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
/** What `scripts/bench` exports. */
const MODELS = path.join(PROJECT, "target", "bench");
/** The module for other people's pages, made of the site. */
const MODULE = path.join(PROJECT, "target", "bench-module");
const RESULTS = path.join(PROJECT, "assets", "benchmark");
const README = path.join(PROJECT, "README.md");
const PLOT = "times.svg";
const WARM_UP = 3;

async function measure({ rounds, visitors, minutes, before: earlier, profile }) {
  const before = machine();
  if (!before.isQuiet) say(`The machine is busy (load ${before.load.toFixed(2)}): these figures are not to be relied on.`);
  await writeModule({ site: SITE, out: MODULE, version: "0.0.0-bench" });
  const server = await serve({
    "/site/": `${SITE}/`,
    "/release/": `${await releaseFolder(SITE)}/`,
    ...(earlier && { "/before/": `${earlier}/` }),
    "/bench/": path.join(HERE, "pages/"),
    "/packages/": path.join(HERE, "node_modules/"),
    "/model/": `${MODELS}/`,
    "/module/": `${MODULE}/`,
  });
  const webGpu = await findWebGpu(`${server.url}/bench/runner.html`);
  const args = webGpu?.args ?? [];
  const browser = await launch(args);
  try {
    const pictures = (await frames()).map(({ name, png }) => ({ name, path: server.addPicture(name, png) }));
    const plan = { rounds, warmUp: WARM_UP };
    const desk = new Desk(browser, server);
    say("the network alone");
    const forward = await measureForward(
      desk,
      pictures.map(({ path }) => path),
      plan,
      webGpu,
    );
    await desk.clear();
    say("from the picture to age and gender");
    const endToEnd = await measureEndToEnd(desk, pictures, plan);
    await desk.clear();
    say("starts");
    const starts = await measureStarts(server, pictures[0].path, visitors);
    say("the stages of a camera's frame");
    const stages = await measureStages(server);
    say(`frames a second beside another site${earlier ? "" : ": not measured, as --before names none"}`);
    const frameRates = earlier ? await measureFrameRates(server, earlier) : null;
    say(`memory with the camera on, after ${minutes} minutes`);
    const cameraMemory = await measureCameraMemory(server, minutes);
    say("sizes");
    const download = await measureDownload();
    return {
      date: new Date().toISOString(),
      machine: before,
      versions: await versions(browser),
      site: { profile, weightsHash: VISAGE.details.weightsHash },
      args,
      webGpu,
      plan,
      forward,
      endToEnd,
      starts,
      stages,
      frameRates,
      cameraMemory,
      download,
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function main() {
  const wanted = programOptions();
  await access(path.join(SITE, "index.html")).catch(() => {
    throw new Error("There is no built site. Run scripts/bench, which builds it.");
  });
  if (wanted.before) {
    await access(path.join(wanted.before, "index.html")).catch(() => {
      throw new Error("The folder that --before names holds no built site.");
    });
  }
  const results = await measure(wanted);
  await mkdir(ARTIFACTS, { recursive: true });
  await writeFile(path.join(ARTIFACTS, "bench.json"), JSON.stringify(results, null, 2));
  const page = markdown(results, PLOT);
  console.log(page);
  if (wanted.trial) return;
  await mkdir(RESULTS, { recursive: true });
  await writeFile(path.join(RESULTS, PLOT), plot(results));
  await writeFile(path.join(RESULTS, "README.md"), page);
  await writeFile(README, replaced(await readFile(README, "utf8"), MARK, summary(results)));
  say(`written to ${path.relative(PROJECT, RESULTS)} and README.md`);
}

await command(main);
