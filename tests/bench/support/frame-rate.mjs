// How many frames of a camera a page reads.

/**
 * Frames a second during so many seconds: `answered`, those whose findings were drawn, and `camera`, those that the camera gave.
 * Of the page's markup only what every release has had is used.
 *
 * @param {import("../../browser/pages/visage.mjs").Visage} visage before a running camera, opened with `debug=1`
 * @returns {Promise<{answered: number, camera: number}>}
 */
export function frameRates(visage, seconds) {
  return visage.overlay.evaluate(async (overlay, seconds) => {
    const drawn = () => JSON.parse(overlay.dataset.analysis).frame;
    const given = () => document.querySelector("video").getVideoPlaybackQuality().totalVideoFrames;
    let [answered, last] = [0, drawn()];
    // A frame may be drawn more than once, when something else on the page has changed.
    const observer = new MutationObserver(() => {
      const frame = drawn();
      if (frame !== last) answered += 1;
      last = frame;
    });
    observer.observe(overlay, { attributes: true, attributeFilter: ["data-analysis"] });
    const [begun, before] = [performance.now(), given()];
    await new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
    observer.disconnect();
    const perSecond = (count) => (1000 * count) / (performance.now() - begun);
    return { answered: perSecond(answered), camera: perSecond(given() - before) };
  }, seconds);
}
