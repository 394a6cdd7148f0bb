//! What can go wrong on the page, each with a sentence that says what to do.

use super::failure::failure_phrase;
use super::phrase::{Argument, Phrase};
use crate::protocol::{Failure, TeachingProblem};
use thiserror::Error;

/// A failure that the visitor is told of. Its text is the sentence shown.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.phrase().id)]
pub enum PageError {
    /// The page may not use cameras.
    CameraRefused,
    /// The page may not use cameras, as it is in a frame of another page.
    CameraRefusedInFrame,
    /// There is no camera.
    CameraAbsent,
    /// The camera exists but gives no picture.
    CameraBusy,
    /// The chosen camera is no longer there or cannot do what was asked.
    CameraUnsuitable,
    /// The page was not loaded over https or from this machine.
    CameraInsecure,
    /// The camera went away while it was in use.
    CameraUnplugged,
    /// The camera runs and gives no picture for a while.
    CameraSilent,
    /// The visitor or the system has taken the permission back while the camera was in use.
    CameraTakenBack,
    /// The camera gives pictures in which there is no light.
    CameraBlack,
    /// The camera was switched off because nobody could see its picture for a while.
    CameraOutOfSight,
    /// Anything else about cameras; the browser's own words.
    CameraFailed(String),
    /// A picture file of zero bytes.
    EmptyPicture(String),
    /// A file that cannot be read at all, or a folder.
    UnreadableFile(String),
    /// A folder in which there is nothing to open.
    FolderWithoutPictures(String),
    /// What was dropped isn't a file.
    NoFile,
    /// A file that is not a picture.
    NotAPicture(String),
    /// A picture with more pixels than a tab can be trusted to hold.
    HugePicture {
        /// The file's name.
        name: String,
        /// The picture's megapixels.
        megapixels: u64,
        /// The limit in megapixels.
        limit: u64,
    },
    /// A picture, or something like it, in a format that is not opened here.
    ForeignPicture {
        /// The file's name.
        name: String,
        /// The format's name.
        format: &'static str,
    },
    /// An iPhone's format that this browser cannot read.
    HeicPicture(String),
    /// A picture that the browser cannot decode.
    UndecodablePicture(String),
    /// A film that the browser cannot play.
    UnplayableFilm(String),
    /// A film of which the browser can only play the sound.
    FilmWithoutPicture(String),
    /// A second film of one selection.
    FilmLeftOut(String),
    /// A photo that was to be an example and shows no face.
    NoFaceIn(String),
    /// What was learned before cannot be used.
    Heads(TeachingProblem),
    /// A file of the page's own that does not load.
    FileUnavailable(String),
    /// A sample that does not load.
    SampleUnavailable,
    /// The browser made no file of a picture.
    TooLargeToSave,
    /// The clipboard is not to be had; the browser's own words.
    CopyRefused(String),
    /// The device does not share pictures.
    ShareRefused,
    /// The engine failed, on one frame or altogether.
    Engine(Failure),
    /// Anything that a browser should not do; its own words.
    Browser(String),
}

impl PageError {
    /// The sentence that the visitor is told.
    pub fn phrase(&self) -> Phrase {
        let named = |id, name: &String| Phrase::new(id).with("name", Argument::Text(name.clone()));
        let because = |id, reason: &String| Phrase::new(id).with("reason", Argument::Text(reason.clone()));
        match self {
            Self::CameraRefused => Phrase::new("error-camera-refused"),
            Self::CameraRefusedInFrame => Phrase::new("error-camera-framed"),
            Self::CameraAbsent => Phrase::new("error-camera-absent"),
            Self::CameraBusy => Phrase::new("error-camera-busy"),
            Self::CameraUnsuitable => Phrase::new("error-camera-unsuitable"),
            Self::CameraInsecure => Phrase::new("error-camera-insecure"),
            Self::CameraUnplugged => Phrase::new("error-camera-unplugged"),
            Self::CameraSilent => Phrase::new("error-camera-silent"),
            Self::CameraTakenBack => Phrase::new("error-camera-taken-back"),
            Self::CameraBlack => Phrase::new("error-camera-black"),
            Self::CameraOutOfSight => Phrase::new("error-camera-out-of-sight"),
            Self::CameraFailed(reason) => because("error-camera-failed", reason),
            Self::EmptyPicture(name) => named("error-picture-empty", name),
            Self::UnreadableFile(name) => named("error-file-unreadable", name),
            Self::FolderWithoutPictures(name) => named("error-folder-empty", name),
            Self::NoFile => Phrase::new("error-no-file"),
            Self::NotAPicture(name) => named("error-not-a-picture", name),
            Self::HugePicture { name, megapixels, limit } => named("error-picture-huge", name)
                .with("megapixels", Argument::Number(*megapixels as f64, 0))
                .with("limit", Argument::Number(*limit as f64, 0)),
            Self::ForeignPicture { name, format } => {
                named("error-picture-foreign", name).with("format", Argument::Text((*format).to_owned()))
            }
            Self::HeicPicture(name) => named("error-picture-heic", name),
            Self::UndecodablePicture(name) => named("error-picture-damaged", name),
            Self::UnplayableFilm(name) => named("error-film", name),
            Self::FilmWithoutPicture(name) => named("error-film-without-picture", name),
            Self::FilmLeftOut(name) => named("error-film-left-out", name),
            Self::NoFaceIn(name) => named("error-no-face-in", name),
            Self::Heads(problem) => problem_phrase(problem),
            Self::FileUnavailable(name) => named("error-file", name),
            Self::SampleUnavailable => Phrase::new("error-sample"),
            Self::TooLargeToSave => Phrase::new("error-too-large-to-save"),
            Self::CopyRefused(reason) => because("error-copy", reason),
            Self::ShareRefused => Phrase::new("error-share"),
            Self::Engine(failure) => failure_phrase(failure),
            Self::Browser(reason) => because("error-browser", reason),
        }
    }

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

/// Why nothing can be learned, or what was learned cannot be used.
pub fn problem_phrase(problem: &TeachingProblem) -> Phrase {
    match problem {
        TeachingProblem::OneClass(name) => Phrase::new("training-one-class").with("name", Argument::Text(name.clone())),
        TeachingProblem::Unfit => Phrase::new("training-unfit"),
        TeachingProblem::NoFaces => Phrase::new("training-no-faces"),
        TeachingProblem::Damaged => Phrase::new("training-file-damaged"),
        TeachingProblem::OtherNetwork => Phrase::new("training-file-other-network"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_media_exception_has_a_sentence_of_its_own() {
        let names = ["NotAllowedError", "NotFoundError", "NotReadableError", "OverconstrainedError", "TypeError"];
        let mut sentences: Vec<&str> =
            names.iter().map(|name| PageError::from_media_exception(name).phrase().id).collect();
        sentences.sort();
        sentences.dedup();
        assert_eq!(sentences.len(), names.len());
        let unknown = PageError::from_media_exception("TypeError").phrase();
        assert_eq!(unknown.arguments, [("reason", Argument::Text("TypeError".to_owned()))]);
    }
}
