// The camera, and how often the browser paints meanwhile.

// Runs in the page before its own program: keeps every camera stream, and counts the frames that the browser paints.
export function observe() {
  window.observed = { streams: [], paints: 0 };
  const media = navigator.mediaDevices;
  const getUserMedia = media.getUserMedia.bind(media);
  media.getUserMedia = async (constraints) => {
    const stream = await getUserMedia(constraints);
    window.observed.streams.push(stream);
    return stream;
  };
  const count = () => {
    window.observed.paints += 1;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
}

/** The camera's switch, its picture and its tracks. */
export const Camera = (Base) =>
  class extends Base {
    get startButton() {
      return this.page.getByTestId("start-camera");
    }

    get stopButton() {
      return this.page.getByTestId("stop-camera");
    }

    /** What the camera shows at this moment, as PNG. */
    async cameraFrame() {
      const url = await this.page.locator("video").evaluate((video) => {
        const canvas = document.createElement("canvas");
        canvas.width = video.videoWidth;
        canvas.height = video.videoHeight;
        canvas.getContext("2d").drawImage(video, 0, 0);
        return canvas.toDataURL("image/png");
      });
      return Buffer.from(url.split(",")[1], "base64");
    }

    /** The states ("live" or "ended") of every camera track that the page has ever opened. */
    cameraTracks() {
      return this.page.evaluate(() => window.observed.streams.flatMap((stream) => stream.getTracks().map((track) => track.readyState)));
    }

    /** How many times a second the browser painted during `milliseconds`. */
    paintRate(milliseconds) {
      return this.page.evaluate(async (milliseconds) => {
        const [paints, start] = [window.observed.paints, performance.now()];
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
        return ((window.observed.paints - paints) * 1000) / (performance.now() - start);
      }, milliseconds);
    }
  };
