/** Visage: estimates of how a face looks to a network, computed on the device, with their doubt and where the network looked. */

/** What can be looked at. A picture from another origin needs CORS. */
export type Picture =
  | HTMLImageElement
  | HTMLCanvasElement
  | OffscreenCanvas
  | HTMLVideoElement
  | ImageBitmap
  | ImageData
  | VideoFrame
  | Blob;

/** What computes: the CPU, WebGPU, or WebGPU from when on that is quicker. */
export type Backend = "auto" | "cpu" | "webgpu";

export interface LoadOptions {
  /** What is to compute. Default: `"auto"`. */
  backend?: Backend;
  /** The folder of the engine's files, if they do not lie beside the module: with a bundler that leaves `new URL(…, import.meta.url)` alone. */
  files?: string | URL;
  /** How much of the weights has arrived, in bytes. */
  onProgress?: (progress: { loaded: number; total: number }) => void;
  /** With the backend `"webgpu"`: whether an adapter that is no GPU will do. */
  anyAdapter?: boolean;
  signal?: AbortSignal;
}

/** The network's attributes. */
export type Attribute = "age" | "gender" | "race";
/** The stage of the network at whose end a heat map looks; the last one is the default. */
export type Layer = "stage1" | "stage2" | "stage3" | "stage4" | "stage5";

/** What a heat map is to explain: an attribute, or one that was taught, by its name. */
export type Explain =
  | Attribute
  | (string & {})
  | {
      attribute: Attribute | (string & {});
      /** What the evidence is to speak for: a label, or for age “Older” or “Younger”. Default: what is estimated; for age, an older one. */
      class?: string;
      layer?: Layer;
    };

export interface AnalyzeOptions {
  explain?: Explain;
  /** How far the search for faces has come: the share that is done, 0 to 1, and faces found by now. */
  onProgress?: (progress: { share: number; faces: number }) => void;
  signal?: AbortSignal;
}

export interface WatchOptions {
  /** What heat maps are to explain; a function is asked before every frame. */
  explain?: Explain | (() => Explain | undefined);
  /** Whether estimates are averaged over the last moments, so that they can be read. Default: true. */
  smooth?: boolean;
  /** Ends the loop. */
  signal?: AbortSignal;
}

/** In pixels of the source. */
export interface Point {
  x: number;
  y: number;
}

/** In pixels of the source. */
export interface Box extends Point {
  width: number;
  height: number;
}

export interface Frame {
  /** Width of the source in pixels. */
  width: number;
  /** Height of the source in pixels. */
  height: number;
  /** How many faces were found; of too many the smallest are not read. */
  count: number;
  /** The faces that were read, the largest first. */
  faces: Face[];
  /** What the stages took in the worker, in milliseconds. */
  timings: { read: number; detect: number; attributes: number; explain: number };
}

/** A frame of a video. */
export interface MomentFrame extends Frame {
  /** When it was taken, on the clock of `performance.now()`, in milliseconds. */
  time: number;
}

export interface Face {
  /** Who it is, over a whole `watch`: never given to somebody else. */
  identity: number;
  /** Its number, which it keeps from frame to frame; the smallest free one from 0. */
  number: number;
  box: Box;
  /** The detector's confidence, 0 to 1. */
  score: number;
  /** Right and left are the person's own. */
  keyPoints: Record<"rightEye" | "leftEye" | "nose" | "mouth" | "rightEar" | "leftEar", Point>;
  age: AgeEstimate;
  gender: ClassEstimate & {
    /** Whether the face looks younger than three: then the gender is no more than a guess, and better not shown. */
    isGuess: boolean;
  };
  /** As labelled in the data sets. */
  race: ClassEstimate;
  /** Why the estimates should not be believed; empty for an ordinary face. */
  doubts: Doubt[];
  /** Takes a place in the aligned crop, 112 pixels a side, to the source: `x' = a x − b y + tx`, `y' = b x + a y + ty`. */
  cropToFrame: { a: number; b: number; tx: number; ty: number };
  /** Where the network looked, if that was asked for. */
  heatMap?: HeatMap;
  /** What is said of attributes that were taught, by their names. */
  taught?: Record<string, ClassEstimate>;
  /** Whether the face is unlike all examples of what was taught. */
  isUnlikeExamples?: boolean;
}

export interface AgeEstimate {
  /** The expected age, in years. */
  years: number;
  /** First and last year of the central interval that holds 80 % of the distribution. */
  interval: [number, number];
  /** The probability of each year, 0 to 100. */
  distribution: number[];
}

export interface ClassEstimate {
  /** The likeliest class. */
  label: string;
  /** Its probability, 0 to 1. */
  probability: number;
  /** The probabilities of all classes, by their labels. */
  probabilities: Record<string, number>;
}

export type Doubt =
  | "small"
  | "cutOff"
  | "turned"
  | "unclear"
  | "dark"
  | "bright"
  | "blurred"
  | "tilted"
  | "covered"
  | "unlike";

export interface HeatMap {
  /** Width and height in pixels of the aligned crop; see `cropToFrame`. */
  size: number;
  /** `size × size` values, rows from top to bottom: 0 for no evidence to 255 for the strongest. */
  evidence: Uint8Array;
}

/** New attributes: one to four. */
export interface Task {
  attributes: {
    name: string;
    /** Two to six; of an ordered attribute up to seven. */
    classes: string[];
    /** Whether the classes are levels, in their order. */
    ordered?: boolean;
  }[];
}

export interface Example {
  /** A picture of a face; the largest one counts. */
  source: Picture;
  /** The class of each attribute that is known, by the attributes' names. */
  labels: Record<string, string>;
}

export interface TeachOptions {
  /** Where in the network features are taken from. Default: `"trunk"`, which all attributes share. */
  place?: "trunk" | "ordinal" | "nominal";
  /** How the attributes' losses are weighted: by learned uncertainty, alike, or by these weights. */
  weighting?: "learned" | "equal" | number[];
  seed?: number;
  /** Examples that were looked at, then passes over them with each attribute's loss and weight. */
  onProgress?: (progress: { examples: number; of: number } | { epochs: unknown[] }) => void;
  signal?: AbortSignal;
}

export interface Taught {
  /** What was learned, for `use`, and for JSON. It holds no picture. */
  heads: Heads;
  /** How each attribute was answered on the fifth of the examples that was held back. */
  outcomes: { name: string; classes: string[]; count: number; right: number; confusion: number[][] }[];
  /** Examples in which no face was found. */
  withoutFace: number;
}

/** What was learned; plain data, which means something on the same version's network only. */
export type Heads = object;

export interface DrawOptions {
  /** Default: true. */
  labels?: boolean;
  /** Default: true. */
  heatMaps?: boolean;
  /** Attributes that are not shown. */
  hide?: string[];
}

export declare class Visage {
  private constructor();
  /** Starts the engine in a worker, and resolves once it can look at pictures. */
  static load(options?: LoadOptions): Promise<Visage>;
  /** What computes now. */
  readonly backend: "cpu" | "webgpu";
  /** The name of the WebGPU adapter; empty on the CPU. */
  readonly adapter: string;
  /** Finds the faces of a still picture, however small, and reads them. */
  analyze(source: Picture, options?: AnalyzeOptions): Promise<Frame>;
  /** Follows the faces of a video: each turn of the loop sees the newest frame. It ends with the video, or by the signal. */
  watch(source: HTMLVideoElement | HTMLCanvasElement | OffscreenCanvas, options?: WatchOptions): AsyncGenerator<MomentFrame, void, void>;
  /** Draws boxes, estimates and heat maps on a canvas that lies over the source. */
  draw(canvas: HTMLCanvasElement | OffscreenCanvas, frame: Frame, options?: DrawOptions): void;
  /** Learns new attributes from examples, and says them of every face from then on. */
  teach(task: Task, examples: Example[], options?: TeachOptions): Promise<Taught>;
  /** Says of every face what was learned before; of nothing where `heads` are none. */
  use(heads?: Heads): Promise<void>;
  /** Ends the workers. What is asked of them fails. */
  dispose(): void;
}

/** See {@link Visage.draw}. */
export declare function draw(canvas: HTMLCanvasElement | OffscreenCanvas, frame: Frame, options?: DrawOptions): void;

/** Something went wrong; the message is a sentence that says what to do next. An aborted call throws the signal's reason instead. */
export declare class VisageError extends Error {
  readonly code:
    | "files"
    | "webgpu"
    | "engine"
    | "late"
    | "pixels"
    | "picture"
    | "option"
    | "teaching"
    | "disposed";
}

export declare const AGES: readonly string[];
export declare const GENDERS: readonly string[];
export declare const RACES: readonly string[];
export declare const KEY_POINTS: readonly string[];
export declare const LAYERS: readonly Layer[];
export declare const CLASSES: Readonly<Record<Attribute, readonly string[]>>;
