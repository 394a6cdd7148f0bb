//! What can go wrong on the page, each as a sentence that says what to do.

use thiserror::Error;

/// A failure that the visitor is told of. Its text is the sentence shown.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum PageError {
    /// The page may not use cameras.
    #[error(
        "The camera was refused. Allow it for this page in the browser's address bar or settings, then start it again, \
         or use a photo."
    )]
    CameraRefused,
    /// There is no camera.
    #[error("No camera was found. Connect one and start it again, or use a photo.")]
    CameraAbsent,
    /// The camera exists but gives no picture.
    #[error("The camera is busy. Close other programs or tabs that use it, then start it again.")]
    CameraBusy,
    /// The chosen camera is no longer there or cannot do what was asked.
    #[error("That camera cannot be used any more. Choose another one from the list, or start again.")]
    CameraUnsuitable,
    /// The page was not loaded over https or from this machine.
    #[error(
        "The browser gives cameras only to pages loaded over https or from localhost. Open this page that way, or use a photo."
    )]
    CameraInsecure,
    /// The camera went away while it was in use.
    #[error("The camera was unplugged or taken away. Connect it and start it again.")]
    CameraUnplugged,
    /// Anything else about cameras; the browser's own words.
    #[error("The camera could not be started ({0}). Try again, or use a photo.")]
    CameraFailed(String),
    /// A picture file of zero bytes.
    #[error("“{0}” is empty (0 bytes). Choose another photo.")]
    EmptyPicture(String),
    /// A file that is not a picture.
    #[error("“{0}” is not a picture. Choose a JPEG, PNG, WebP, AVIF or GIF file.")]
    NotAPicture(String),
    /// A picture with more pixels than a tab can be trusted to hold.
    #[error("“{name}” has {megapixels} megapixels; at most {limit} can be opened here. Make it smaller and try again.")]
    HugePicture {
        /// The file's name.
        name: String,
        /// Its size.
        megapixels: u64,
        /// The limit.
        limit: u64,
    },
    /// An iPhone's format that this browser cannot read.
    #[error("This browser cannot open HEIC photos such as “{0}”. Save it as JPEG and try again.")]
    HeicPicture(String),
    /// A picture that the browser cannot decode.
    #[error("“{0}” cannot be opened; it may be damaged. Choose another photo.")]
    UndecodablePicture(String),
    /// A film that the browser cannot play.
    #[error("The film “{0}” cannot be played here. Choose an MP4 or WebM file.")]
    UnplayableFilm(String),
    /// A file of the page's own that does not load.
    #[error("“{0}” could not be loaded. Check the connection and open this step again.")]
    FileUnavailable(String),
    /// A sample that does not load.
    #[error("The sample photo could not be loaded. Check the connection and try again, or use your own photo.")]
    SampleUnavailable,
    /// The browser made no file of a picture.
    #[error("The picture is too large to save. Try a smaller photo.")]
    TooLargeToSave,
    /// The clipboard is not to be had; the browser's own words.
    #[error("The browser does not let this page use the clipboard ({0}). Save the picture instead.")]
    CopyRefused(String),
    /// The device does not share pictures.
    #[error("This device cannot share the picture. Save it instead.")]
    ShareRefused,
    /// The engine failed on one frame; its own sentence.
    #[error("{0}")]
    Frame(String),
    /// Anything that a browser should not do; its own words.
    #[error("The browser reported a problem ({0}). Reload the page; if it comes again, try another browser.")]
    Browser(String),
}

impl PageError {
    /// The error that `getUserMedia` means by the `DOMException` with this name.
    pub fn from_media_exception(name: &str) -> Self {
        match name {
            "NotAllowedError" | "PermissionDeniedError" => Self::CameraRefused,
            "NotFoundError" | "DevicesNotFoundError" => Self::CameraAbsent,
            "NotReadableError" | "TrackStartError" | "AbortError" => Self::CameraBusy,
            "OverconstrainedError" => Self::CameraUnsuitable,
            "SecurityError" => Self::CameraInsecure,
            other => Self::CameraFailed(other.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_media_exception_has_a_sentence_of_its_own() {
        let names = ["NotAllowedError", "NotFoundError", "NotReadableError", "OverconstrainedError", "TypeError"];
        let mut sentences: Vec<String> =
            names.iter().map(|name| PageError::from_media_exception(name).to_string()).collect();
        sentences.sort();
        sentences.dedup();
        assert_eq!(sentences.len(), names.len());
        assert!(PageError::from_media_exception("TypeError").to_string().contains("TypeError"));
    }
}
