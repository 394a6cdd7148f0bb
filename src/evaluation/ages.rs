//! More of an age's errors than their mean: how large, in which direction, and at which ages.

use super::figure::{Measured, age_error};
use super::measurement::Prediction;
use crate::attributes::AGE_GROUPS;
use crate::estimates::AGE_INTERVAL;
use crate::training::dataset::AgeLabel;
use serde::{Deserialize, Serialize};

/// The ages of many published protocols.
const ADULTS: std::ops::RangeInclusive<usize> = 21..=60;

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
        let of = |wanted: &dyn Fn(usize) -> bool| -> Vec<(&Prediction, usize)> {
            let exact = predictions.iter().filter_map(|prediction| match prediction.labels.age {
                AgeLabel::Years(years) => wanted(years).then_some((prediction, years)),
                AgeLabel::Group(_) => None,
            });
            exact.collect()
        };
        let errors =
            |faces: &[(&Prediction, usize)]| faces.iter().filter_map(|(face, _)| age_error(face)).collect::<Vec<_>>();
        let signed = |faces: &[(&Prediction, usize)]| {
            let errors = faces.iter().map(|(face, years)| f64::from(face.estimates.age.years()) - *years as f64);
            Measured::mean(&errors.collect::<Vec<_>>())
        };
        let all = of(&|_| true);
        let squares: f64 = errors(&all).iter().map(|error| error * error).sum();
        let groups: Vec<AgeGroupErrors> = AGE_GROUPS
            .iter()
            .enumerate()
            .filter_map(|(age_group, &(first, last))| {
                let faces = of(&|years| (first..=last).contains(&years));
                let inside = faces.iter().map(|(face, years)| {
                    let (low, high) = face.estimates.age.interval(AGE_INTERVAL);
                    f64::from(u8::from((low..=high).contains(years)))
                });
                let coverage = Measured::share(&inside.collect::<Vec<_>>())?;
                Some(AgeGroupErrors {
                    age_group,
                    error: Measured::mean(&errors(&faces))?,
                    signed: signed(&faces)?,
                    coverage,
                })
            })
            .collect();
        Some(Self {
            rmse: (squares / all.len() as f64).sqrt(),
            signed: signed(&all)?,
            macro_error: groups.iter().map(|group| group.error.value).sum::<f64>() / groups.len() as f64,
            adults: Measured::mean(&errors(&of(&|years| ADULTS.contains(&years)))),
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
        let (said, right): (Vec<f64>, Vec<f64>) =
            answers.map(|(said, is_right)| (f64::from(said), f64::from(u8::from(is_right)))).unzip();
        let right = Measured::share(&right)?;
        Some(Self { said: said.iter().sum::<f64>() / right.n as f64, right })
    }

    /// Whether more is said than holds, or less, beyond chance.
    pub fn is_off(&self) -> bool {
        let [low, high] = self.right.interval;
        self.said < low || self.said > high
    }
}
