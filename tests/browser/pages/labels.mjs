// The labels on the stage.

/** The labels as they were drawn, which the overlay tells with `?debug=1`. */
export const Labels = (Base) =>
  class extends Base {
    /**
     * The labels as they were drawn last, once the overlay is as large as its place:
     * `{stage, legend, boxes, pixelRatio, labels}`.
     *
     * A label is `{place, lines, parts, writing, widest}`: its plate, its lines, what these say, the size of the letters, and the
     * width of the longest line. `stage` and `legend` are the places of both, and `boxes` those of the faces, as far as they are on
     * the picture: `[{number, place}]`. All lengths are in pixels of the overlay, from its corner.
     */
    async labels() {
      await this.page.waitForFunction(() => {
        const { dataset, width, clientWidth } = document.querySelector("[data-testid=overlay]");
        return dataset.labels && Math.abs(width - clientWidth * devicePixelRatio) <= 1;
      });
      return this.overlay.evaluate((canvas) => {
        const corner = canvas.getBoundingClientRect();
        const unit = canvas.width / corner.width;
        const placeOf = (selector) => {
          const { x, y, width, height } = document.querySelector(selector).getBoundingClientRect();
          return { x: (x - corner.x) * unit, y: (y - corner.y) * unit, width: width * unit, height: height * unit };
        };
        const { faces, width: frameWidth } = JSON.parse(canvas.dataset.analysis);
        const scale = canvas.width / frameWidth;
        const boxes = faces.map(({ number, boundingBox: box }) => {
          const left = canvas.dataset.mirrored === "true" ? frameWidth - box.x - box.width : box.x;
          const [x, y] = [Math.max(0, left * scale), Math.max(0, box.y * scale)];
          const right = Math.min(canvas.width, (left + box.width) * scale);
          const bottom = Math.min(canvas.height, (box.y + box.height) * scale);
          return { number, place: { x, y, width: right - x, height: bottom - y } };
        });
        const context = document.createElement("canvas").getContext("2d");
        const labels = JSON.parse(canvas.dataset.labels).map((label) => {
          context.font = `600 ${label.writing}px system-ui, sans-serif`;
          const widest = Math.max(...label.lines.map((line) => context.measureText(line).width));
          return { ...label, parts: label.lines.flatMap((line) => line.split(" · ")), widest };
        });
        const [stage, legend] = [".stage", ".stage-foot"].map(placeOf);
        return { stage, legend, boxes, pixelRatio: devicePixelRatio, labels };
      });
    }
  };
