//! What came of training networks in several ways with several seeds, as `scripts/gpu/compare.py` wrote it.

use super::figure::Figure;
use crate::attributes::PerAttribute;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The way that most others are compared with.
pub(super) const BASELINE: &str = "equal";

/// A figure of several trainings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    /// The mean over faces and seeds: years for errors, shares for everything else.
    pub value: f64,
    /// Standard deviation of the mean over the seeds.
    pub spread: f64,
    /// Validation faces that have the figure.
    pub n: usize,
    /// Difference from the baseline, on the same faces with the same seeds.
    pub difference: f64,
    /// 95 % interval of the difference, for other faces and other seeds.
    pub interval: [f64; 2],
}

/// What came of one way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NetworkOutcome {
    /// Its name in `compare.py`.
    pub way: String,
    /// The way that it is compared with.
    pub baseline: String,
    /// Parameters of all its networks.
    pub parameters: usize,
    /// Seconds of one core that a training took.
    pub seconds: f64,
    /// Mean weights of the losses of age, gender and race over the last tenth of the steps; `None` where every attribute has a network.
    pub weights: Option<PerAttribute<f64>>,
    /// Figures of the validation faces, by data set.
    pub figures: BTreeMap<String, BTreeMap<Figure, Compared>>,
}

/// How the learned weights went.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WeightCurve {
    /// The steps.
    pub steps: Vec<f64>,
    /// The weights of age, gender and race there.
    pub weights: PerAttribute<Vec<f64>>,
    /// Where the weights would rest: `1 / (2 · loss)`.
    pub at_rest: PerAttribute<Vec<f64>>,
}

/// The comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NetworkComparison {
    /// Seeds of each way.
    pub seeds: usize,
    /// Steps of a training.
    pub steps: usize,
    /// Faces of a step.
    pub batch: usize,
    /// What came of each way to weigh the losses.
    pub outcomes: Vec<NetworkOutcome>,
    /// What came of other shapes of the network, and of other losses of age, with equal weights.
    #[serde(default)]
    pub shapes: Vec<NetworkOutcome>,
    /// The learned weights, by the ways that learn them.
    pub curves: BTreeMap<String, WeightCurve>,
}

impl Compared {
    /// A difference for the better is positive.
    pub(super) fn gain(&self, figure: Figure) -> f64 {
        if figure.is_error() { -self.difference } else { self.difference }
    }

    /// The difference with its interval, bold where chance is excluded.
    pub(super) fn difference_text(&self, scale: f64, decimals: usize) -> String {
        let [difference, low, high] = [self.difference, self.interval[0], self.interval[1]].map(|it| scale * it);
        let mark = if self.is_clear() { "**" } else { "" };
        format!("{mark}{difference:+.decimals$}{mark} ({low:+.decimals$} to {high:+.decimals$})")
    }

    /// Whether chance is excluded.
    pub(super) fn is_clear(&self) -> bool {
        let [low, high] = self.interval;
        low > 0.0 || high < 0.0
    }
}

impl NetworkOutcome {
    /// The figures, as "set: figure", in which it is better than its baseline beyond chance, or worse.
    pub(super) fn clear(&self, better: bool) -> Vec<String> {
        let all =
            self.figures.iter().flat_map(|(set, figures)| figures.iter().map(move |(figure, it)| (set, *figure, it)));
        let clear = all.filter(|(_, figure, it)| it.is_clear() && (it.gain(*figure) > 0.0) == better);
        clear.map(|(set, figure, _)| format!("{set}: {}", figure.title())).collect()
    }
}

impl NetworkComparison {
    /// What came of all ways, to weigh losses and to shape the network.
    pub(super) fn all(&self) -> impl Iterator<Item = &NetworkOutcome> {
        self.outcomes.iter().chain(&self.shapes)
    }

    /// What came of one way, where it was trained.
    pub(super) fn named(&self, way: &str) -> Option<&NetworkOutcome> {
        self.all().find(|outcome| outcome.way == way)
    }
}
