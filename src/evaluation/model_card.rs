use super::calibration::Calibration;
use super::report::Report;
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
    /// How its probabilities were made to mean what they say.
    pub calibration: Calibration,
    /// Figures on the validation images, by data set, through detector, alignment and network.
    pub figures: BTreeMap<String, Report>,
}

impl ModelCard {
    /// The hash of weights that a card belongs to.
    pub fn hash(weights: &[u8]) -> String {
        sha256(weights)
    }
}
