//! Starts the engine: loads the models, makes the device ready, and tests it.

use super::device::Device;
use super::models::Models;
use super::self_test::SelfTest;
use super::start_error::StartError;
use crate::analysis::Analyzer;
use crate::protocol::{Cost, EngineInfo};

/// What a started engine consists of.
pub(super) struct Engine {
    /// The analyzer, on the worker's device.
    pub analyzer: Analyzer,
    /// What the page is told.
    pub info: EngineInfo,
}

/// Loads the models and makes `device` ready.
///
/// # Errors
/// When the models or the device are unusable, or the device has to be tested first and fails.
pub(super) async fn start<D: Device>(device: &D) -> Result<Engine, StartError> {
    let analyzer = device.analyzer(Models::default()).await?;
    let cost = if D::IS_TESTED_FIRST {
        Some(tested(&analyzer).await.map_err(|deviation| StartError::SelfTest(D::fails_self_test(deviation)))?)
    } else {
        None
    };
    Ok(Engine { info: info(device, cost), analyzer })
}

/// What a frame costs, of a device that computes what it should.
async fn tested(analyzer: &Analyzer) -> Result<Cost, String> {
    let test = SelfTest::load().await?;
    test.check(analyzer).await?;
    test.time(analyzer).await
}

fn info<D: Device>(device: &D, cost: Option<Cost>) -> EngineInfo {
    EngineInfo { backend: D::BACKEND, adapter: device.name(), cost, weights_hash: Models::weights_hash() }
}
