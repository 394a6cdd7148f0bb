/** Visage: estimates of how a face looks to a network, computed on the device, with their doubt and where the network looked. */

/** What can be looked at. A picture from another origin needs CORS. */
export type Picture =
  HTMLImageElement | HTMLCanvasElement | OffscreenCanvas | HTMLVideoElement | ImageBitmap | ImageData | VideoFrame | Blob;

/** What computes: the CPU, WebGPU, or WebGPU from when on that is quicker. */
export type Backend = "auto" | "cpu" | "webgpu";

/** How `Visage.load` starts. */
export interface LoadOptions {
  /** What is to compute. Default: `"auto"`. */
  backend?: Backend;
  /** The folder of the engine's files, if they do not lie beside the module: with a bundler that leaves `new URL(…, import.meta.url)` alone. */
  files?: string | URL;
  /** How much of the weights has arrived, in bytes. */
  onProgress?: (progress: { loaded: number; total: number }) => void;
  /**
   * Whether a second network is loaded, 3.5 MB more, and asked about still pictures as well. The estimates of `analyze` are then the mean
   * of both, which errs less; heat maps stay the first one's. Default: false.
   */
  secondOpinion?: boolean;
  /** With the backend `"webgpu"`: whether an adapter that is no GPU will do. */
  anyAdapter?: boolean;
  /** Ends the call, which then throws the signal’s reason. */
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
      /** Default: the last one. */
      layer?: Layer;
    };

/** How `analyze` looks. */
export interface AnalyzeOptions {
  /** What heat maps are to explain; there are none without. */
  explain?: Explain;
  /** How far the search for faces has come: the share that is done, 0 to 1, and faces found by now. */
  onProgress?: (progress: { share: number; faces: number }) => void;
  /** Ends the call, which then throws the signal’s reason. */
  signal?: AbortSignal;
}

/** How `watch` looks. */
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

/** What was found in a picture. */
export interface Frame {
  /** Width of the source in pixels. */
  width: number;
  /** Height of the source in pixels. */
  height: number;
  /** How many faces were found; of too many the smallest are not read. */
  count: number;
  /** The faces that were read, the largest first. */
  faces: Face[];
  /** Whether the estimates are the mean of two networks. */
  secondOpinion: boolean;
  /** What the stages took in the worker, in milliseconds. */
  timings: { read: number; detect: number; attributes: number; explain: number };
}

/** A frame of a video. */
export interface MomentFrame extends Frame {
  /** When it was taken, on the clock of `performance.now()`, in milliseconds. */
  time: number;
}

// Every attribute is a member. Those are named below of which there is more to say.
/** A face, and what the network says of it. */
export interface Face extends Record<Exclude<Attribute, "age">, ClassEstimate> {
  /** Who it is, over a whole `watch`: never given to somebody else. */
  identity: number;
  /** Its number, which it keeps from frame to frame; the smallest free one from 0. */
  number: number;
  /** Around the face, from forehead to chin. */
  box: Box;
  /** The detector's confidence, 0 to 1. */
  score: number;
  /** Right and left are the person's own. */
  keyPoints: Record<"rightEye" | "leftEye" | "nose" | "mouth" | "rightEar" | "leftEar", Point>;
  /** How old the face looks. */
  age: AgeEstimate;
  /** As labelled in the data sets. */
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

/** An age, as a distribution. */
export interface AgeEstimate {
  /** The expected age, in years. */
  years: number;
  /** First and last year of the central interval that holds 80 % of the distribution. */
  interval: [number, number];
  /** The probability of each year, 0 to 100. */
  distribution: number[];
}

/** One of several classes. */
export interface ClassEstimate {
  /** The likeliest class. */
  label: string;
  /** Its probability, 0 to 1. */
  probability: number;
  /** The probabilities of all classes, by their labels. */
  probabilities: Record<string, number>;
}

/** A reason not to believe what is said of a face. */
export type Doubt = "small" | "cutOff" | "turned" | "unclear" | "dark" | "bright" | "blurred" | "tilted" | "covered" | "unlike";

/** Evidence on a face. */
export interface HeatMap {
  /** Width and height in pixels of the aligned crop; see `cropToFrame`. */
  size: number;
  /** `size × size` values, rows from top to bottom: 0 for no evidence to 255 for the strongest. */
  evidence: Uint8Array;
}

/** New attributes: one to four. */
export interface Task {
  /** Learned together. */
  attributes: {
    /** Any name, which labels and results then use. */
    name: string;
    /** Two to six; of an ordered attribute up to seven. */
    classes: string[];
    /** Whether the classes are levels, in their order. */
    ordered?: boolean;
  }[];
}

/** A face that shows something. */
export interface Example {
  /** A picture of a face; the largest one counts. */
  source: Picture;
  /** The class of each attribute that is known, by the attributes' names. */
  labels: Record<string, string>;
}

/** How `teach` learns. */
export interface TeachOptions {
  /** Where in the network features are taken from. Default: `"trunk"`, which all attributes share. */
  place?: "trunk" | "ordinal" | "nominal";
  /** How the attributes' losses are weighted: by learned uncertainty, alike, or by these weights. */
  weighting?: "learned" | "equal" | number[];
  /** Of everything random. Default: 1. */
  seed?: number;
  /** Examples that were looked at, then passes over them with each attribute's loss and weight. */
  onProgress?: (progress: { examples: number; of: number } | { epochs: unknown[] }) => void;
  /** Ends the call, which then throws the signal’s reason. */
  signal?: AbortSignal;
}

/** What came of learning. */
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

/** What `draw` shows. */
export interface DrawOptions {
  /** Default: true. */
  labels?: boolean;
  /** Default: true. */
  heatMaps?: boolean;
  /** Attributes that are not shown. */
  hide?: string[];
}

/** Finds faces, estimates age, gender and race, and shows where the network looked. */
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
  /** What kind of thing went wrong. */
  readonly code: "files" | "webgpu" | "engine" | "late" | "pixels" | "picture" | "option" | "teaching" | "disposed";
}

/** What evidence about an age can speak for. */
export declare const AGES: readonly string[];
/** Gender as labelled in the data sets. */
export declare const GENDERS: readonly string[];
/** Race as labelled in the data sets. */
export declare const RACES: readonly string[];
/** The names of a face's key points. */
export declare const KEY_POINTS: readonly string[];
/** The stages at whose ends a heat map can look. */
export declare const LAYERS: readonly Layer[];
/** What a heat map of each attribute can speak for. */
export declare const CLASSES: Readonly<Record<Attribute, readonly string[]>>;
