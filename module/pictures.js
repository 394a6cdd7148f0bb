import { VisageError } from "./errors.js";

// Longest sides, in pixels, of what the engine looks at: of a video's frames, and of a still picture, which it then has as large as it
// is besides. The page (`src/app/browser`) takes the same.
const VIDEO = 640;
const STILL = 1280;

const isVideo = (source) => typeof HTMLVideoElement !== "undefined" && source instanceof HTMLVideoElement;

function fitted(width, height, longest) {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { resizeWidth: Math.max(1, Math.round(width * scale)), resizeHeight: Math.max(1, Math.round(height * scale)) };
}

/** The pixels of a still picture: of the size that the engine looks at, and as large as it is where that is larger. */
export async function still(source) {
  const whole = await bitmapOf(source);
  const { width, height } = whole;
  if (Math.max(width, height) <= STILL) return { bitmap: whole, scale: 1 };
  const size = fitted(width, height, STILL);
  const bitmap = await createImageBitmap(whole, { ...size, resizeQuality: "high" });
  return { bitmap, details: whole, scale: width / bitmap.width };
}

/** The pixels that a video, or what stands in for one, shows now. */
export async function moment(source) {
  expectFrame(source);
  const { width, height } = sizeOf(source);
  const made = createImageBitmap(source, { ...fitted(width, height, VIDEO), resizeQuality: "medium" });
  const bitmap = await made.catch((cause) => {
    throw new VisageError("picture", "The video's frame cannot be read; one from another origin needs CORS.", cause);
  });
  return { bitmap, scale: width / bitmap.width };
}

/** Width and height of a source in its own pixels. */
function sizeOf(source) {
  if (isVideo(source)) return { width: source.videoWidth, height: source.videoHeight };
  const width = source.displayWidth ?? source.naturalWidth ?? source.width;
  return { width, height: source.displayHeight ?? source.naturalHeight ?? source.height };
}

function expectFrame(source) {
  if (isVideo(source) && source.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) {
    throw new VisageError("picture", "The video has no frame yet. Wait for its “loadeddata” event.");
  }
}

async function bitmapOf(source) {
  expectFrame(source);
  try {
    if (typeof HTMLImageElement !== "undefined" && source instanceof HTMLImageElement) await source.decode();
    return await createImageBitmap(source, { imageOrientation: "from-image" });
  } catch (cause) {
    const what = "an image, canvas, video, ImageBitmap, ImageData, VideoFrame, or Blob of a JPEG, PNG or WebP file";
    throw new VisageError(
      "picture",
      `The source cannot be read as a picture. It should be ${what}; from another origin it needs CORS.`,
      cause,
    );
  }
}

/** Resolves when `source` shows something new, as far as can be told. */
export function nextFrame(source, signal) {
  return new Promise((resolve) => {
    // Nothing goes on listening for a frame that has come: there are many.
    const came = new AbortController();
    const come = () => {
      came.abort();
      resolve();
    };
    signal?.addEventListener("abort", come, { signal: came.signal });
    if (isVideo(source) && source.requestVideoFrameCallback) {
      source.requestVideoFrameCallback(come);
      // A video that is stopped or over shows no new frame.
      source.addEventListener("ended", come, { signal: came.signal });
    } else if (globalThis.requestAnimationFrame) requestAnimationFrame(come);
    else setTimeout(come, 16);
  });
}

/** Whether `source` will show nothing new. */
export function isOver(source) {
  return isVideo(source) && (source.ended || source.error !== null);
}
