// What the tests do with the page and read off it, in the words of a visitor. The only place that knows the page's markup.
import { failOnViolations } from "../support/security.mjs";

// Runs in the page before its own program: keeps every camera stream, and counts the frames that the browser paints.
function observe() {
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

// Runs in the page: a file as it is dropped or pasted.
function transferOf({ base64, name, mimeType }) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const transfer = new DataTransfer();
  transfer.items.add(new File([bytes], name, { type: mimeType }));
  return transfer;
}

// Runs in the page: a film of one picture, as WebM.
async function recordedFilm(base64) {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/jpeg" }));
  const canvas = document.createElement("canvas");
  canvas.width = picture.width;
  canvas.height = picture.height;
  const context = canvas.getContext("2d");
  const timer = setInterval(() => context.drawImage(picture, 0, 0), 40);
  const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: "video/webm", videoBitsPerSecond: 4_000_000 });
  const chunks = [];
  recorder.ondataavailable = ({ data }) => chunks.push(data);
  const stopped = new Promise((resolve) => (recorder.onstop = resolve));
  recorder.start();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  recorder.stop();
  await stopped;
  clearInterval(timer);
  const film = new Uint8Array(await new Blob(chunks).arrayBuffer());
  let binary = "";
  for (let start = 0; start < film.length; start += 8192) binary += String.fromCharCode(...film.subarray(start, start + 8192));
  return btoa(binary);
}

/** The page. With `?debug=1` its overlay carries the last analysis that was drawn. */
export class Visage {
  /**
   * Opens the page in a new tab.
   *
   * @param {import("playwright-core").Browser} browser
   * @param {string} url of the site
   * @param {object} [settings] parameters of the address, e.g. `{ backend: "cpu" }`
   * @param {import("playwright-core").BrowserContextOptions} [device] e.g. viewport and colour scheme
   */
  static async open(browser, url, settings = {}, device = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...device });
    return Visage.openIn(context, url, settings);
  }

  /** Opens the page in a new tab of `context`, which outlives it. */
  static async openIn(context, url, settings = {}) {
    const visage = await Visage.inNewTab(context);
    await visage.page.goto(`${url}?${new URLSearchParams({ ...settings, debug: "1" })}`);
    return visage;
  }

  /** A new tab of `context`, watched, in which the page is still to be opened. */
  static async inNewTab(context) {
    const page = await context.newPage();
    failOnViolations(page);
    page.on("pageerror", (error) => console.error(`uncaught in the page: ${error}`));
    page.on("console", (message) => message.type() === "error" && console.error(`page: ${message.text()}`));
    await page.addInitScript(observe);
    return new Visage(page);
  }

  /**
   * Opens the page and puts a photo (JPEG) with faces onto its stage.
   *
   * @param {Buffer} photo
   * @param {object} [wanted] what to wait for, as for `nextAnalysis`
   */
  static async withPhoto(browser, url, photo, settings = {}, { device = {}, wanted = { faces: 1 } } = {}) {
    const visage = await Visage.open(browser, url, { backend: "cpu", ...settings }, device);
    await visage.engineReady();
    await visage.choosePhoto(photo, "face.jpg");
    await visage.nextAnalysis(wanted);
    return visage;
  }

  constructor(page) {
    this.page = page;
    this.status = page.getByTestId("engine-status");
    this.progress = this.status.locator("progress, [role=progressbar]");
    this.cards = page.getByTestId("face-card");
    this.doubts = page.getByTestId("doubt");
    this.samples = page.getByTestId("sample");
    this.freezeButton = page.getByTestId("freeze");
    this.keepButton = page.getByTestId("keep-moment");
    this.moments = page.getByTestId("moment");
    this.projectorButton = page.getByTestId("projector");
    this.sheetPhotos = page.getByTestId("sheet-photo");
    this.lessonStep = page.getByTestId("lesson-step");
    this.legend = page.getByTestId("heat-legend");
    this.overlay = page.getByTestId("overlay");
    this.errors = page.getByTestId("error").filter({ visible: true });
    this.startButton = page.getByTestId("start-camera");
    this.stopButton = page.getByTestId("stop-camera");
    page.setDefaultTimeout(30_000);
  }

  close() {
    return this.page.context().close();
  }

  /** Waits until the engine has settled; returns `{state, backend, text}`. */
  async engine(timeout = 120_000) {
    await this.page.waitForSelector(`[data-testid=engine-status]:is([data-state=ready], [data-state=failed])`, { timeout });
    return this.status.evaluate((element) => ({
      state: element.dataset.state,
      backend: element.dataset.backend,
      text: element.innerText,
    }));
  }

  /** Waits for an engine that is ready, and fails with the page's own sentence if it is not. */
  async engineReady() {
    const engine = await this.engine();
    if (engine.state !== "ready") throw new Error(`the engine is not ready: ${engine.text}`);
    return engine;
  }

  /** Hands the page a file, as the file picker would. */
  async choosePhoto(buffer, name, mimeType = "image/jpeg") {
    await this.page.getByTestId("photo-input").setInputFiles({ name, mimeType, buffer });
  }

  /** Hands the page several files at once: `[{name, buffer, mimeType}]`. */
  async chooseFiles(files) {
    await this.page.getByTestId("photo-input").setInputFiles(files);
  }

  /** Records a film in the browser's own format that shows a JPEG picture for a while. */
  async recordFilm(picture) {
    const base64 = await this.page.evaluate(recordedFilm, picture.toString("base64"));
    return Buffer.from(base64, "base64");
  }

  /** Drops a file onto the page. */
  async drop(buffer, name, mimeType) {
    const transfer = await this.page.evaluateHandle(transferOf, { base64: buffer.toString("base64"), name, mimeType });
    await this.page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  }

  /** Pastes a file into the page. */
  async paste(buffer, name, mimeType) {
    const transfer = await this.page.evaluateHandle(transferOf, { base64: buffer.toString("base64"), name, mimeType });
    await this.page.evaluate(
      (clipboardData) => window.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true })),
      transfer,
    );
  }

  /** Opens a step of the lesson by its letter. */
  async openLesson(letter) {
    await this.page.getByTestId(`lesson-${letter}`).click();
  }

  /** Presses what has the test id, and returns what is downloaded then: `{name, bytes}`. */
  async download(testId) {
    const [download] = await Promise.all([this.page.waitForEvent("download"), this.page.getByTestId(testId).click()]);
    const stream = await download.createReadStream();
    const chunks = [];
    for await (const chunk of stream) chunks.push(chunk);
    return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
  }

  /** Whether a canvas shows more than one colour. */
  static isDrawn(canvas) {
    return canvas.evaluate((element) => {
      if (element.width === 0 || element.height === 0) return false;
      const { data } = element.getContext("2d").getImageData(0, 0, element.width, element.height);
      const colours = new Set();
      for (let at = 0; at < data.length; at += 4) colours.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
      return colours.size > 1;
    });
  }

  /** The last analysis that was drawn, or null. */
  async analysis() {
    const json = await this.overlay.getAttribute("data-analysis");
    return json ? JSON.parse(json) : null;
  }

  /** Waits for an analysis newer than frame number `after` that has `faces` faces and, if `explained`, their heat maps. */
  async nextAnalysis({ after = -1, faces, explained, timeout = 60_000 } = {}) {
    const wanted = await this.page.waitForFunction(
      ({ after, faces, explained }) => {
        const json = document.querySelector("[data-testid=overlay]")?.dataset.analysis;
        const analysis = json && JSON.parse(json);
        if (!analysis || analysis.frame <= after) return null;
        if (faces !== undefined && analysis.faces.length !== faces) return null;
        if (explained !== undefined && analysis.faces.some((face) => Boolean(face.heatMap) !== explained)) return null;
        return analysis;
      },
      { after, faces, explained },
      { timeout, polling: 50 },
    );
    return wanted.jsonValue();
  }

  /** Chooses what the heat map explains (`none`, `age`, `gender`, `race`) and waits until it is drawn so. */
  async explain(attribute) {
    const before = await this.analysis();
    const selector = this.page.getByTestId("explain-attribute").first();
    if ((await selector.inputValue()) !== attribute) {
      await selector.selectOption(attribute);
      return this.nextAnalysis({ after: before.frame, explained: attribute !== "none" });
    }
    return this.nextAnalysis({ explained: attribute !== "none" });
  }

  /** The overlay's pixels: `{width, height, rgba}`. */
  async overlayPixels() {
    const pixels = await this.overlay.evaluate((canvas) => {
      const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
      copy.drawImage(canvas, 0, 0);
      const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
      let binary = "";
      for (let start = 0; start < data.length; start += 8192) {
        binary += String.fromCharCode(...data.subarray(start, start + 8192));
      }
      return { width: canvas.width, height: canvas.height, base64: btoa(binary), mirrored: canvas.dataset.mirrored === "true" };
    });
    return { ...pixels, rgba: Buffer.from(pixels.base64, "base64") };
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
    return this.page.evaluate(() =>
      window.observed.streams.flatMap((stream) => stream.getTracks().map((track) => track.readyState)),
    );
  }

  /** How many times a second the browser painted during `milliseconds`. */
  paintRate(milliseconds) {
    return this.page.evaluate(async (milliseconds) => {
      const [paints, start] = [window.observed.paints, performance.now()];
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      return ((window.observed.paints - paints) * 1000) / (performance.now() - start);
    }, milliseconds);
  }

  /** The texts of card number `index`: `{age, gender, race}`. */
  async cardTexts(index = 0) {
    const text = (id) => this.cards.nth(index).getByTestId(id).innerText();
    return { age: await text("age-estimate"), gender: await text("gender-estimate"), race: await text("race-estimate") };
  }

  /** Waits for an error that can be seen, and returns its text. */
  async error() {
    await this.errors.first().waitFor();
    return this.errors.first().innerText();
  }

  /** Waits until it is clear whether the page will open without a network; returns `{state, text}`. */
  async offlineCopy(timeout = 120_000) {
    const settled = ["ready", "full", "failed", "unavailable"].map((state) => `[data-state=${state}]`).join();
    const status = await this.page.waitForSelector(`[data-testid=offline-status]:is(${settled})`, { timeout });
    return status.evaluate((element) => ({ state: element.dataset.state, text: element.innerText }));
  }

  /** Waits for an engine and an offline copy that are ready, and fails with the page's own sentence if one is not. */
  async offlineReady() {
    await this.engineReady();
    const { state, text } = await this.offlineCopy();
    if (state !== "ready") throw new Error(`the offline copy is ${state}: ${text}`);
  }

  /** The offer of a newer release. */
  get updateOffer() {
    return this.page.getByTestId("update-ready");
  }

  /** Takes the newer release that is offered, and waits for the page that it opens. */
  async takeUpdate() {
    await Promise.all([this.page.waitForEvent("load"), this.page.getByTestId("update-now").click()]);
  }

  /** Opens the page at the same address again. */
  async reload() {
    await this.page.reload();
  }

  /** The folders of releases that the open page has files from, its own first. */
  releases() {
    return this.page.evaluate(() => {
      const own = document.querySelector("meta[name=visage-files]").content.match(/[0-9a-f]{16}/)[0];
      const loaded = performance.getEntriesByType("resource").map(({ name }) => name.match(/\/([0-9a-f]{16})\//)?.[1]);
      return [...new Set([own, ...loaded.filter(Boolean)])];
    });
  }

  /** The addresses of everything in the browser's caches for this site. */
  cachedAddresses() {
    return this.page.evaluate(async () => {
      const kept = (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url));
      return (await Promise.all(kept)).flat();
    });
  }

  /** The sizes of the cached files whose address ends with `name`, in bytes. */
  cachedSizes(name) {
    return this.page.evaluate(async (name) => {
      const sizes = [];
      for (const cache of await Promise.all((await caches.keys()).map((key) => caches.open(key)))) {
        for (const request of await cache.keys()) {
          if (!new URL(request.url).pathname.endsWith(name)) continue;
          sizes.push((await (await cache.match(request)).arrayBuffer()).byteLength);
        }
      }
      return sizes;
    }, name);
  }

  /** Cuts the cached files whose address ends with `name` off after `bytes` bytes. */
  damageCached(name, bytes) {
    return this.page.evaluate(async ({ name, bytes }) => {
      for (const cache of await Promise.all((await caches.keys()).map((key) => caches.open(key)))) {
        for (const request of await cache.keys()) {
          if (!new URL(request.url).pathname.endsWith(name)) continue;
          const response = await cache.match(request);
          const start = (await response.arrayBuffer()).slice(0, bytes);
          await cache.put(request, new Response(start, { headers: { "content-type": response.headers.get("content-type") } }));
        }
      }
    }, { name, bytes });
  }

  /** Has the browser look for a newer release; returns what became of the one it found: `installed`, `redundant`, or `none`. */
  lookForUpdate() {
    return this.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      const outcome = new Promise((resolve) => {
        registration.addEventListener("updatefound", () => {
          const worker = registration.installing;
          worker.addEventListener("statechange", () => {
            if (["installed", "redundant"].includes(worker.state)) resolve(worker.state);
          });
        });
      });
      await registration.update();
      return registration.installing || registration.waiting ? outcome : "none";
    });
  }

  /** The panel that says what becomes of the visitor's pictures. */
  get privacy() {
    return this.page.getByTestId("privacy");
  }

  /** What the page says it has sent. */
  get bytesSent() {
    return this.page.getByTestId("bytes-sent");
  }

  /** What the site keeps outside its caches: `{databases, entries}`, the latter as pairs of key and value. */
  stored() {
    return this.page.evaluate(async () => ({
      databases: (await indexedDB.databases()).map(({ name }) => name),
      entries: [...Object.entries(localStorage), ...Object.entries(sessionStorage)],
    }));
  }

  /** Sends pictures to the site as the system's share menu does: `[{name, mimeType, buffer}]`. The tab then shows the page. */
  async share(url, pictures) {
    // From a page of its own, as a share does not come from ours, whose policy forbids forms.
    await this.page.setContent(`<form method="post" enctype="multipart/form-data" action="${url}share">
      <input type="file" name="pictures" multiple /><button>Share</button></form>`);
    await this.page.locator("input").setInputFiles(pictures);
    await Promise.all([this.page.waitForURL(`${url}**`), this.page.getByRole("button", { name: "Share" }).click()]);
  }

  /** Before the page is opened: has the system open it with a picture (JPEG), as "open with" does. */
  async launchedWith(picture, name) {
    await this.page.addInitScript(({ base64, name }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const file = new File([bytes], name, { type: "image/jpeg" });
      const setConsumer = (consumer) => consumer({ files: [{ kind: "file", name, getFile: async () => file }] });
      Object.defineProperty(window, "launchQueue", { value: { setConsumer } });
    }, { base64: picture.toString("base64"), name });
  }
}
