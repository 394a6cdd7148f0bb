//! Checkpoints of a training: weights, moving average, optimizer states and progress, replaced all at once; and the
//! note of the trainings that its first weights came from.

use super::config::TrainingConfig;
use super::state::{Learner, Optimizers};
use crate::network::{Dmtl, DmtlConfig};
use anyhow::{Context, Result};
use burn::module::Module;
use burn::store::ModuleRecord;
use burn::tensor::{Bytes, Device};
use serde::{Deserialize, Serialize};
use std::path::Path;

/// A training that was interrupted, as read from disk.
pub(super) struct Interrupted {
    /// Settings of the training.
    pub config: TrainingConfig,
    /// Number of steps done.
    pub step: usize,
    /// The network and the losses' weighting.
    pub learner: ModuleRecord,
    /// The moving average of the network.
    pub averaged: ModuleRecord,
    /// The state of the network's optimizer.
    pub network_optimizer: Bytes,
    /// The state of the weighting's optimizer.
    pub weighting_optimizer: Bytes,
}

/// What is needed to go on with a training.
pub(super) struct Checkpoint<'a> {
    config: &'a TrainingConfig,
    step: usize,
    learner: &'a Learner,
    averaged: &'a Dmtl,
    optimizers: &'a Optimizers,
}

#[derive(Serialize, Deserialize)]
struct Progress {
    config: TrainingConfig,
    step: usize,
}

/// Beside the checkpoint: the settings of the trainings that made the weights it started from, if it went on from others.
const EARLIER: &str = "earlier.json";

/// The settings of the training whose checkpoint lies in `folder`, after those of the trainings that it went on from; those alone
/// where there are only weights, as in a folder of `visage blend`.
///
/// # Errors
/// When there is neither a checkpoint nor a note.
pub fn saved_configs(folder: &Path) -> Result<Vec<TrainingConfig>> {
    let read = |path: &Path| std::fs::read(path).with_context(|| format!("cannot read {}", path.display()));
    let (earlier, progress) = (folder.join(EARLIER), folder.join("checkpoint/progress.json"));
    let mut configs: Vec<TrainingConfig> =
        if earlier.exists() { serde_json::from_slice(&read(&earlier)?)? } else { Vec::new() };
    if configs.is_empty() || progress.exists() {
        configs.push(serde_json::from_slice::<Progress>(&read(&progress)?)?.config);
    }
    Ok(configs)
}

/// Notes in `folder` that its weights, or those that its training starts from, come from the trainings `earlier`.
///
/// # Errors
/// When `folder` cannot be written to.
pub fn note_earlier(folder: &Path, earlier: &[TrainingConfig]) -> Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    std::fs::write(folder.join(EARLIER), serde_json::to_vec_pretty(earlier)?)?;
    Ok(())
}

/// The averaged network, with batch normalisation, of the training in `folder`.
///
/// # Errors
/// When there is none, or it is of another shape than a default [`DmtlConfig`].
pub fn averaged_network(folder: &Path, device: &Device) -> Result<Dmtl> {
    let found = Checkpoint::load(folder)?;
    let averaged = found.with_context(|| format!("there is no checkpoint in {}", folder.display()))?.averaged;
    Ok(DmtlConfig::new().with_normalised(true).init(device).try_load_record(averaged)?)
}

impl<'a> Checkpoint<'a> {
    /// Gathers the parts; nothing is copied before [`save`](Self::save).
    pub(super) fn new(
        config: &'a TrainingConfig,
        step: usize,
        learner: &'a Learner,
        averaged: &'a Dmtl,
        optimizers: &'a Optimizers,
    ) -> Self {
        Self { config, step, learner, averaged, optimizers }
    }

    /// Writes the checkpoint to a folder beside `folder`'s and exchanges them, so that one is always whole.
    ///
    /// # Errors
    /// When the files cannot be written.
    pub(super) fn save(&self, folder: &Path) -> Result<()> {
        let (fresh, current) = (folder.join("checkpoint.unfinished"), folder.join("checkpoint"));
        std::fs::create_dir_all(&fresh).with_context(|| format!("cannot make the folder {}", fresh.display()))?;
        let progress = Progress { config: self.config.clone(), step: self.step };
        std::fs::write(fresh.join("progress.json"), serde_json::to_vec_pretty(&progress)?)?;
        self.learner.clone().into_record().save(fresh.join("learner.bpk"))?;
        self.averaged.clone().into_record().save(fresh.join("averaged.bpk"))?;
        std::fs::write(fresh.join("network-optimizer.bpk"), &self.optimizers.network.into_bytes()?[..])?;
        std::fs::write(fresh.join("weighting-optimizer.bpk"), &self.optimizers.weighting.into_bytes()?[..])?;
        if current.exists() {
            std::fs::remove_dir_all(&current)?;
        }
        std::fs::rename(fresh, current)?;
        Ok(())
    }

    /// The checkpoint in `folder`, or `None` where there is none.
    ///
    /// # Errors
    /// When there is one that cannot be read.
    pub(super) fn load(folder: &Path) -> Result<Option<Interrupted>> {
        let folder = folder.join("checkpoint");
        if !folder.exists() {
            return Ok(None);
        }
        let read = |name: &str| std::fs::read(folder.join(name)).with_context(|| format!("cannot read {name}"));
        let progress: Progress = serde_json::from_slice(&read("progress.json")?)?;
        let record =
            |name: &str| -> Result<ModuleRecord> { Ok(ModuleRecord::from_bytes(Bytes::from_bytes_vec(read(name)?))?) };
        Ok(Some(Interrupted {
            config: progress.config,
            step: progress.step,
            learner: record("learner.bpk")?,
            averaged: record("averaged.bpk")?,
            network_optimizer: Bytes::from_bytes_vec(read("network-optimizer.bpk")?),
            weighting_optimizer: Bytes::from_bytes_vec(read("weighting-optimizer.bpk")?),
        }))
    }
}
