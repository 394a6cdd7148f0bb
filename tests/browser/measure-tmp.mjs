import { installed, serveFolder, writePage } from "./support/module.mjs";
import { launch } from "./support/launch.mjs";
const project = await installed();
await writePage(project.folder, { "e.html": "<!doctype html><title>e</title>" });
const browser = await launch({ switches: ["--enable-precise-memory-info"] });
const server = await serveFolder(project.folder);
const page = await browser.newPage();
await page.goto(server.url + "e.html");
const out = await page.evaluate(async () => {
  const names = ["cpu.js","cpu.wasm","blazeface.bpk","dmtl.bpk","faces.pack","known-answer.json","known-answer.ppm"];
  const files = Object.fromEntries(names.map((n) => [n, new URL("node_modules/visage/engine/" + n, location.href).href]));
  const worker = new Worker(files["cpu.js"], { type: "module" });
  const hear = (want) => new Promise((resolve) => worker.addEventListener("message", function on({ data }) { const r = want(data); if (r) { worker.removeEventListener("message", on); resolve(r); } }));
  const ready = hear((d) => d.ready);
  worker.postMessage({ files });
  await ready;
  const rows = [];
  let turn = 0;
  const task = { attributes: [["a", ["x","y"], "nominal"], ["b", ["x","y","z"], "nominal"], ["c", ["1","2","3","4"], "ordinal"]].map(([name, classes, category]) => ({ name, classes, category })) };
  for (const count of [50, 200, 1000]) for (let again = 0; again < 3; again += 1) {
    const examples = Array.from({ length: count }, (_, number) => {
      const classes = task.attributes.map(({ classes }) => Math.floor(Math.random() * classes.length));
      const features = new Float32Array(2 * 496).map((_, place) => Math.random() + (place % 496 < 112 ? classes[place % 3] * 0.4 * (place % 9 === 0) : 0));
      return { number, classes, features: new Uint8Array(features.buffer) };
    });
    turn += 1;
    const begun = performance.now();
    const learned = hear((d) => d.learning?.turn === turn && d.learning.progress.learned);
    worker.postMessage({ request: { type: "learn", turn, task, settings: { seed: again + 1 }, examples, fromFaces: false } });
    await learned;
    rows.push([count, Math.round(performance.now() - begun)]);
  }
  return rows;
});
console.log(JSON.stringify(out));
await browser.close(); await server.close(); await project.remove();
