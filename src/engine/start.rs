//! Starts the engine: loads the models and finds the device to compute on.

use super::device::{NAMELESS, WebGpu, WebGpuError};
use super::models::{ModelError, Models};
use super::reply::{blame, post};
use crate::analysis::{Analyzer, Deviation};
use crate::network::{DmtlConfig, Layer, MbConvConfig};
use crate::protocol::{
    Backend, BackendChoice, BlockPart, BlockShape, DeviceReason, EngineInfo, Failure, LoadStep, Response, WebGpuProblem,
};
use futures_util::FutureExt;
use futures_util::future::{Either, LocalBoxFuture, MaybeDone, maybe_done, select};
use futures_util::lock::Mutex;
use std::pin::{Pin, pin};
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
    let mut search = Search::begin(choice == BackendChoice::WebGpu);
    let models = search.beside(Models::load(base_url)).await?;
    if choice == BackendChoice::WebGpu {
        announce(LoadStep::WebGpu);
        return match start_on_webgpu(&models, search.end().await).await {
            Ok(engine) => Ok((engine, None)),
            Err(refusal) => Err(StartError::WebGpu(WebGpuProblem::try_from(refusal)?)),
        };
    }
    let reason = match search.so_far() {
        Some(Ok(adapter)) => DeviceReason::WebGpuPrepared(adapter.name.clone()),
        Some(Err(_)) => {
            let reason = search.end().await.err().unwrap_or(WebGpuError::NoAdapter);
            return Ok((start_on_cpu(&models, DeviceReason::NoWebGpu(reason.into())).await?, None));
        }
        None => DeviceReason::WebGpuPrepared(NAMELESS.to_owned()),
    };
    match start_on_cpu(&models, reason).await {
        Ok(engine) => Ok((engine, Some(Successor { models, search }))),
        // Beside a CPU that computes something else there may be a GPU that does not.
        Err(StartError::Cpu(deviation)) => match start_on_webgpu(&models, search.end().await).await {
            Ok(engine) => Ok((engine, None)),
            Err(_) => Err(StartError::Cpu(deviation)),
        },
        Err(error) => Err(error),
    }
}

type Found = Result<WebGpu, WebGpuError>;

/// A search for an adapter. Nothing waits for it that can do without: browsers may take seconds.
struct Search(Pin<Box<MaybeDone<LocalBoxFuture<'static, Found>>>>);

impl Search {
    /// For an adapter of any kind, or for one that is no software.
    fn begin(any: bool) -> Self {
        let search =
            WebGpu::find().map(move |found| if any { found } else { found.and_then(WebGpu::require_hardware) });
        Self(Box::pin(maybe_done(search.boxed_local())))
    }

    /// Goes on beside `work`, and no longer.
    async fn beside<T>(&mut self, work: impl Future<Output = T>) -> T {
        match select(pin!(work), self.0.as_mut()).await {
            Either::Left((done, _)) => done,
            Either::Right(((), work)) => work.await,
        }
    }

    /// What came of it, if it has ended.
    fn so_far(&mut self) -> Option<&Found> {
        self.0.as_mut().output_mut().map(|found| &*found)
    }

    /// What comes of it in the end.
    async fn end(mut self) -> Found {
        self.0.as_mut().await;
        self.0.as_mut().take_output().unwrap_or(Err(WebGpuError::NoAdapter))
    }
}

/// WebGPU, which is yet to be found, and to show that it computes what it should, and no slower than the CPU.
pub struct Successor {
    models: Models,
    search: Search,
}

impl Successor {
    /// The engine on WebGPU, ready to take over from `incumbent`, the analyser on the CPU. While either is timed, it has
    /// its `turn`.
    ///
    /// # Errors
    /// Where the CPU is to go on: what the page is told of it from now on.
    pub async fn prepare(self, incumbent: &Analyzer, turn: &Mutex<()>) -> Result<Engine, EngineInfo> {
        let Self { models, search } = self;
        let adapter = search.end().await;
        let name = adapter.as_ref().map(|adapter| adapter.name.clone()).unwrap_or_default();
        let reason = match start_on_webgpu(&models, adapter).await {
            Ok(engine) => match both(models.time(&engine.analyzer, turn).await, models.time(incumbent, turn).await) {
                Ok((on_webgpu, on_cpu)) if on_webgpu <= on_cpu => return Ok(engine),
                Ok(_) => DeviceReason::CpuFaster(name),
                Err(error) => DeviceReason::NoWebGpu(WebGpuProblem::SelfTest(error.to_string())),
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

async fn start_on_webgpu(models: &Models, adapter: Found) -> Result<Engine, WebGpuRefusal> {
    let adapter = adapter?;
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
