//! What keeps a frame from being analysed, and whether it lies with the frame or with the device.

use crate::detection::DetectorError;
use crate::device::DeviceError;

/// A frame cannot be analysed.
#[derive(Debug, thiserror::Error)]
pub enum AnalysisError {
    /// Faces cannot be looked for.
    #[error(transparent)]
    Detection(#[from] DetectorError),
    /// The device failed.
    #[error("the device could not run the network: {0}")]
    Device(#[from] DeviceError),
}

impl AnalysisError {
    /// How the device failed, where it was that and not the frame.
    pub fn of_the_device(&self) -> Option<&DeviceError> {
        match self {
            Self::Device(error) | Self::Detection(DetectorError::Device(error)) => Some(error),
            Self::Detection(_) => None,
        }
    }
}
