import type { Frame, VisageError } from "./index.js";

/**
 * `<visage-view>`: a camera or a photo with what Visage says of it.
 *
 * Attributes: `src` (a photo's address), `camera` (offers a button for the camera), `explain` (an attribute such as `age`, one with a
 * class as in `gender:female`, or `none`), `hide` (attributes that are not shown, separated by spaces), `mirrored`, `backend`, `files`,
 * `second-opinion` (a second network is loaded and asked about photos as well).
 *
 * CSS parts: `stage`, `video`, `image`, `overlay`, `message`, `button`, `faces`, `note`.
 */
export declare class VisageView extends HTMLElement {
  /** What was found last. */
  readonly frame: Frame | undefined;
  /** Shows a photo, by its address or as a file. */
  showPhoto(source: string | Blob): Promise<void>;
  /** Asks for the camera. */
  startCamera(): Promise<void>;
  /** Ends the camera or takes the photo away. */
  stop(): void;
}

/** What `<visage-view>` tells. */
export interface VisageViewEvents {
  /** A photo was read, or a frame of the camera. */
  "visage-frame": CustomEvent<Frame>;
  /** What went wrong. */
  "visage-error": CustomEvent<VisageError>;
}

declare global {
  interface HTMLElementTagNameMap {
    "visage-view": VisageView;
  }
}
