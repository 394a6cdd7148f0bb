//! How learning goes, and what is told of it meanwhile.

use super::{Example, Place, Weighting};
use serde::{Deserialize, Serialize};

/// How learning goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Settings {
    /// Where in the network features are taken from.
    pub place: Place,
    /// How losses are weighted.
    pub weighting: Weighting,
    /// Values of the layer that all attributes share.
    pub hidden: usize,
    /// Number of examples in a step.
    pub batch: usize,
    /// Highest learning rate; it falls to zero along a half cosine.
    pub learning_rate: f32,
    /// Most passes over the examples.
    pub epochs: usize,
    /// Passes without a better loss on the examples held back, after which it ends.
    pub patience: usize,
    /// Whether mirror images are examples as well.
    pub mirrors: bool,
    /// Seed of all random numbers.
    pub seed: u64,
    /// Labels that are made wrong on purpose, to see what becomes of the weights.
    pub spoilt: Option<Spoilt>,
    /// Whether each attribute is learned alone as well, to compare.
    pub alone: bool,
    /// Examples that are not learned from, to see what becomes of those of them that were held back.
    pub left_out: Option<LeftOut>,
}

/// All examples of one class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The attribute of the class, by its place in the task.
    pub attribute: usize,
    /// The class.
    pub class: usize,
}

impl Settings {
    /// Whether an example is learned from: neither held back nor left out.
    pub fn takes(&self, example: &Example) -> bool {
        let is_left_out = |out: LeftOut| example.classes.get(out.attribute) == Some(&Some(out.class));
        !example.is_held_back() && !self.left_out.is_some_and(is_left_out)
    }
}

/// Labels that are replaced by chance, of the examples that are learned from.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spoilt {
    /// The attribute whose labels are replaced, by its place in the task.
    pub attribute: usize,
    /// Share of the examples whose label is replaced, 0 to 1.
    pub share: f32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            place: Place::Trunk,
            weighting: Weighting::Learned,
            hidden: 24,
            batch: 16,
            learning_rate: 4e-3,
            epochs: 80,
            patience: 25,
            mirrors: true,
            seed: 1,
            spoilt: None,
            alone: false,
            left_out: None,
        }
    }
}

/// One pass over the examples.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Epoch {
    /// Number of the pass, from 0.
    pub number: usize,
    /// The mean loss of each attribute.
    pub losses: Vec<f32>,
    /// The log-variance of each attribute after it; without use where weights are not learned.
    pub log_variances: Vec<f32>,
    /// The weight of each attribute's loss after it.
    pub weights: Vec<f32>,
    /// The mean loss of each attribute on the examples held back; nothing where there are none of it.
    pub held_back: Vec<Option<f32>>,
}
