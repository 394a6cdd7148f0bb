//! Where frames come from.

use super::found::Frame;
use crate::app::browser::frame;
use crate::app::model::error::PageError;
use crate::app::model::phrase::Phrase;
use std::rc::Rc;
use web_sys::{HtmlVideoElement, ImageBitmap, Window};

/// What is on the stage.
#[derive(Clone)]
pub(crate) enum Source {
    /// Nothing yet, or no more.
    Nothing,
    /// A running camera or a film, as a video element plays it.
    Camera {
        /// The element that plays it.
        video: HtmlVideoElement,
        /// Whether it is shown as in a mirror.
        mirrored: bool,
    },
    /// A decoded photo.
    Photo(Rc<Frame>),
}

impl Source {
    /// The newest frame, as a bitmap that can be given away; `None` while there is none.
    pub(crate) async fn newest_frame(&self, window: &Window) -> Result<Option<ImageBitmap>, PageError> {
        match self {
            Self::Nothing => Ok(None),
            Self::Camera { video, .. } => frame::of_video(window, video).await,
            Self::Photo(photo) => frame::copy_of(window, photo).await.map(Some),
        }
    }

    /// A photo as large as it is, where that is larger than the frame; once.
    pub(crate) fn take_details(&self) -> Option<ImageBitmap> {
        match self {
            Self::Photo(photo) => photo.take_details(),
            Self::Nothing | Self::Camera { .. } => None,
        }
    }

    /// Seconds since the beginning of a video; `None` for a photo.
    pub(crate) fn seconds(&self) -> Option<f64> {
        match self {
            Self::Camera { video, .. } => Some(video.current_time()),
            Self::Nothing | Self::Photo(_) => None,
        }
    }

    /// Whether this is a photo.
    pub(crate) fn is_photo(&self) -> bool {
        matches!(self, Self::Photo(_))
    }

    /// Whether there is something on the stage.
    pub(crate) fn is_something(&self) -> bool {
        !matches!(self, Self::Nothing)
    }

    /// Whether it is shown as in a mirror.
    pub(crate) fn is_mirrored(&self) -> bool {
        matches!(self, Self::Camera { mirrored: true, .. })
    }

    /// What is said after a file that could not be opened, so that nobody takes what is on the stage for it.
    pub(crate) fn stays(&self) -> Option<Phrase> {
        self.is_something().then(|| Phrase::new("still-earlier-picture"))
    }
}
