//! Where frames come from.

use super::super::browser::frame;
use super::super::model::error::PageError;
use web_sys::{HtmlVideoElement, ImageBitmap, Window};

/// What is on the stage.
#[derive(Clone)]
pub enum Source {
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
    Photo(ImageBitmap),
}

impl Source {
    /// The newest frame, as a bitmap that can be given away; `None` while there is none.
    pub async fn newest_frame(&self, window: &Window) -> Result<Option<ImageBitmap>, PageError> {
        match self {
            Self::Nothing => Ok(None),
            Self::Camera { video, .. } => frame::of_video(window, video).await,
            Self::Photo(bitmap) => frame::copy_of(window, bitmap).await.map(Some),
        }
    }

    /// Whether this is a photo.
    pub fn is_photo(&self) -> bool {
        matches!(self, Self::Photo(_))
    }

    /// Whether there is something on the stage.
    pub fn is_something(&self) -> bool {
        !matches!(self, Self::Nothing)
    }

    /// Whether it is shown as in a mirror.
    pub fn is_mirrored(&self) -> bool {
        matches!(self, Self::Camera { mirrored: true, .. })
    }
}
