//! Groups compared as if they were of the same ages: direct standardisation to the age groups of the whole set. What is left of a difference
//! is not due to one group being older than another.

use super::figure::{DEVIATIONS, Figure, Measured, wilson};
use super::group::{Group, GroupFigures};
use super::measurement::Prediction;
use crate::attributes::AGE_GROUPS;
use serde::{Deserialize, Serialize};

/// Fewest faces of a group in an age group that is compared.
const LEAST_FACES: usize = 5;

/// The ages at which groups were compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AgesCompared {
    /// The age groups in which every group has enough faces.
    pub age_groups: Vec<usize>,
    /// Share of the set's faces that are of these ages.
    pub share: f64,
}

/// The figures of some groups, standardised.
pub(super) struct Standardised {
    /// The ages.
    pub ages: AgesCompared,
    /// The groups; `n` counts their faces of these ages.
    pub groups: Vec<GroupFigures>,
}

impl Standardised {
    /// The figures of `groups`, which are told apart by something else than age; `None` where no age group has enough faces of all.
    pub(super) fn new(predictions: &[Prediction], groups: &[Group]) -> Option<Self> {
        let of = |group: &Group, ages: usize| -> Vec<&Prediction> {
            let is_member = |it: &&Prediction| group.contains(it) && it.labels.age.group() == ages;
            predictions.iter().filter(is_member).collect()
        };
        let has_enough = |ages: &usize| groups.iter().all(|group| of(group, *ages).len() >= LEAST_FACES);
        let age_groups: Vec<usize> = (0..AGE_GROUPS.len()).filter(has_enough).collect();
        let count = |ages: usize| predictions.iter().filter(|it| it.labels.age.group() == ages).count() as f64;
        let covered: f64 = age_groups.iter().map(|ages| count(*ages)).sum();
        if covered == 0.0 {
            return None;
        }
        let figures = |group: &Group| {
            let strata: Vec<(f64, Vec<&Prediction>)> =
                age_groups.iter().map(|ages| (count(*ages) / covered, of(group, *ages))).collect();
            let figures =
                Figure::ALL.into_iter().filter_map(|figure| Some((figure, weighted(figure, &strata)?))).collect();
            GroupFigures { group: *group, n: strata.iter().map(|(_, faces)| faces.len()).sum(), figures }
        };
        let groups = groups.iter().map(figures).collect();
        Some(Self { ages: AgesCompared { share: covered / predictions.len() as f64, age_groups }, groups })
    }
}

/// The mean over strata with weights that sum to one; `None` where a stratum has no value. Its 95 % interval is Wilson's for as many faces as
/// have the same variance without weights, or of errors the normal one.
fn weighted(figure: Figure, strata: &[(f64, Vec<&Prediction>)]) -> Option<Measured> {
    let (mut value, mut variance, mut squares, mut n) = (0.0, 0.0, 0.0, 0);
    for (weight, faces) in strata {
        let values: Vec<f64> = faces.iter().filter_map(|face| figure.of(face)).collect();
        let count = values.len() as f64;
        if values.len() < 2 {
            return None;
        }
        let mean = values.iter().sum::<f64>() / count;
        let spread = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (count - 1.0);
        value += weight * mean;
        variance += weight * weight * spread / count;
        squares += weight * weight / count;
        n += values.len();
    }
    let half = DEVIATIONS * variance.sqrt();
    // Strata that differ in how often the answer is right, or small ones with much weight, make a share less sure than its mean tells.
    let worth = (value * (1.0 - value) / variance).min(1.0 / squares);
    let interval = match figure.is_error() {
        true => [value - half, value + half],
        false => wilson(value, if worth > 0.0 { worth } else { 1.0 / squares }),
    };
    Some(Measured { value, interval, n })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributes::{Gender, Race};
    use crate::estimates::Estimates;
    use crate::training::dataset::{AgeLabel, Labels};

    /// `count` faces of an age group, of which the first `right` are recognised as female, which all are.
    fn faces(race: Race, ages: usize, count: usize, right: usize) -> impl Iterator<Item = Prediction> {
        (0..count).map(move |face| Prediction {
            labels: Labels { age: AgeLabel::Group(ages), gender: Gender::Female, race },
            estimates: Estimates::from_logits(&[0.0; 101], &[0.0, if face < right { 1.0 } else { -1.0 }], &[0.0; 5]),
            doubts: Vec::new(),
            is_found: true,
        })
    }

    #[test]
    fn groups_that_differ_only_in_age_are_alike_once_standardised() {
        // Both races are read rightly in half of the young and nine tenths of the old; one is young, the other old.
        let mut predictions: Vec<_> = faces(Race::White, 1, 80, 40).chain(faces(Race::White, 5, 20, 18)).collect();
        predictions.extend(faces(Race::Black, 1, 20, 10).chain(faces(Race::Black, 5, 80, 72)));
        predictions.extend(faces(Race::Black, 7, 9, 0));
        let groups = [Race::White, Race::Black].map(|race| Group { race: Some(race), ..Group::default() });
        let found = Standardised::new(&predictions, &groups).unwrap();
        assert_eq!(found.ages.age_groups, [1, 5], "the oldest are too few, and of one race");
        assert!((found.ages.share - 200.0 / 209.0).abs() < 1e-9);
        let values: Vec<f64> = found.groups.iter().map(|group| group.figures[&Figure::Gender].value).collect();
        assert!((values[0] - 0.7).abs() < 1e-9 && (values[1] - 0.7).abs() < 1e-9, "{values:?}");
        // As wide as that of 64 faces: half of them weigh four times as much as the others.
        let [low, high] = found.groups[0].figures[&Figure::Gender].interval;
        assert!((high - low - 0.22).abs() < 0.01, "{low} to {high}");
        assert!(Standardised::new(&predictions[..80], &groups).is_none());
    }
}
