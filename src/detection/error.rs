//! What keeps faces from being found: weights of something else, a picture without pixels, a device that fails.

use super::picture::PictureError;
use crate::device::DeviceError;

/// Faces cannot be looked for.
#[derive(Debug, thiserror::Error)]
pub enum DetectorError {
    /// The weights aren't a burnpack, are cut short, or are those of something else.
    #[error("the face detector's weights are damaged or of another version: {0}")]
    Weights(Box<dyn std::error::Error + Send + Sync>),
    /// The frame has no pixels.
    #[error("the picture is empty")]
    EmptyFrame,
    /// A part of the picture cannot be read.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// The device failed.
    #[error("the face detector could not run on this device: {0}")]
    Device(#[from] DeviceError),
}

pub(super) fn unusable(weights: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> DetectorError {
    DetectorError::Weights(weights.into())
}
