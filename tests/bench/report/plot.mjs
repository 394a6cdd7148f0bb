// The results as a picture: medians, middle halves, and the ratio to ours.
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { milliseconds, ratio } from "./numbers.mjs";

const WIDTH = 860;
const ROW = 26;
const OURS = "#b3400e";
const OTHERS = "#3b5b92";

/** The plot as SVG. */
export function plot({ forward, endToEnd, webGpu }) {
  const groups = [
    ["THE NETWORK ALONE", forward.rows],
    ["FROM THE PICTURE TO AGE AND GENDER", endToEnd.rows],
  ];
  // Each line of the plot has a key of its own: a program can be in both groups.
  const rows = groups.flatMap(([group, rows]) => rows.map((row) => ({ ...row, line: `${group}\n${row.name}` })));
  const lines = groups.flatMap(([group, members]) => [group, ...members.map(({ name }) => `${group}\n${name}`)]);
  const emulated = webGpu?.isSoftware ? "WebGPU (emulated)" : "WebGPU";
  const label = (line) => (line.split("\n")[1] ?? line).replace(/WebGPU$/, emulated);
  const colour = ({ name }) => (name.startsWith("Visage") ? OURS : OTHERS);

  const { document } = parseHTML("<html><body></body></html>");
  const svg = Plot.plot({
    document,
    width: WIDTH,
    height: 70 + ROW * lines.length,
    marginLeft: 270,
    marginRight: 130,
    marginBottom: 50,
    style: { background: "white", color: "#222", fontSize: "12px" },
    x: {
      type: "log",
      label: "milliseconds, median and middle half (less is better); × Visage, CPU",
      labelAnchor: "center",
      labelOffset: 42,
      labelArrow: "none",
      grid: true,
      tickFormat: "~r",
    },
    y: { label: null, domain: lines, tickFormat: label, tickSize: 0 },
    marks: [
      Plot.ruleY(rows, {
        y: "line",
        x1: (row) => row.ms.lowerQuartile,
        x2: (row) => row.ms.upperQuartile,
        strokeWidth: 7,
        strokeOpacity: 0.35,
        stroke: colour,
      }),
      Plot.dot(rows, { y: "line", x: (row) => row.ms.median, r: 4, fill: colour }),
      Plot.text(rows, {
        y: "line",
        x: (row) => row.ms.upperQuartile,
        dx: 8,
        textAnchor: "start",
        text: (row) => `${milliseconds(row.ms.median)} (${ratio(row.ratio.median)})`,
      }),
    ],
  });
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return `${svg.outerHTML}\n`;
}
