//! What keeps the engine from starting.

use super::models::ModelError;
use crate::protocol::{Failure, WebGpuProblem};

/// The engine cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The models are unusable, whatever the device.
    #[error(transparent)]
    Models(#[from] ModelError),
    /// WebGPU is unusable.
    #[error("WebGPU: {0:?}")]
    WebGpu(WebGpuProblem),
    /// The device computes something else than it should.
    #[error("{0:?}")]
    SelfTest(Failure),
}
