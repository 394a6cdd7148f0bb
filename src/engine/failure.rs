//! The engine's errors as the page is told of them.

use super::device::WebGpuError;
use super::download::DownloadError;
use super::models::ModelError;
use super::service::FrameError;
use super::start::{StartError, WebGpuRefusal};
use crate::analysis::AnalysisError;
use crate::detection::DetectorError;
use crate::protocol::{Failure, WebGpuProblem};

impl From<StartError> for Failure {
    fn from(error: StartError) -> Self {
        match error {
            StartError::Models(error) => error.into(),
            StartError::WebGpu(problem) => Self::NoWebGpu(problem),
            StartError::Cpu(deviation) => Self::WrongCpu(deviation.to_string()),
        }
    }
}

impl From<ModelError> for Failure {
    fn from(error: ModelError) -> Self {
        match error {
            ModelError::Download(error) => error.into(),
            ModelError::Detector(_) | ModelError::Network(_) | ModelError::Picture(_) | ModelError::Json(_) => {
                Self::FileUnusable(error.to_string())
            }
        }
    }
}

impl From<DownloadError> for Failure {
    fn from(error: DownloadError) -> Self {
        match error {
            DownloadError::Refused { address, status } => Self::FileRefused { file: file_name(&address), status },
            DownloadError::Broken { address, reason } => Self::FileUnreachable { file: file_name(&address), reason },
            DownloadError::DamagedCopy { address, reason } => Self::CopyDamaged { file: file_name(&address), reason },
            DownloadError::Damaged { address } => Self::FileDamaged(file_name(&address)),
        }
    }
}

impl From<FrameError> for Failure {
    fn from(error: FrameError) -> Self {
        match error {
            FrameError::NotStarted | FrameError::NoBitmap | FrameError::NoLayer => Self::Mismatch(error.to_string()),
            FrameError::Pixels(error) => Self::Pixels(error.to_string()),
            FrameError::Analysis(AnalysisError::Detection(DetectorError::EmptyFrame)) => Self::EmptyPicture,
            FrameError::Analysis(error) => Self::Device(error.to_string()),
        }
    }
}

impl From<WebGpuError> for WebGpuProblem {
    fn from(error: WebGpuError) -> Self {
        match error {
            WebGpuError::NoAdapter => Self::NoAdapter,
            WebGpuError::Software(adapter) => Self::Software(adapter),
            WebGpuError::Start(error) => Self::Start(error.to_string()),
        }
    }
}

impl TryFrom<WebGpuRefusal> for WebGpuProblem {
    type Error = ModelError;

    /// # Errors
    /// Where not WebGPU is to blame but the models, which no other device can use either.
    fn try_from(refusal: WebGpuRefusal) -> Result<Self, ModelError> {
        match refusal {
            WebGpuRefusal::Unavailable(error) => Ok(error.into()),
            WebGpuRefusal::SelfTest(deviation) => Ok(Self::SelfTest(deviation.to_string())),
            WebGpuRefusal::Models(error) => Err(error),
        }
    }
}

/// What follows the last slash of an address.
fn file_name(address: &str) -> String {
    address.rsplit('/').next().unwrap_or(address).to_owned()
}
