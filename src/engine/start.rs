//! Starts the engine: loads the models and finds the device to compute on.

use super::device::{WebGpu, WebGpuError};
use super::models::{ModelError, Models};
use super::reply::{blame, post};
use crate::analysis::{Analyzer, Deviation};
use crate::network::{DmtlConfig, Layer, MbConvConfig};
use crate::protocol::{
    Backend, BackendChoice, BlockPart, BlockShape, DeviceReason, EngineInfo, Failure, LoadStep, Response, WebGpuProblem,
};

/// The engine cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The models are unusable, whatever the device.
    #[error(transparent)]
    Models(#[from] ModelError),
    /// WebGPU is unusable, and nothing else is wanted.
    #[error("WebGPU: {0:?}")]
    WebGpu(WebGpuProblem),
    /// The CPU computes something else than it should.
    #[error("CPU: {0}")]
    Cpu(Deviation),
}

/// WebGPU is not used.
#[derive(Debug, thiserror::Error)]
pub enum WebGpuRefusal {
    /// There is none.
    #[error(transparent)]
    Unavailable(#[from] WebGpuError),
    /// It computes something else than it should.
    #[error(transparent)]
    SelfTest(#[from] Deviation),
    /// The models are unusable, whatever the device.
    #[error(transparent)]
    Models(#[from] ModelError),
}

/// What a started engine consists of.
pub struct Engine {
    /// On the device that `info` names.
    pub analyzer: Analyzer,
    /// What the page is told.
    pub info: EngineInfo,
}

/// Loads the models below `base_url` and starts on the device that `choice` and this browser allow.
///
/// # Errors
/// When the models are unusable, or no device is left that computes what it should.
pub async fn start(
    choice: BackendChoice,
    base_url: &str,
    after_failure: Option<Failure>,
) -> Result<Engine, StartError> {
    let models = Models::load(base_url).await?;
    let why_cpu = match choice {
        BackendChoice::Cpu => after_failure.map_or(DeviceReason::CpuWanted, DeviceReason::AfterFailure),
        BackendChoice::Auto | BackendChoice::WebGpu => match start_on_webgpu(&models, choice).await {
            Ok(engine) => return Ok(engine),
            Err(refusal) => {
                let problem = WebGpuProblem::try_from(refusal)?;
                if choice == BackendChoice::WebGpu {
                    return Err(StartError::WebGpu(problem));
                }
                DeviceReason::NoWebGpu(problem)
            }
        },
    };
    start_on_cpu(&models, why_cpu).await
}

async fn start_on_webgpu(models: &Models, choice: BackendChoice) -> Result<Engine, WebGpuRefusal> {
    let mut adapter = WebGpu::find().await?;
    if choice == BackendChoice::Auto {
        adapter = adapter.require_hardware()?;
    }
    announce(LoadStep::WebGpu);
    blame(Backend::WebGpu);
    let analyzer = models.analyzer_on_device(&adapter.start().await?)?;
    models.self_test(&analyzer).await?;
    let reason = DeviceReason::AdapterPassed(adapter.name);
    Ok(Engine { info: info(Backend::WebGpu, reason, models), analyzer })
}

async fn start_on_cpu(models: &Models, reason: DeviceReason) -> Result<Engine, StartError> {
    announce(LoadStep::Cpu);
    blame(Backend::Cpu);
    let analyzer = models.analyzer_on_cpu()?;
    models.self_test(&analyzer).await.map_err(StartError::Cpu)?;
    Ok(Engine { info: info(Backend::Cpu, reason, models), analyzer })
}

fn announce(step: LoadStep) {
    post(&Response::Loading { step, loaded: 0.0, total: 0.0 });
}

fn info(backend: Backend, reason: DeviceReason, models: &Models) -> EngineInfo {
    EngineInfo {
        backend,
        reason,
        layers: Layer::ALL.map(Layer::side).to_vec(),
        blocks: blocks(&DmtlConfig::new()),
        weights_hash: models.weights_hash(),
        default_layer: Layer::ALL.iter().position(|&layer| layer == Layer::DEFAULT).unwrap_or_default(),
    }
}

/// The shapes of all blocks, from the image on.
fn blocks(network: &DmtlConfig) -> Vec<BlockShape> {
    let shape = |part: BlockPart, block: &MbConvConfig| {
        let [input, expanded, output, kernel, stride] = block.shape().map(|number| number as u32);
        BlockShape { part, input, expanded, output, kernel, stride }
    };
    let mut shapes = Vec::new();
    for (stage, blocks) in (1..).zip(network.trunk_blocks()) {
        shapes.extend(blocks.iter().map(|block| shape(BlockPart::Stage(stage), block)));
    }
    for part in [BlockPart::Ordinal, BlockPart::Nominal] {
        shapes.extend(network.branch_blocks().iter().map(|block| shape(part, block)));
    }
    shapes
}
