// The results as a page in Markdown.
import { gigabytes, kilobytes, megabytes, milliseconds, ratio, withSpread } from "./numbers.mjs";
import { table } from "./table.mjs";

/** @param results what `run.mjs` writes to `bench.json` @param {string} plot the plot's file name */
export function markdown(results, plot) {
  const sections = [
    "# Benchmark",
    "Written by `scripts/bench`; not to be edited. Medians with the middle half of the measurements in brackets. " +
      "All contenders were measured by turns in the same browser on the same pictures. A ratio is the median over the " +
      "rounds of a contender's time divided by that of *Visage, CPU* in the same round: below 1, the contender is " +
      "faster than Visage.",
    conditions(results),
    `![Times of all contenders](${plot})`,
    forward(results),
    endToEnd(results),
    starts(results),
    download(results),
    stages(results),
    frameRates(results),
    cameraMemory(results),
    reservations(results),
  ];
  return `${sections.join("\n\n")}\n`;
}

function conditions({ date, machine, versions, site, webGpu, plan, args }) {
  const { packages } = versions;
  const busy = machine.isQuiet ? "" : ": **the machine was busy, so the figures are not to be relied on**";
  const emulated = ", **which computes on the CPU: its figures say nothing about graphics processors**";
  const lines = [
    `${machine.processor}, ${machine.cores} cores, ${gigabytes(machine.memory)} of memory, ${machine.system}; ${date}`,
    `load ${machine.load.toFixed(2)} at the start${busy}`,
    `Visage ${versions.visage} (Burn ${versions.burn}), profile \`${site.profile}\`, weights ${site.weightsHash.slice(0, 12)}`,
    `Chromium ${versions.chromium} without a window, arguments \`${args.join(" ") || "none"}\`; Node ${versions.node}`,
    `ONNX Runtime Web ${packages["onnxruntime-web"]}, Human ${packages["@vladmandic/human"]}, face-api ` +
      `${packages["@vladmandic/face-api"]}, TensorFlow.js' WebAssembly backend ${packages["@tensorflow/tfjs-backend-wasm"]}; ` +
      "all on the CPU with one thread and 128-bit SIMD",
    `WebGPU: ${webGpu ? `${webGpu.adapter}${webGpu.isSoftware ? emulated : ""}` : "none"}`,
    `${plan.rounds} rounds after ${plan.warmUp} to warm up`,
  ];
  return lines.map((line) => `- ${line}`).join("\n");
}

function timeRows(rows) {
  return rows.map((row) => [row.name, withSpread(row.ms), withSpread(row.ratio, ratio), row.measurements]);
}

function forward({ forward: { rows, missing, agreement } }) {
  const agreed = agreement.map(({ name, largestDifference }) => `${name} ${largestDifference.toExponential(1)}`).join(", ");
  return [
    "## The network alone",
    "The same weights in 32-bit floats on the same aligned crops of 112 pixels, each read as it is and in a mirror. Visage's time includes the message " +
      "to its worker and back, the conversion of the crop to floats and the softmax; the other runtime is given " +
      "floats and gives logits, in the page itself.",
    table(["Runtime", "Milliseconds", "Ratio", "Measurements"], timeRows(rows)),
    ...missing.map(({ name, reason }) => `${name}: not measured, ${reason}.`),
    `Largest difference of a logit from *Visage, CPU*: ${agreed}.`,
  ].join("\n\n");
}

function endToEnd({ endToEnd: { rows, leftOut } }) {
  const pictures = Object.keys(rows[0].byPicture);
  const all = Object.keys(rows[0].answers);
  const says = (answer) => (answer ? `${answer.age.toFixed(0)}, ${answer.gender}` : "no face");
  return [
    "## From the picture to age and gender",
    "Frames of 512 pixels' width with one face, which every program finds anew each time. Human runs BlazeFace and " +
      "its network for age, gender and a face descriptor, face-api its tiny detector at 256 pixels and its network " +
      "for age and gender; everything else they offer is off. Visage estimates race as well, and distributions " +
      "instead of single numbers. *Following a face* is Visage on a video that stands still: the mean of all frames " +
      "from one look at the whole frame to the next.",
    table(["Program", "Milliseconds", "Ratio", "Measurements"], timeRows(rows)),
    ...leftOut.map(({ picture, name, faces }) => `Left out for all: *${picture}*, in which ${name} finds ${faces} faces.`),
    "Median milliseconds for each picture:",
    table(
      ["Program", ...pictures],
      rows.map((row) => [row.name, ...pictures.map((picture) => milliseconds(row.byPicture[picture]))]),
    ),
    "What they say:",
    table(
      ["Program", ...all],
      rows.map((row) => [row.name, ...all.map((picture) => says(row.answers[picture]))]),
    ),
  ].join("\n\n");
}

function starts({ starts: { rows, pairs, visitors } }) {
  const ours = rows.find(({ sizes }) => sizes).sizes;
  const figure = ({ own, ratio: times }, format) => `${format(own.median)} (${ratio(times.median)})`;
  const row = ({ name, cold, warm, memory, sizes, files }) => [
    name,
    figure(cold, milliseconds),
    figure(warm, milliseconds),
    megabytes(sizes.raw),
    `${megabytes(sizes.brotli)} (${ratio(sizes.brotli / ours.brotli)})`,
    files,
    memory ? figure(memory, megabytes) : "not measured",
  ];
  return [
    "## Start, size, memory",
    `Milliseconds from the navigation to the first estimate, medians of ${visitors} visitors with a new browser profile each: ` +
      "at their first visit, and at their third. Everything comes from a server on the same machine, so that loading takes " +
      "next to no time; the sizes say what a network would add. All but the whole page run on an equally minimal " +
      "page. Sizes are those of the files that were sent at the first visit; the whole page's include what it loads " +
      "ahead, and its first estimate includes a heat map. Memory is the most that was resident in the page's process.",
    table(["Program", "First visit", "Third visit", "Files", "With Brotli 11", "Number", "Memory"], rows.map(row)),
    "The same visits, set against those of another program: here a ratio is our figure divided by the other's, so that " +
      "below 1 Visage is quicker or smaller.",
    table(["Figure", "Visage", "The other", "Ratio"], pairs.flatMap(pairRows)),
  ].join("\n\n");
}

const FIGURES = {
  cold: { name: "first estimate, first visit, in milliseconds", format: milliseconds },
  warm: { name: "first estimate, third visit, in milliseconds", format: milliseconds },
  memory: { name: "memory", format: megabytes },
};

function pairRows({ ours, other, figures }) {
  return Object.entries(figures).map(([figure, measured]) => {
    const { name, format } = FIGURES[figure];
    const cells = (both) => [withSpread(both.own, format), withSpread(both.other, format), withSpread(both.ratio, ratio)];
    return [`${ours}, against ${other}: ${name}`, ...(measured ? cells(measured) : Array(3).fill("not measured"))];
  });
}

function download({ download: { program, firstVisit } }) {
  const cells = ({ files, raw, brotli }) => [files, kilobytes(raw), kilobytes(brotli)];
  const row = (name, size) => [name, ...(size ? cells(size) : Array(3).fill("not measured"))];
  return [
    "## What a visitor without a graphics processor loads",
    "The engine's program is that for the CPU, without weights, with Brotli 11. A first visit is everything that is loaded " +
      "then, also ahead and for visits without a network, with Brotli as the site is packaged.",
    table(["What", "Number", "Files", "With Brotli"], [row("The engine's program", program), row("All of a first visit", firstVisit)]),
  ].join("\n\n");
}

function stages({ stages: { stages, frames, framesPerSecond } }) {
  return [
    "## Visage's stages on a camera",
    `One face, 640 × 480, CPU, ${frames} frames; read and drawn: ${framesPerSecond.plain.toFixed(1)} frames a second without a ` +
      `heat map, ${framesPerSecond.explained.toFixed(1)} with one. The camera, which Chromium emulates, takes part of the processor.`,
    table(
      ["Stage", "Milliseconds", "Least", "Most"],
      stages.map(({ name, ms }) => [name, withSpread(ms), milliseconds(ms.least), milliseconds(ms.most)]),
    ),
  ].join("\n\n");
}

function frameRates({ frameRates }) {
  const head = "## Frames a second beside an earlier site";
  if (!frameRates) return `${head}\n\nNot measured: no other built site was given (\`--before DIR\`).`;
  const { rounds, seconds, now, before, ratio: times } = frameRates;
  const row = (name, { release, answered, camera }) => [`${name} (${release})`, withSpread(answered), withSpread(camera)];
  return [
    head,
    `One face, 640 × 480, CPU, with a heat map: frames that were read and drawn in a second, counted for ${seconds} seconds in ` +
      `each of ${rounds} rounds, both sites by turns and by a new visitor each time. None can read more than the camera gives.`,
    table(["Site", "Frames a second", "The camera's"], [row("This one", now), row("The earlier one", before)]),
    `This site reads ${withSpread(times, ratio)} as many frames as the earlier one; above 1, it is quicker.`,
  ].join("\n\n");
}

function cameraMemory({ cameraMemory: { minutes, faces, step, page, all, webAssembly } }) {
  const row = (name, bytes) => [name, bytes ? withSpread(bytes, megabytes) : "not measured"];
  return [
    "## Memory with the camera on",
    `The whole page, on the CPU, ${faces} faces before the camera, step ${step} of the lesson open, after ${minutes} minutes. ` +
      "What several processes share counts once in all, and in the page's process in part.",
    table(
      ["What", "Memory"],
      [
        row("The page's process, which runs its workers", page),
        row("All of the browser's processes", all),
        ["Of that the engine's WebAssembly memory", megabytes(webAssembly)],
      ],
    ),
  ].join("\n\n");
}

function reservations() {
  return [
    "## What this does not say",
    "- One machine, one browser, one face. Other processors have other ratios.\n" +
      "- Human and face-api are programs with other networks: their times say what a visitor waits for, not how good a runtime is.\n" +
      "- Human and face-api compute in the page and hold it up meanwhile; Visage computes in a worker, whose messages are in its times.",
  ].join("\n\n");
}
