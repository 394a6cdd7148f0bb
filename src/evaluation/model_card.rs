//! The model card as data: origin, training, calibration and figures of the weights that it names by their SHA-256. It
//! is kept as JSON, which `model_card_text` turns into a document and the lesson reads.

use super::calibration::Calibration;
use super::explanations::ExplanationsReport;
use super::figure::{Figure, Measured};
use super::report::{IntervalFigures, Report};
use super::twins::TwinsFigures;
use super::unusual_report::UnusualReport;
use crate::checksum::sha256;
use crate::training::TrainingConfig;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is to be known of the shipped weights (Mitchell et al., "Model Cards for Model Reporting", FAT* 2019). Written by
/// `visage model-card`, never by hand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ModelCard {
    /// SHA-256 of the file of weights.
    pub weights_sha256: String,
    /// Parameters of the network for inference.
    pub parameters: usize,
    /// Multiply-adds for one face.
    pub multiply_adds: usize,
    /// The day of the measurement.
    pub date: String,
    /// The command that measured.
    pub command: String,
    /// The data and its terms.
    pub data: Vec<String>,
    /// How training and validation images were told apart.
    pub split: String,
    /// Images that the network was trained on, by data set.
    pub training_images: BTreeMap<String, usize>,
    /// How it was trained: one training, or several that went on from each other.
    pub training: Vec<TrainingConfig>,
    /// The training by a program in `scripts/gpu` that went on from those.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub script_training: Option<ScriptTraining>,
    /// How its probabilities were made to mean what they say.
    pub calibration: Calibration,
    /// Figures on the validation images, by data set, through detector, alignment and network.
    pub figures: BTreeMap<String, Report>,
    /// Pictures that are there twice, by data set.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub twins: BTreeMap<String, TwinsFigures>,
    /// How often ordinary faces and outliers are doubted; `visage doubt-report` adds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unusual: Option<UnusualReport>,
    /// Where heat maps lie and how far they can be trusted, by data set; `visage explanations --into-card` adds it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub explanations: BTreeMap<String, ExplanationsReport>,
    /// The same figures where a second network is asked as well; `visage evaluate --second-opinion FILE --into-card` adds them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_opinion: Option<SecondOpinionFigures>,
}

/// Figures of the mean of both networks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SecondOpinionFigures {
    /// SHA-256 of the second network's weights.
    pub weights_sha256: String,
    /// Size of its file in bytes.
    pub bytes: usize,
    /// On the validation images, by data set, through detector, alignment and both networks.
    pub figures: BTreeMap<String, BTreeMap<Figure, Measured>>,
    /// How often the interval shown holds the labelled age, by data set with exact ages.
    #[serde(default)]
    pub age_intervals: BTreeMap<String, IntervalFigures>,
}

/// A training by a program in `scripts/gpu`, as its file `training.json` tells of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScriptTraining {
    /// The program, which ran on a GPU or not.
    pub program: String,
    /// The GPU's name, or the CPU.
    pub device: String,
    /// Seed of all random numbers.
    pub seed: u64,
    /// Number of faces in a step.
    pub batch: usize,
    /// Share of the losses that is against the teachers' estimates.
    pub imitation: f64,
    /// What is kept of the averaged weights at each step.
    pub averaging: f64,
    /// Weight of the share of the evidence that lies outside of the face.
    pub evidence: f64,
    /// Share of the faces that were put into other surroundings, where the program has such a share.
    #[serde(default)]
    pub surroundings: f64,
    /// Share of the weights that shipped before, mixed back into those that came out.
    #[serde(default)]
    pub start_share: f64,
    /// Training images by data set.
    pub training_images: BTreeMap<String, usize>,
    /// How often a face comes from each data set.
    pub shares: BTreeMap<String, f64>,
    /// The two teachers, and the network that ships.
    pub networks: Vec<TrainedNetwork>,
    /// Figures of each network, or of several together, on the validation images of each data set, as that program measured them.
    pub figures: BTreeMap<String, serde_json::Value>,
}

impl ScriptTraining {
    /// Whether the faces were seen as a network on a GPU sees them: twice in a step, each time with what two teachers say of the
    /// second view. Without one the teachers have said once what they see in the face as it is.
    pub fn has_two_views(&self) -> bool {
        self.program == "train.py"
    }
}

/// How long a network was trained.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrainedNetwork {
    /// The network's name in that program.
    pub name: String,
    /// Steps of the optimizer.
    pub steps: usize,
    /// Seconds that the steps took.
    pub seconds: f64,
    /// The highest learning rate.
    pub learning_rate: f64,
}

impl ModelCard {
    /// The hash of weights that a card belongs to.
    pub fn hash(weights: &[u8]) -> String {
        sha256(weights)
    }
}
