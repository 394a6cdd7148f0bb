//! The settings of a training, with the schedules of learning rate and image size. They are command-line arguments
//! and part of every checkpoint and of the model card.

use super::losses::AgeLoss;
use crate::attributes::Attribute;
use crate::network::CROP_SIDE;
use serde::{Deserialize, Serialize};

/// How a network is trained.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, clap::Args)]
pub struct TrainingConfig {
    /// Steps in all.
    #[arg(long, default_value_t = Self::default().steps)]
    pub steps: usize,
    /// Images a step.
    #[arg(long, default_value_t = Self::default().batch)]
    pub batch: usize,
    /// Highest learning rate; it rises linearly at first and then falls to zero along a half cosine.
    #[arg(long, default_value_t = Self::default().learning_rate)]
    pub learning_rate: f64,
    /// Steps of the rise.
    #[arg(long, default_value_t = Self::default().warm_up)]
    pub warm_up: usize,
    /// AdamW's weight decay.
    #[arg(long, default_value_t = Self::default().weight_decay)]
    pub weight_decay: f32,
    /// Share of the branches' features that is dropped.
    #[arg(long, default_value_t = Self::default().dropout)]
    pub dropout: f64,
    /// Share of the images that is drawn from UTKFace; the rest is FairFace.
    #[arg(long, default_value_t = Self::default().utkface_share)]
    pub utkface_share: f64,
    /// How far the combinations of race, gender and age group are balanced within a set: 0 draws every face alike, 1 every
    /// combination.
    #[arg(long, default_value_t = Self::default().balance)]
    pub balance: f64,
    /// Decay of the moving average of the weights, which is what is kept.
    #[arg(long, default_value_t = Self::default().averaging)]
    pub averaging: f32,
    /// Stages of the trunk, and the stem, that keep the weights they start with.
    #[arg(long, default_value_t = Self::default().frozen_stages)]
    pub frozen_stages: usize,
    /// Share of the steps, at the beginning, that see smaller images (Tan and Le, "EfficientNetV2", ICML 2021).
    #[arg(long, default_value_t = Self::default().small_share)]
    pub small_share: f64,
    /// Side length of the smaller images in pixels.
    #[arg(long, default_value_t = Self::default().small_size)]
    pub small_size: usize,
    /// The loss of the age distribution.
    #[arg(long, value_enum, default_value_t = Self::default().age_loss)]
    pub age_loss: AgeLoss,
    /// Fixed weights of the losses of age, gender and race, instead of learned uncertainty.
    #[arg(long, num_args = Attribute::ALL.len())]
    pub task_weights: Option<Vec<f32>>,
    /// Weight of the loss of predicting the teacher's embeddings; with 0 there is no teacher.
    #[arg(long, default_value_t = Self::default().imitation)]
    #[serde(default)]
    pub imitation: f32,
    /// Share of the losses that is measured against the teacher's soft labels instead of the data sets'.
    #[arg(long, default_value_t = Self::default().soft_share)]
    #[serde(default)]
    pub soft_share: f32,
    /// Whether the soft labels are those of the two networks that `scripts/gpu/train.py` trains, by `scripts/gpu/soften.py`; else they are
    /// read off the teacher's embeddings.
    #[arg(long)]
    #[serde(default)]
    pub large_teachers: bool,
    /// Share of the images in which what lies around the face is another picture's, one colour, or noise.
    #[arg(long, default_value_t = Self::default().surroundings)]
    #[serde(default)]
    pub surroundings: f64,
    /// Share of the images in which a cap, a mask, sunglasses or a hand hides a part of the face.
    #[arg(long, default_value_t = Self::default().covers)]
    #[serde(default)]
    pub covers: f64,
    /// Weight of the share of the heat maps' heat that lies outside of the face; with 0 it costs nothing.
    #[arg(long, default_value_t = Self::default().evidence)]
    #[serde(default)]
    pub evidence: f32,
    /// Seed of everything random.
    #[arg(long, default_value_t = Self::default().seed)]
    pub seed: u64,
    /// Share of the weights that the training started from in those that were kept: what `visage blend` mixed back in.
    #[arg(skip)]
    #[serde(default)]
    pub start_share: f32,
}

impl Default for TrainingConfig {
    fn default() -> Self {
        Self {
            steps: 16_000,
            batch: 64,
            learning_rate: 1e-3,
            warm_up: 200,
            weight_decay: 0.05,
            dropout: 0.2,
            utkface_share: 0.4,
            balance: 0.0,
            averaging: 0.999,
            frozen_stages: 1,
            small_share: 0.5,
            small_size: 80,
            age_loss: AgeLoss::Distribution,
            task_weights: None,
            imitation: 0.0,
            soft_share: 0.0,
            large_teachers: false,
            surroundings: 0.0,
            covers: 0.0,
            evidence: 0.0,
            seed: 1,
            start_share: 0.0,
        }
    }
}

impl TrainingConfig {
    /// The learning rate of a step.
    pub(super) fn learning_rate_at(&self, step: usize) -> f64 {
        if step < self.warm_up {
            return self.learning_rate * (step + 1) as f64 / self.warm_up as f64;
        }
        let done = (step - self.warm_up) as f64 / self.steps.saturating_sub(self.warm_up).max(1) as f64;
        self.learning_rate * 0.5 * (1.0 + (std::f64::consts::PI * done).cos())
    }

    /// Side length of a step's images.
    pub(super) fn image_size_at(&self, step: usize) -> usize {
        if (step as f64) < self.small_share * self.steps as f64 { self.small_size } else { CROP_SIDE }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_learning_rate_rises_and_falls_to_nothing() {
        let config = TrainingConfig { steps: 100, warm_up: 10, learning_rate: 1.0, ..TrainingConfig::default() };
        let rates: Vec<f64> = (0..100).map(|step| config.learning_rate_at(step)).collect();
        assert_eq!(rates[9], 1.0);
        assert!(rates[..10].is_sorted() && rates[10..].iter().rev().is_sorted());
        assert!(rates[99] < 0.001);
    }

    #[test]
    fn the_last_steps_see_the_images_that_the_network_is_made_for() {
        let config = TrainingConfig { steps: 10, small_share: 0.5, small_size: 80, ..TrainingConfig::default() };
        assert_eq!([0, 4, 5, 9, 10].map(|step| config.image_size_at(step)), [80, 80, 112, 112, 112]);
    }
}
