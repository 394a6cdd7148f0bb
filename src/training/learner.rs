use super::augmentation::{IMAGE_LENGTH, augmented, plain};
use super::channels_last::ChannelsLast;
use super::checkpoint::Checkpoint;
use super::crops::Crops;
use super::dataset::{Dataset, Labels};
use super::losses::{TaskLosses, UncertaintyWeighting};
use super::moving_average::{Averaged, recalibrate};
use super::record::{StepRecord, TrainingRecord};
use crate::network::{Dmtl, INPUT_SIZE};
use anyhow::{Result, ensure};
use burn::module::Module;
use burn::nn::{Dropout, DropoutConfig};
use burn::optim::{AdamWConfig, GradientsParams, ModuleOptimizer};
use burn::tensor::{Device, Tensor, TensorData};
use indicatif::{ProgressBar, ProgressStyle};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// How a network is trained.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrainingConfig {
    /// Steps in all.
    pub steps: usize,
    /// Images a step.
    pub batch: usize,
    /// Highest learning rate; it rises linearly at first and then falls to zero along a half cosine.
    pub learning_rate: f64,
    /// Steps of the rise.
    pub warm_up: usize,
    /// AdamW's weight decay.
    pub weight_decay: f32,
    /// Share of the branches' features that is dropped.
    pub dropout: f64,
    /// Share of each batch that is drawn from UTKFace; the rest is FairFace.
    pub utkface_share: f64,
    /// Decay of the moving average of the weights, which is what is kept.
    pub averaging: f32,
    /// Stages of the trunk, and the stem, that keep the weights they start with.
    pub frozen_stages: usize,
    /// Seed of everything random.
    pub seed: u64,
}

/// What is trained: the network, and how its losses are weighted.
#[derive(Module, Debug)]
pub struct Learner {
    /// The network, with batch normalisation.
    pub network: Dmtl,
    /// The losses' weighting.
    pub weighting: UncertaintyWeighting,
}

/// A training in progress.
pub struct Training<'a> {
    config: TrainingConfig,
    crops: &'a Crops,
    /// Training samples of UTKFace and of FairFace.
    pools: [Vec<usize>; 2],
    learner: Learner,
    averaged: Averaged,
    optimizer: ModuleOptimizer,
    dropout: Dropout,
    device: Device,
    step: usize,
}

/// Steps between two checkpoints.
const CHECKPOINT_INTERVAL: usize = 200;
/// Steps between two lines of the record.
const RECORD_INTERVAL: usize = 10;
/// Batches that the statistics of the averaged network are measured on.
const CALIBRATION_BATCHES: usize = 32;

impl<'a> Training<'a> {
    /// Starts with `network`, or goes on from the checkpoint in `folder` if there is one.
    ///
    /// # Errors
    /// When a set has no training images, or the checkpoint is damaged or of another configuration.
    pub fn new(config: TrainingConfig, network: Dmtl, crops: &'a Crops, folder: &Path, device: Device) -> Result<Self> {
        let pools = [Dataset::UtkFace, Dataset::FairFace]
            .map(|dataset| crops.indices(|sample| sample.dataset == dataset && !sample.is_validation));
        ensure!(pools.iter().all(|pool| !pool.is_empty()), "both UTKFace and FairFace are needed for training");
        let network = freeze(network, config.frozen_stages);
        let averaged = Averaged::new(network.valid(), config.averaging);
        let mut training = Self {
            optimizer: AdamWConfig::new().with_weight_decay(config.weight_decay).init(),
            dropout: DropoutConfig::new(config.dropout).init(),
            learner: Learner { network, weighting: UncertaintyWeighting::new(&device) },
            averaged,
            crops,
            pools,
            device,
            config,
            step: 0,
        };
        if let Some(checkpoint) = Checkpoint::load(folder)? {
            ensure!(
                checkpoint.config == training.config,
                "the checkpoint in {} was made with other settings: {:?}",
                folder.display(),
                checkpoint.config
            );
            training.step = checkpoint.step;
            training.learner = training.learner.try_load_record(checkpoint.learner)?;
            training.averaged.network = training.averaged.network.try_load_record(checkpoint.averaged)?;
            training.optimizer = training.optimizer.from_bytes(checkpoint.optimizer)?;
        }
        Ok(training)
    }

    /// Trains to the end and gives the averaged network, its batch normalisation folded.
    ///
    /// # Errors
    /// When a checkpoint or the record cannot be written, or the loss is not a number any more.
    pub fn run(mut self, folder: &Path) -> Result<Dmtl> {
        let mut record = TrainingRecord::open(folder, self.step)?;
        let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} {elapsed}<{eta} {msg}")?;
        let progress = ProgressBar::new(self.config.steps as u64).with_style(style).with_position(self.step as u64);
        progress.reset_eta();
        while self.step < self.config.steps {
            let line = self.step();
            ensure!(
                line.losses().iter().all(|loss| loss.is_finite()),
                "the loss is not a number at step {}",
                self.step
            );
            if line.step.is_multiple_of(RECORD_INTERVAL) {
                progress.set_message(line.summary());
                record.write(&line)?;
            }
            progress.inc(1);
            if self.step.is_multiple_of(CHECKPOINT_INTERVAL) {
                self.checkpoint().save(folder)?;
            }
        }
        progress.finish();
        let batches = (0..CALIBRATION_BATCHES).map(|batch| self.batch(self.config.steps + batch, plain_image).0);
        Ok(recalibrate(self.averaged.network.clone(), batches, &self.device.clone().inner()).fold())
    }

    /// One step of the optimizer.
    fn step(&mut self) -> StepRecord {
        let (images, labels) = self.batch(self.step, augmented);
        let images = Tensor::from_data(images, &self.device);
        let logits = ChannelsLast::default().forward(&self.learner.network, images, &self.dropout);
        let losses = TaskLosses::new(logits, &labels).stacked();
        let learning_rate = self.learning_rate();
        let line = StepRecord::new(self.step, learning_rate, &losses, &self.learner.weighting);
        let gradients = self.learner.weighting.total(losses).backward();
        let gradients = GradientsParams::from_grads(gradients, &self.learner);
        self.learner = self.optimizer.step(learning_rate, self.learner.clone(), gradients);
        self.averaged.update(&self.learner.network.valid(), self.step);
        self.step += 1;
        line
    }

    fn learning_rate(&self) -> f64 {
        let TrainingConfig { steps, warm_up, learning_rate, .. } = self.config;
        if self.step < warm_up {
            return learning_rate * (self.step + 1) as f64 / warm_up as f64;
        }
        let done = (self.step - warm_up) as f64 / (steps - warm_up).max(1) as f64;
        learning_rate * 0.5 * (1.0 + (std::f64::consts::PI * done).cos())
    }

    /// Images and labels of the batch numbered `number`, always the same for the same seed.
    fn batch(&self, number: usize, draw: impl Fn(&[u8], &mut StdRng, &mut [f32]) + Sync) -> (TensorData, Vec<Labels>) {
        let mut random = StdRng::seed_from_u64(self.config.seed.wrapping_mul(0x9e37_79b9).wrapping_add(number as u64));
        let chosen: Vec<(usize, u64)> = (0..self.config.batch)
            .map(|_| {
                let [utkface, fairface] = &self.pools;
                let pool = if random.random_bool(self.config.utkface_share) { utkface } else { fairface };
                // `new` has seen to it that no pool is empty.
                (*pool.choose(&mut random).expect("pools are not empty"), random.random())
            })
            .collect();
        let mut images = vec![0.0; chosen.len() * IMAGE_LENGTH];
        images.par_chunks_exact_mut(IMAGE_LENGTH).zip(&chosen).for_each(|(image, &(index, seed))| {
            draw(self.crops.pixels(index), &mut StdRng::seed_from_u64(seed), image);
        });
        let labels = chosen.iter().map(|&(index, _)| self.crops.samples[index].labels).collect();
        (TensorData::new(images, [chosen.len(), INPUT_SIZE, INPUT_SIZE, 3]), labels)
    }

    fn checkpoint(&self) -> Checkpoint<'_> {
        Checkpoint::new(&self.config, self.step, &self.learner, &self.averaged.network, &self.optimizer)
    }
}

/// Takes the stem and the first `stages` stages of the trunk out of the gradient; none of them if `stages` is 0.
fn freeze(mut network: Dmtl, stages: usize) -> Dmtl {
    if stages > 0 {
        network.trunk.stem = network.trunk.stem.no_grad();
    }
    let (frozen, learned): (Vec<_>, Vec<_>) =
        network.trunk.stages.into_iter().enumerate().partition(|(index, _)| *index < stages);
    let frozen = frozen.into_iter().map(|(_, stage)| stage.no_grad());
    network.trunk.stages = frozen.chain(learned.into_iter().map(|(_, stage)| stage)).collect();
    network
}

fn plain_image(crop: &[u8], _: &mut StdRng, image: &mut [f32]) {
    plain(crop, image);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::DmtlConfig;
    use burn::tensor::Distribution;

    /// Loading a checkpoint must not let frozen stages learn again.
    #[test]
    fn frozen_stages_stay_frozen_when_a_training_is_resumed() {
        let device = Device::flex().autodiff();
        let network = freeze(DmtlConfig::new().with_normalised(true).init(&device), 2);
        let record = network.clone().into_record();
        let resumed = network.try_load_record(record).unwrap();
        let images = Tensor::random([1, INPUT_SIZE, INPUT_SIZE, 3], Distribution::Uniform(-1.0, 1.0), &device);
        let dropout = DropoutConfig::new(0.0).init();
        let logits = ChannelsLast::default().forward(&resumed, images, &dropout);
        let gradients = GradientsParams::from_grads(logits.age.sum().backward(), &resumed);
        let learns = |unit: &crate::network::ConvUnit| gradients.get::<4>(unit.convolution.weight.id).is_some();
        assert!(!learns(&resumed.trunk.stem));
        let stages: Vec<bool> = resumed.trunk.stages.iter().map(|stage| learns(&stage.blocks[0].depthwise)).collect();
        assert_eq!(stages, [false, false, true, true, true]);
    }
}
