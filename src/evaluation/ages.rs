//! More of an age's errors than their mean: how large, in which direction, and at which ages.

use super::figure::{Figure, Measured, age_error, is_age_covered, signed_age_error};
use super::measurement::Prediction;
use crate::attributes::AGE_GROUPS;
use crate::training::dataset::AgeLabel;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;

/// The ages of many published protocols.
const ADULTS: RangeInclusive<usize> = 21..=60;

/// Errors of exact ages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AgeErrors {
    /// Root of the mean squared error, years.
    pub rmse: f64,
    /// Mean of the errors with their signs: above zero where faces are taken for older.
    pub signed: Measured,
    /// Mean over the age groups of the mean absolute error of each.
    pub macro_error: f64,
    /// Mean absolute error of ages 21 to 60.
    pub adults: Option<Measured>,
    /// By age group.
    pub groups: Vec<AgeGroupErrors>,
}

/// Errors of the ages of one group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AgeGroupErrors {
    /// Index of the age group.
    pub age_group: usize,
    /// Mean absolute error.
    pub error: Measured,
    /// Mean signed error.
    pub signed: Measured,
    /// Share of faces whose age lies in the interval that is shown.
    pub coverage: Measured,
}

impl AgeErrors {
    /// Of the predictions whose age is labelled exactly; `None` where there are none.
    pub(super) fn new(predictions: &[Prediction]) -> Option<Self> {
        let of = |ages: &RangeInclusive<usize>| -> Vec<&Prediction> {
            let is_of = |face: &&Prediction| matches!(face.labels.age, AgeLabel::Years(years) if ages.contains(&years));
            predictions.iter().filter(is_of).collect()
        };
        let error = |faces: &[&Prediction]| Figure::AgeError.measure(faces.iter().copied());
        let signed = |faces: &[&Prediction]| {
            Measured::mean(&faces.iter().filter_map(|face| signed_age_error(face)).collect::<Vec<_>>())
        };
        let all = of(&(0..=usize::MAX));
        let squares: f64 = all.iter().filter_map(|face| age_error(face)).map(|error| error * error).sum();
        let of_group = |(age_group, &(first, last)): (usize, &(usize, usize))| {
            let faces = of(&(first..=last));
            let coverage = Measured::share_of(faces.iter().filter_map(|face| is_age_covered(face)))?;
            Some(AgeGroupErrors { age_group, error: error(&faces)?, signed: signed(&faces)?, coverage })
        };
        let groups: Vec<AgeGroupErrors> = AGE_GROUPS.iter().enumerate().filter_map(of_group).collect();
        Some(Self {
            rmse: (squares / all.len() as f64).sqrt(),
            signed: signed(&all)?,
            macro_error: groups.iter().map(|group| group.error.value).sum::<f64>() / groups.len() as f64,
            adults: error(&of(&ADULTS)),
            groups,
        })
    }
}

/// Whether a confidence holds for a group: the mean probability of the likeliest gender and race, and how often they are right.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Confidence {
    /// The mean probability of the likeliest class.
    pub said: f64,
    /// How often it is right.
    pub right: Measured,
}

impl Confidence {
    /// Of some answers, each a probability and whether it was right; `None` where there are none.
    pub(super) fn new(answers: impl Iterator<Item = (f32, bool)>) -> Option<Self> {
        let (said, right): (Vec<f64>, Vec<bool>) = answers.map(|(said, is_right)| (f64::from(said), is_right)).unzip();
        let right = Measured::share_of(right)?;
        Some(Self { said: said.iter().sum::<f64>() / right.n as f64, right })
    }

    /// Whether more is said than holds, or less, beyond chance.
    pub fn is_off(&self) -> bool {
        let [low, high] = self.right.interval;
        self.said < low || self.said > high
    }
}
