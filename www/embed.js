// The page in a frame of another one: only the stage (`?embed=stage`), or a step of the lesson beside it (`?embed=lesson&lesson=e`).
// The page around is told how high the frame would have to be for nothing in it to scroll: `{ type: "visage-size", width, height }`.
const root = document.documentElement;
root.dataset.embed = new URLSearchParams(location.search).get("embed") === "lesson" ? "lesson" : "stage";

// What may scroll, when it is there.
const SCROLLERS = ".panel-body, .workbench[data-empty]";
// Less is rounding.
const LEAST = 2;
let told = "";

function tell() {
  const hidden = [...document.querySelectorAll(SCROLLERS)].map((element) => element.scrollHeight - element.clientHeight);
  const missing = Math.max(0, ...hidden);
  const size = { width: innerWidth, height: innerHeight + (missing > LEAST ? missing : 0) };
  if (JSON.stringify(size) === told) return;
  told = JSON.stringify(size);
  // Whoever is around knows that size anyway, once it scrolls.
  parent.postMessage({ type: "visage-size", ...size }, "*");
}

if (parent !== window) {
  let waits = false;
  // Not with every little change, of which a lesson has many.
  const later = () => {
    if (waits) return;
    waits = true;
    setTimeout(() => {
      waits = false;
      tell();
    }, 200);
  };
  new MutationObserver(later).observe(document.getElementById("page"), { childList: true, subtree: true, attributes: true });
  addEventListener("resize", later);
  later();
}
