//! What pictures that a set has twice tell: how often its labels contradict each other, and what the validation images whose twin was
//! trained on do to the figures.

use super::figure::{Figure, Measured, figures};
use super::measurement::Prediction;
use crate::training::dataset::{AgeLabel, Dataset, Labels};
use crate::training::twins::listed;
use anyhow::{Result, ensure};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

/// The twins of a data set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TwinsFigures {
    /// Pairs.
    pub pairs: usize,
    /// Share of pairs whose genders differ.
    pub gender_differs: Measured,
    /// Share of pairs whose races differ.
    pub race_differs: Measured,
    /// Mean difference of the two exact ages of a pair, years.
    pub years_apart: Option<Measured>,
    /// Validation images whose twin was trained on.
    pub trained_on: usize,
    /// The figures of the other validation images.
    pub figures_of_others: BTreeMap<Figure, Measured>,
}

impl TwinsFigures {
    /// Of `dataset` below `root`; `predictions` are those of its validation images, in their order. `None` where it has no twins.
    ///
    /// # Errors
    /// When the images cannot be listed, or are not those of the predictions.
    pub fn new(dataset: Dataset, root: &Path, predictions: &[Prediction]) -> Result<Option<Self>> {
        let mut labels: HashMap<String, (Labels, bool)> = HashMap::new();
        let mut order = Vec::new();
        dataset.for_each(root, |image| {
            if image.is_validation {
                order.push(image.name.clone());
            }
            labels.insert(image.name, (image.labels, image.is_validation));
            Ok(())
        })?;
        ensure!(
            order.len() == predictions.len(),
            "these predictions are of other images than those below {}",
            root.display()
        );
        let own = listed().filter(|(set, ..)| *set == dataset.name());
        let pairs: Vec<_> =
            own.filter_map(|(_, one, other)| Some((one, other, labels.get(one)?, labels.get(other)?))).collect();
        let differ = |differs: fn(&Labels, &Labels) -> bool| {
            Measured::share_of(pairs.iter().map(|(_, _, (one, _), (other, _))| differs(one, other)))
        };
        let (Some(gender_differs), Some(race_differs)) =
            (differ(|one, other| one.gender != other.gender), differ(|one, other| one.race != other.race))
        else {
            return Ok(None);
        };
        let years = pairs.iter().filter_map(|(_, _, (one, _), (other, _))| match (one.age, other.age) {
            (AgeLabel::Years(one), AgeLabel::Years(other)) => Some(one.abs_diff(other) as f64),
            _ => None,
        });
        let across = pairs.iter().filter(|(_, _, (_, one), (_, other))| one != other);
        let trained_on: HashSet<&str> =
            across.map(|(one, other, (_, is_validation), _)| if *is_validation { *one } else { *other }).collect();
        let others = order.iter().zip(predictions).filter(|(name, _)| !trained_on.contains(name.as_str()));
        Ok(Some(Self {
            pairs: pairs.len(),
            gender_differs,
            race_differs,
            years_apart: Measured::mean(&years.collect::<Vec<_>>()),
            trained_on: trained_on.len(),
            figures_of_others: figures(others.map(|(_, prediction)| prediction)),
        }))
    }
}

/// The share of wrong labels that makes two independent labels of one picture differ in the share `differs` of cases, if there are two
/// classes, or the wrong ones are hardly ever the same: `2 e (1 − e) = d`.
pub fn wrong_labels(differs: f64) -> f64 {
    (1.0 - (1.0 - 2.0 * differs).max(0.0).sqrt()) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_as_many_labels_are_wrong_as_differ_about() {
        assert_eq!(wrong_labels(0.0), 0.0);
        let wrong = wrong_labels(0.05);
        assert!((2.0 * wrong * (1.0 - wrong) - 0.05).abs() < 1e-12);
        assert_eq!(wrong_labels(0.6), 0.5);
    }
}
