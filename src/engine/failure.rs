//! The engine's errors as the page is told of them.

use super::download::DownloadError;
use super::models::ModelError;
use super::pixels::PixelError;
use super::service::FrameError;
use super::start_error::StartError;
use crate::analysis::AnalysisError;
use crate::detection::DetectorError;
use crate::protocol::{Failure, FileProblem};

impl From<StartError> for Failure {
    fn from(error: StartError) -> Self {
        match error {
            StartError::Models(error) => error.into(),
            StartError::WebGpu(problem) => Self::NoWebGpu(problem),
            StartError::SelfTest(failure) => failure,
        }
    }
}

impl From<ModelError> for Failure {
    fn from(error: ModelError) -> Self {
        match error {
            ModelError::Download(error) => error.into(),
            ModelError::Detector(_) | ModelError::Network(_) => Self::FileUnusable(error.to_string()),
        }
    }
}

impl From<DownloadError> for Failure {
    fn from(error: DownloadError) -> Self {
        let problem = |address: String, reason: String| FileProblem { file: file_name(&address), reason };
        match error {
            DownloadError::Refused { address, status } => Self::FileRefused(problem(address, status.to_string())),
            DownloadError::Broken { address, reason } => Self::FileUnreachable(problem(address, reason)),
            DownloadError::DamagedCopy { address, reason } => Self::CopyDamaged(problem(address, reason)),
            DownloadError::Damaged { address } => Self::FileDamaged(file_name(&address)),
        }
    }
}

impl From<FrameError> for Failure {
    fn from(error: FrameError) -> Self {
        match error {
            FrameError::NoBitmap | FrameError::NoLayer => Self::Mismatch(error.to_string()),
            FrameError::Pixels(PixelError::False) => Self::FalsePixels,
            FrameError::Pixels(PixelError::Unreadable(reason)) => Self::Pixels(reason),
            FrameError::Analysis(AnalysisError::Detection(DetectorError::EmptyFrame)) => Self::EmptyPicture,
            FrameError::Analysis(error) => Self::Device(error.to_string()),
        }
    }
}

/// What follows the last slash of an address.
fn file_name(address: &str) -> String {
    address.rsplit('/').next().unwrap_or(address).to_owned()
}
