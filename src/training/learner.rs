//! The training loop: batches, losses, two optimizers, moving average, checkpoints and record. A batch is a function of
//! seed and step, so that a resumed training sees the batches it would have seen.

use super::augmentation::{DisguiseShares, augmented, plain};
use super::channels_last::ChannelsLast;
use super::checkpoint::Checkpoint;
use super::config::TrainingConfig;
use super::crops::Crops;
use super::dataset::{Dataset, Labels};
use super::evidence::{View, evidence_outside};
use super::imitation::Imitation;
use super::losses::{TaskWeighting, task_losses};
use super::moving_average::{Averaged, recalibrate};
use super::record::{StepRecord, TrainingRecord};
use super::sampler::Sampler;
use super::soft_labels::SoftLabels;
use super::state::{Learner, Optimizers};
use super::teacher::Embeddings;
use crate::attributes::PerAttribute;
use crate::network::Dmtl;
use anyhow::{Context, Result, bail, ensure};
use burn::module::Module;
use burn::nn::{Dropout, DropoutConfig};
use burn::optim::{AdamConfig, AdamWConfig, GradientsParams};
use burn::tensor::{Device, Tensor, TensorData};
use indicatif::{ProgressBar, ProgressStyle};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use rayon::prelude::*;
use std::path::Path;

/// What a teacher made of the crops, where there is a teacher.
#[derive(Clone, Copy, Default)]
pub struct Teaching<'a> {
    /// Embeddings, imitated with the weight [`TrainingConfig::imitation`].
    pub embeddings: Option<&'a Embeddings>,
    /// Soft labels, learned beside the labels in the share [`TrainingConfig::soft_share`].
    pub soft_labels: Option<&'a SoftLabels>,
}

/// A training in progress.
pub struct Training<'a> {
    config: TrainingConfig,
    crops: &'a Crops,
    embeddings: Option<&'a Embeddings>,
    soft_labels: Option<&'a SoftLabels>,
    utkface: Sampler,
    fairface: Sampler,
    learner: Learner,
    averaged: Averaged,
    optimizers: Optimizers,
    dropout: Dropout,
    device: Device,
    step: usize,
}

/// The weighting's learning rate, in learning rates of the network. Its log-variances have a unit of their own to cover, which
/// with steps as small as the network's would take most of a training.
const WEIGHTING_LEARNING_RATE: f64 = 10.0;
/// Steps between two that weigh the evidence outside of faces.
const EVIDENCE_INTERVAL: usize = 2;
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
    /// When a set has no training images, a teacher is to be imitated whose embeddings are not given, or the checkpoint is
    /// damaged or of another configuration.
    pub fn new(
        config: TrainingConfig,
        network: Dmtl,
        crops: &'a Crops,
        Teaching { embeddings, soft_labels }: Teaching<'a>,
        folder: &Path,
        device: Device,
    ) -> Result<Self> {
        let imitates = config.imitation > 0.0;
        ensure!(imitates == embeddings.is_some(), "--imitation and --embeddings need each other");
        let is_soft = config.soft_share > 0.0;
        ensure!(is_soft == soft_labels.is_some(), "--soft-share and --soft-labels need each other");
        let sampler = |dataset| {
            let pool = crops.indices(|sample| sample.dataset == dataset && !sample.is_validation);
            Sampler::new(&crops.samples, &pool, config.balance)
                .context("both UTKFace and FairFace are needed for training")
        };
        let network = freeze(network, config.frozen_stages);
        let task_weights = match config.task_weights.clone().map(TryInto::try_into) {
            Some(Ok(weights)) => Some(PerAttribute(weights)),
            Some(Err(_)) => bail!("there have to be as many fixed weights as attributes"),
            None => None,
        };
        let averaged = Averaged::new(network.valid(), config.averaging);
        let mut training = Self {
            optimizers: Optimizers {
                network: AdamWConfig::new().with_weight_decay(config.weight_decay).init(),
                weighting: AdamConfig::new().init(),
            },
            dropout: DropoutConfig::new(config.dropout).init(),
            learner: Learner {
                imitation: imitates.then(|| Imitation::new(branch_features(&network), &device)),
                network,
                weighting: TaskWeighting::new(task_weights, &device),
            },
            averaged,
            crops,
            embeddings,
            soft_labels,
            utkface: sampler(Dataset::UtkFace)?,
            fairface: sampler(Dataset::FairFace)?,
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
            training.optimizers.network = training.optimizers.network.from_bytes(checkpoint.network_optimizer)?;
            training.optimizers.weighting = training.optimizers.weighting.from_bytes(checkpoint.weighting_optimizer)?;
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
                line.losses().iter().all(|(_, loss)| loss.is_finite()),
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
        let steps = self.config.steps;
        let batches = (steps..steps + CALIBRATION_BATCHES).map(|batch| self.batch(batch, None).images);
        Ok(recalibrate(self.averaged.network.clone(), batches, &self.device.clone().inner()).fold())
    }

    /// One step of the optimizer.
    fn step(&mut self) -> StepRecord {
        let shares = DisguiseShares { surroundings: self.config.surroundings, covers: self.config.covers };
        let batch = self.batch(self.step, Some(shares));
        let images = Tensor::from_data(batch.images, &self.device);
        let mut walk = ChannelsLast::default();
        let map = walk.trunk_map(&self.learner.network, images);
        let is_weighed = self.config.evidence > 0.0 && self.step.is_multiple_of(EVIDENCE_INTERVAL);
        let evidence = is_weighed.then(|| {
            let size = self.config.image_size_at(self.step);
            evidence_outside(&self.learner.network, map.clone(), &batch.views, size) * self.config.evidence
        });
        let features = walk.features_from(&self.learner.network, map);
        let imitation_loss = self.learner.imitation.as_ref().zip(self.embeddings).map(|(imitation, embeddings)| {
            imitation.loss(features.clone(), embeddings.batch(&batch.faces)) * self.config.imitation
        });
        let [ordinal, nominal] = features.map(|features| self.dropout.forward(features));
        let logits = self.learner.network.heads(ordinal, nominal);
        let soft = self.soft_labels.map(|soft| (soft.targets(&batch.faces, &batch.labels), self.config.soft_share));
        let losses = task_losses(&logits, &batch.labels, self.config.age_loss, soft);
        let learning_rate = self.config.learning_rate_at(self.step);
        let mut line = StepRecord::new(self.step, learning_rate, &losses, &self.learner.weighting);
        line.imitation_loss = imitation_loss.as_ref().map_or(0.0, |loss| loss.clone().into_scalar::<f32>());
        let mut total = self.learner.weighting.total(losses);
        for loss in imitation_loss.into_iter().chain(evidence) {
            total = total + loss;
        }
        let mut gradients = total.backward();
        let Learner { network, imitation, weighting } = self.learner.clone();
        let of_weighting = GradientsParams::from_module(&mut gradients, &weighting);
        let student = (network, imitation);
        let of_student = GradientsParams::from_module(&mut gradients, &student);
        let (network, imitation) = self.optimizers.network.step(learning_rate, student, of_student);
        self.learner = Learner {
            network,
            imitation,
            weighting: self.optimizers.weighting.step(WEIGHTING_LEARNING_RATE * learning_rate, weighting, of_weighting),
        };
        self.averaged.update(&self.learner.network.valid(), self.step);
        self.step += 1;
        line
    }

    /// The batch numbered `number`, always the same for the same seed, augmented or plain.
    fn batch(&self, number: usize, augmentation: Option<DisguiseShares>) -> Batch {
        let size = self.config.image_size_at(number);
        let mut random = StdRng::seed_from_u64(self.config.seed.wrapping_mul(0x9e37_79b9).wrapping_add(number as u64));
        let chosen: Vec<(usize, u64)> = (0..self.config.batch)
            .map(|_| {
                let is_utkface = random.random_bool(self.config.utkface_share);
                let sampler = if is_utkface { &self.utkface } else { &self.fairface };
                (sampler.draw(&mut random), random.random())
            })
            .collect();
        let length = size * size * 3;
        let mut images = vec![0.0; chosen.len() * length];
        let others = chosen.iter().cycle().skip(1).map(|&(index, _)| index).take(chosen.len()).collect::<Vec<_>>();
        let faces = chosen.par_iter().zip(others);
        let pictures = images.par_chunks_exact_mut(length).zip(faces);
        let views = pictures.map(|(image, (&(index, seed), other))| {
            let (crop, other) = (self.crops.pixels(index), self.crops.pixels(other));
            match augmentation {
                Some(shares) => Some(augmented(crop, other, shares, &mut StdRng::seed_from_u64(seed), image, size)),
                None => {
                    plain(crop, image, size);
                    None
                }
            }
        });
        let views = views.collect::<Vec<_>>().into_iter().flatten().collect();
        Batch {
            views,
            images: TensorData::new(images, [chosen.len(), size, size, 3]),
            labels: chosen.iter().map(|&(index, _)| self.crops.samples[index].labels).collect(),
            faces: chosen.into_iter().map(|(index, _)| index).collect(),
        }
    }

    fn checkpoint(&self) -> Checkpoint<'_> {
        Checkpoint::new(&self.config, self.step, &self.learner, &self.averaged.network, &self.optimizers)
    }
}

/// The faces of one step.
struct Batch {
    /// The images, `[batch, size, size, 3]`.
    images: TensorData,
    /// Where the faces lie in augmented images; empty for plain ones.
    views: Vec<View>,
    labels: Vec<Labels>,
    /// The indices of the faces' crops.
    faces: Vec<usize>,
}

/// The number of features of both branches together.
fn branch_features(network: &Dmtl) -> usize {
    [&network.age, &network.race].map(|head| head.linear.weight.dims()[0]).into_iter().sum()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributes::Attribute;
    use crate::network::{CROP_SIDE, DmtlConfig};
    use burn::tensor::Distribution;

    /// Loading a checkpoint must not let frozen stages learn again.
    #[test]
    fn frozen_stages_stay_frozen_when_a_training_is_resumed() {
        let device = Device::flex().autodiff();
        let network = freeze(DmtlConfig::new().with_normalised(true).init(&device), 2);
        let record = network.clone().into_record();
        let resumed = network.try_load_record(record).unwrap();
        let images = Tensor::random([1, CROP_SIDE, CROP_SIDE, 3], Distribution::Uniform(-1.0, 1.0), &device);
        let dropout = DropoutConfig::new(0.0).init();
        let logits = ChannelsLast::default().forward(&resumed, images, &dropout);
        let gradients = GradientsParams::from_grads(logits[Attribute::Age].clone().sum().backward(), &resumed);
        let learns = |unit: &crate::network::ConvUnit| gradients.get::<4>(unit.convolution.weight.id).is_some();
        assert!(!learns(&resumed.trunk.stem));
        let stages: Vec<bool> = resumed.trunk.stages.iter().map(|stage| learns(&stage.blocks[0].depthwise)).collect();
        assert_eq!(stages, [false, false, true, true, true]);
    }
}
