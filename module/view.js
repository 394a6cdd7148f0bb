// <visage-view>: a camera or a photo with what Visage says of it, without a line of JavaScript. See `view.d.ts`.
import { CLASSES, Visage, VisageError, draw } from "./index.js";

const STYLE = `
:host { display: block; position: relative; font: 15px/1.4 system-ui, sans-serif; color: #f4f5f7; background: #14161a; overflow: hidden; }
:host([hidden]) { display: none; }
[part="stage"] { position: relative; min-height: 12em; display: grid; place-items: center; }
video, img, canvas { display: block; max-width: 100%; }
video, img { width: 100%; height: auto; }
:host([mirrored]) video, :host([mirrored]) canvas { transform: scaleX(-1); }
canvas { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; }
[part="message"] { padding: 1em; margin: 0; text-align: center; }
[part="button"] { font: inherit; min-height: 44px; padding: 0 1.2em; border: 0; border-radius: 8px; background: #ffd24a; color: #14161a; cursor: pointer; }
[part="button"]:focus-visible { outline: 3px solid #fff; outline-offset: 2px; }
[part="faces"] { margin: 0; padding: 0.5em 1em; list-style: none; }
[part="faces"]:empty { display: none; }
[part="note"] { margin: 0; padding: 0 1em 0.7em; color: #b9bec8; font-size: 0.85em; }
[hidden] { display: none !important; }
`;

const NOTE = "Estimates of how a face looks to a network, computed on this device. They are often wrong, and nothing is sent.";
const FEW_UPDATES = 500;

class VisageView extends HTMLElement {
  static observedAttributes = ["src", "explain", "hide", "camera"];

  #parts = {};
  #visage;
  #stop;
  #stream;
  #frame;
  // When the faces were last put into words.
  #listed = 0;

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const add = (parent, tag, part, properties = {}) => {
      const element = Object.assign(document.createElement(tag), properties);
      element.setAttribute("part", part);
      parent.append(element);
      return (this.#parts[part] = element);
    };
    const stage = add(root, "div", "stage");
    add(stage, "video", "video", { muted: true, playsInline: true, hidden: true });
    add(stage, "img", "image", { alt: "", hidden: true });
    add(stage, "canvas", "overlay");
    add(stage, "p", "message").setAttribute("role", "status");
    add(stage, "button", "button", { type: "button", hidden: true, textContent: "Start the camera" });
    add(root, "ul", "faces");
    add(root, "p", "note", { textContent: NOTE });
    this.#parts.button.onclick = () => this.startCamera();
  }

  /** What was found last, as `Visage.analyze` gives it. */
  get frame() {
    return this.#frame;
  }

  connectedCallback() {
    // A camera is asked for by a click, never by a page's loading.
    this.#parts.button.hidden = !this.hasAttribute("camera");
    if (this.hasAttribute("src")) this.showPhoto(this.getAttribute("src"));
  }

  disconnectedCallback() {
    this.stop();
    this.#visage?.then(
      (visage) => visage.dispose(),
      () => {},
    );
    this.#visage = undefined;
  }

  attributeChangedCallback(name, before, now) {
    if (!this.isConnected || before === now) return;
    if (name === "camera") this.#parts.button.hidden = now === null || this.#stream !== undefined;
    else if (name === "src") now === null ? this.stop() : this.showPhoto(now);
    else if (name === "hide") this.#draw();
    // A video asks before every frame.
    else if (name === "explain" && !this.#stream && this.hasAttribute("src")) this.showPhoto(this.getAttribute("src"));
  }

  /** Shows a photo, by its address or as a file, with what is estimated. */
  async showPhoto(source) {
    const signal = this.#begin();
    const { image } = this.#parts;
    const address = typeof source === "string" ? source : URL.createObjectURL(source);
    try {
      image.crossOrigin = "anonymous";
      image.src = address;
      image.hidden = false;
      this.#say("Looking for faces…");
      const [visage] = await Promise.all([this.#load(), image.decode().catch(() => this.#refuse("The picture cannot be opened."))]);
      const frame = await visage.analyze(image, { explain: this.#explain(), signal });
      this.#say(frame.faces.length > 0 ? "" : "No face was found.");
      this.#show(frame);
    } catch (error) {
      this.#fail(error, signal);
    } finally {
      if (address !== source) URL.revokeObjectURL(address);
    }
  }

  /** Asks for the camera, and shows it with what is estimated until `stop`. */
  async startCamera() {
    const signal = this.#begin();
    const { video, button } = this.#parts;
    button.hidden = true;
    try {
      this.#say("Waiting for the camera…");
      if (!navigator.mediaDevices) this.#refuse("The camera needs a page that came over https.");
      const wanted = { video: { width: { ideal: 1280 }, facingMode: "user" } };
      this.#stream = await navigator.mediaDevices.getUserMedia(wanted).catch((error) => this.#refuse(reasonOf(error)));
      if (signal.aborted) return this.stop();
      video.srcObject = this.#stream;
      await video.play();
      video.hidden = false;
      this.#say("Loading the network…");
      const visage = await this.#load();
      this.#say("");
      for await (const frame of visage.watch(video, { explain: () => this.#explain(), signal })) this.#show(frame);
    } catch (error) {
      this.#fail(error, signal);
      button.hidden = !this.hasAttribute("camera");
    }
  }

  /** Ends the camera or takes the photo away. */
  stop() {
    this.#stop?.abort();
    this.#stream?.getTracks().forEach((track) => track.stop());
    this.#stream = undefined;
    const { video, image, button, faces, overlay } = this.#parts;
    video.srcObject = null;
    video.hidden = image.hidden = true;
    faces.replaceChildren();
    overlay.width = overlay.height = 0;
    this.#frame = undefined;
    this.#say("");
    button.hidden = !this.hasAttribute("camera");
  }

  #begin() {
    this.stop();
    this.#stop = new AbortController();
    return this.#stop.signal;
  }

  #load() {
    const options = {
      backend: this.getAttribute("backend") ?? "auto",
      files: this.getAttribute("files") ?? undefined,
      secondOpinion: this.hasAttribute("second-opinion"),
    };
    this.#visage ??= Visage.load(options).catch((error) => {
      this.#visage = undefined;
      throw error;
    });
    return this.#visage;
  }

  #explain() {
    const explain = this.getAttribute("explain") ?? "age";
    if (explain === "none" || explain === "") return undefined;
    const [attribute, label] = explain.split(":");
    return label ? { attribute, class: label } : attribute;
  }

  #hidden() {
    return (this.getAttribute("hide") ?? "").split(/[\s,]+/).filter(Boolean);
  }

  #show(frame) {
    this.#frame = frame;
    this.#draw();
    this.#list(frame);
    this.dispatchEvent(new CustomEvent("visage-frame", { detail: frame }));
  }

  #draw() {
    if (!this.#frame) return;
    const { overlay } = this.#parts;
    if (overlay.width !== this.#frame.width || overlay.height !== this.#frame.height) {
      [overlay.width, overlay.height] = [this.#frame.width, this.#frame.height];
    }
    draw(overlay, this.#frame, { labels: false });
  }

  /** What is estimated, in words; not with every frame, so that it can be read. */
  #list(frame) {
    const now = performance.now();
    if (this.#stream && now - this.#listed < FEW_UPDATES) return;
    this.#listed = now;
    const hidden = this.#hidden();
    const lines = frame.faces.map((face) => Object.assign(document.createElement("li"), { textContent: sentence(face, hidden) }));
    this.#parts.faces.replaceChildren(...lines);
  }

  #say(text) {
    this.#parts.message.textContent = text;
    this.#parts.message.hidden = text === "";
  }

  #refuse(sentence) {
    throw new VisageError("picture", sentence);
  }

  #fail(error, signal) {
    if (signal.aborted) return;
    this.stop();
    this.#say(error.message);
    this.dispatchEvent(new CustomEvent("visage-error", { detail: error }));
  }
}

function reasonOf({ name }) {
  if (name === "NotAllowedError") {
    const isFramed = window.top !== window.self;
    return isFramed
      ? 'The camera was refused. The page around this frame must allow it (allow="camera"), and so must you.'
      : "The camera was refused. Allow it in the browser's address bar, and try again.";
  }
  return name === "NotFoundError" ? "There is no camera." : "The camera cannot be started. Does another program use it?";
}

/** What is estimated of a face, as a sentence. */
function sentence(face, hidden) {
  const { doubts, taught = {} } = face;
  const shown = Object.keys(CLASSES).filter((name) => !hidden.includes(name) && !face[name].isGuess);
  // The table that says so is inside of `index.js`.
  const isOrdinal = (name) => "years" in face[name];
  const inYears = (name) => `estimated ${name} ${Math.round(face[name].years)} (${face[name].interval.join(" to ")})`;
  const asLabelled = (name) => `${face[name].label} ${Math.round(100 * face[name].probability)} %`;
  const labelled = shown.filter((name) => !isOrdinal(name)).map(asLabelled);
  const parts = [
    ...shown.filter(isOrdinal).map(inYears),
    labelled.length > 0 && `as labelled in the data sets: ${labelled.join(", ")}`,
    ...Object.entries(taught).map(([name, { label }]) => !hidden.includes(name) && `${name}: ${label}`),
    doubts.length > 0 && `doubtful (${doubts.join(", ")})`,
  ];
  return parts.filter(Boolean).join("; ");
}

customElements.define("visage-view", VisageView);

export { VisageView };
