//! Starts the engine: loads the models and finds the device to compute on.

use super::device::{WebGpu, WebGpuError};
use super::models::{ModelError, Models};
use super::reply::{blame, post};
use crate::analysis::{Analyzer, Deviation};
use crate::network::{DmtlConfig, Layer, MbConvConfig};
use crate::protocol::{
    Backend, BackendChoice, BlockPart, BlockShape, DeviceReason, EngineInfo, Failure, LoadStep, Response, WebGpuProblem,
};
use futures_util::future::join;
use std::rc::Rc;

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
    pub analyzer: Rc<Analyzer>,
    /// What the page is told.
    pub info: EngineInfo,
}

/// Loads the models below `base_url` and starts on the device that `choice` and this browser allow. Where that may be WebGPU
/// or the CPU, the CPU, which is ready first, starts, and a successor comes with it.
///
/// # Errors
/// When the models are unusable, or no device is left that computes what it should.
pub async fn start(
    choice: BackendChoice,
    base_url: &str,
    after_failure: Option<Failure>,
) -> Result<(Engine, Option<Successor>), StartError> {
    if choice == BackendChoice::Cpu {
        let reason = after_failure.map_or(DeviceReason::CpuWanted, DeviceReason::AfterFailure);
        return Ok((start_on_cpu(&Models::load(base_url).await?, reason).await?, None));
    }
    let (models, adapter) = join(Models::load(base_url), WebGpu::find()).await;
    let models = models?;
    if choice == BackendChoice::WebGpu {
        announce(LoadStep::WebGpu);
        let adapter = adapter.map_err(|error| StartError::WebGpu(error.into()))?;
        return match start_on_webgpu(&models, adapter).await {
            Ok(engine) => Ok((engine, None)),
            Err(refusal) => Err(StartError::WebGpu(WebGpuProblem::try_from(refusal)?)),
        };
    }
    match adapter.and_then(WebGpu::require_hardware) {
        Ok(adapter) => {
            let engine = start_on_cpu(&models, DeviceReason::WebGpuPrepared(adapter.name.clone())).await?;
            Ok((engine, Some(Successor { models, adapter })))
        }
        Err(error) => Ok((start_on_cpu(&models, DeviceReason::NoWebGpu(error.into())).await?, None)),
    }
}

/// WebGPU, which is yet to show that it computes what it should, and no slower than the CPU.
pub struct Successor {
    models: Models,
    adapter: WebGpu,
}

impl Successor {
    /// The engine on WebGPU, ready to take over from `incumbent`, the analyser on the CPU.
    ///
    /// # Errors
    /// Where the CPU is to go on: what the page is told of it from now on.
    pub async fn prepare(self, incumbent: &Analyzer) -> Result<Engine, EngineInfo> {
        let Self { models, adapter } = self;
        let name = adapter.name.clone();
        let reason = match start_on_webgpu(&models, adapter).await {
            Ok(engine) => match both(models.time(&engine.analyzer).await, models.time(incumbent).await) {
                Ok((on_webgpu, on_cpu)) if on_webgpu <= on_cpu => return Ok(engine),
                Ok(_) => DeviceReason::CpuFaster(name),
                Err(deviation) => DeviceReason::NoWebGpu(WebGpuProblem::SelfTest(deviation.to_string())),
            },
            Err(refusal) => DeviceReason::NoWebGpu(
                // The models were good enough for the CPU.
                WebGpuProblem::try_from(refusal).unwrap_or_else(|error| WebGpuProblem::Start(error.to_string())),
            ),
        };
        blame(Backend::Cpu);
        Err(info(Backend::Cpu, reason, &models))
    }
}

fn both<A, B, E>(first: Result<A, E>, second: Result<B, E>) -> Result<(A, B), E> {
    Ok((first?, second?))
}

async fn start_on_webgpu(models: &Models, adapter: WebGpu) -> Result<Engine, WebGpuRefusal> {
    blame(Backend::WebGpu);
    let analyzer = models.analyzer_on_device(&adapter.start().await?)?;
    models.self_test(&analyzer).await?;
    let reason = DeviceReason::AdapterPassed(adapter.name);
    Ok(Engine { info: info(Backend::WebGpu, reason, models), analyzer: Rc::new(analyzer) })
}

async fn start_on_cpu(models: &Models, reason: DeviceReason) -> Result<Engine, StartError> {
    announce(LoadStep::Cpu);
    blame(Backend::Cpu);
    let analyzer = models.analyzer_on_cpu()?;
    models.self_test(&analyzer).await.map_err(StartError::Cpu)?;
    Ok(Engine { info: info(Backend::Cpu, reason, models), analyzer: Rc::new(analyzer) })
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
