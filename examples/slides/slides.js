import Reveal from "reveal.js";
import "reveal.js/reveal.css";
import "reveal.js/theme/white.css";

// `node site/server.mjs --frame-ancestors http://localhost:5173` serves one on this machine.
const site = new URLSearchParams(location.search).get("visage") ?? "http://localhost:8080/";
// A sample, so that no pupil's face is needed.
document.getElementById("visage").src = new URL("?embed=lesson&lesson=e&sample=woman-1", site).href;

await new Reveal({ hash: true }).initialize();
