//! The report on one data set: errors, cumulative scores, confusion matrices, calibration, groups and the gaps between
//! them, and the figures of doubted faces beside those of the others.

use super::ages::{AgeErrors, Confidence};
use super::calibration::{CalibrationFigures, Nominal};
use super::figure::{Figure, Measured, age_error, figures, is_age_covered};
use super::group::{Group, GroupFigures};
use super::groups::{Gap, equal_opportunity, gaps, groups};
use super::measurement::Prediction;
use super::standardised::{AgesCompared, Standardised};
use crate::attributes::{Gender, Race};
use crate::estimates::{AGE_INTERVAL, Doubt};
use crate::training::dataset::AgeLabel;
use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Largest error of the cumulative score's curve, in years.
const LARGEST_ERROR: usize = 20;

/// The figures of a data set, as shares between 0 and 1 unless said otherwise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Images measured.
    pub n: usize,
    /// Images in which the detector found no face; they are measured on their middle.
    pub faces_not_found: usize,
    /// The figures of age.
    pub age: AgeFigures,
    /// The figures of gender.
    pub gender: NominalFigures,
    /// The figures of race, of five classes.
    pub race: NominalFigures,
    /// The figures again, with their intervals.
    pub figures: BTreeMap<Figure, Measured>,
    /// Faces with and without a reason to doubt.
    pub doubt: DoubtFigures,
    /// More of the errors of exact ages.
    #[serde(default)]
    pub age_errors: Option<AgeErrors>,
    /// The figures by race, gender and age group.
    pub groups: Vec<GroupFigures>,
    /// Races and genders as if they were of the same ages.
    #[serde(default)]
    pub standardised: Vec<GroupFigures>,
    /// The ages at which they are compared: races, then genders.
    #[serde(default)]
    pub ages_compared: Vec<AgesCompared>,
    /// Whether confidence holds for every group.
    #[serde(default)]
    pub confidence: Vec<GroupConfidence>,
    /// The largest difference of each figure between two groups.
    pub gaps: Vec<Gap>,
    /// The largest difference of each class's share of right answers between two groups: how far equal opportunity (Hardt,
    /// Price, Srebro, NeurIPS 2016) is missed.
    pub equal_opportunity: Vec<Gap>,
}

/// The figures of an age estimate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AgeFigures {
    /// Mean absolute error in years; absent where the set has age groups only.
    pub mae: Option<f64>,
    /// Share of errors of at most five years; absent where the set has age groups only.
    pub cs5: Option<f64>,
    /// Share of estimates in the labelled one of FairFace's nine age groups.
    pub group_accuracy: f64,
    /// Share of estimates in the labelled group or one beside it.
    pub group_one_off: f64,
    /// Share of errors of at most 0, 1, … 20 years; empty where the set has age groups only.
    pub cumulative_scores: Vec<f64>,
    /// How often the interval shown with an age holds the labelled one, and how wide it is.
    pub interval: Option<IntervalFigures>,
}

/// The figures of the interval that is shown with an age.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IntervalFigures {
    /// Share of the distribution that the interval holds.
    pub nominal: f64,
    /// Share of faces whose labelled age lies inside the interval.
    pub coverage: Measured,
    /// Mean width of the interval in years, both ends counted.
    pub width: f64,
}

/// The figures of a nominal attribute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NominalFigures {
    /// Share of images whose likeliest class is the labelled one.
    pub accuracy: f64,
    /// Images by labelled class (rows) and likeliest class (columns).
    pub confusion: Vec<Vec<usize>>,
    /// How well the probability of the likeliest class tells how often it is right.
    pub calibration: CalibrationFigures,
}

/// Whether what is said of a group holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupConfidence {
    /// The labels that the faces share.
    pub group: Group,
    /// Of the likeliest gender.
    pub gender: Confidence,
    /// Of the likeliest race.
    pub race: Confidence,
}

/// Whether the reasons to doubt are worth showing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DoubtFigures {
    /// Figures of the faces without any reason.
    pub none: BTreeMap<Figure, Measured>,
    /// Figures of the faces with one or more.
    pub any: BTreeMap<Figure, Measured>,
    /// Figures of the faces with each reason.
    pub reasons: BTreeMap<Doubt, BTreeMap<Figure, Measured>>,
}

impl Report {
    /// The report on `predictions`.
    ///
    /// # Errors
    /// When there are no predictions.
    pub fn new(predictions: &[Prediction]) -> Result<Self> {
        let figures = figures(predictions);
        let value = |figure: Figure| figures.get(&figure).map(|measured| measured.value);
        let always = |figure: Figure| value(figure).context("nothing was measured");
        let groups = groups(predictions);
        let found = Group::to_standardise().into_iter().filter_map(|groups| Standardised::new(predictions, &groups));
        let (ages_compared, standardised): (_, Vec<_>) = found.map(|it| (it.ages, it.groups)).unzip();
        let standardised = standardised.concat();
        Ok(Self {
            n: predictions.len(),
            faces_not_found: predictions.iter().filter(|prediction| !prediction.is_found).count(),
            age: AgeFigures {
                mae: value(Figure::AgeError),
                cs5: value(Figure::AgeWithinFive),
                group_accuracy: always(Figure::AgeGroup)?,
                group_one_off: always(Figure::AgeGroupOneOff)?,
                cumulative_scores: cumulative_scores(predictions),
                interval: interval(predictions),
            },
            gender: NominalFigures {
                accuracy: always(Figure::Gender)?,
                confusion: confusion::<{ Gender::ALL.len() }>(predictions, |prediction| {
                    (prediction.labels.gender as usize, prediction.estimates.likeliest_gender().0 as usize)
                }),
                calibration: CalibrationFigures::new(predictions, Nominal::Gender),
            },
            race: NominalFigures {
                accuracy: always(Figure::Race)?,
                confusion: confusion::<{ Race::ALL.len() }>(predictions, |prediction| {
                    (prediction.labels.race as usize, prediction.estimates.likeliest_race().0 as usize)
                }),
                calibration: CalibrationFigures::new(predictions, Nominal::Race),
            },
            doubt: doubt(predictions),
            gaps: gaps(&groups, &standardised),
            equal_opportunity: equal_opportunity(predictions),
            age_errors: AgeErrors::new(predictions),
            standardised,
            ages_compared,
            confidence: confidence(predictions, &groups),
            groups,
            figures,
        })
    }
}

/// Confidence by race, by gender and by age group.
fn confidence(predictions: &[Prediction], groups: &[GroupFigures]) -> Vec<GroupConfidence> {
    let alone =
        groups.iter().filter(|group| group.group.dimensions().iter().filter(|is_fixed| **is_fixed).count() == 1);
    let of = |group: Group| {
        let members = || predictions.iter().filter(move |prediction| group.contains(prediction));
        let gender = members().map(|Prediction { labels, estimates, .. }| {
            let (gender, probability) = estimates.likeliest_gender();
            (probability, gender == labels.gender)
        });
        let race = members().map(|Prediction { labels, estimates, .. }| {
            let (race, probability) = estimates.likeliest_race();
            (probability, race == labels.race)
        });
        Some(GroupConfidence { group, gender: Confidence::new(gender)?, race: Confidence::new(race)? })
    };
    alone.filter_map(|group| of(group.group)).collect()
}

fn cumulative_scores(predictions: &[Prediction]) -> Vec<f64> {
    let errors: Vec<f64> = predictions.iter().filter_map(age_error).collect();
    let share = |most: usize| errors.iter().filter(|&&error| error <= most as f64).count() as f64 / errors.len() as f64;
    if errors.is_empty() { Vec::new() } else { (0..=LARGEST_ERROR).map(share).collect() }
}

fn interval(predictions: &[Prediction]) -> Option<IntervalFigures> {
    let coverage = Measured::share_of(predictions.iter().filter_map(is_age_covered))?;
    let exact = predictions.iter().filter(|prediction| matches!(prediction.labels.age, AgeLabel::Years(_)));
    let intervals = exact.map(|prediction| prediction.estimates.age.interval(AGE_INTERVAL));
    let width: f64 = intervals.map(|(first, last)| (last + 1 - first) as f64).sum();
    Some(IntervalFigures { nominal: f64::from(AGE_INTERVAL), coverage, width: width / coverage.n as f64 })
}

fn confusion<const N: usize>(
    predictions: &[Prediction],
    classes: impl Fn(&Prediction) -> (usize, usize),
) -> Vec<Vec<usize>> {
    let mut counts = vec![vec![0; N]; N];
    for (labelled, estimated) in predictions.iter().map(classes) {
        counts[labelled][estimated] += 1; // both are among the N classes
    }
    counts
}

fn doubt(predictions: &[Prediction]) -> DoubtFigures {
    let with =
        |wanted: &dyn Fn(&Prediction) -> bool| figures(predictions.iter().filter(|&prediction| wanted(prediction)));
    let by_reason = Doubt::ALL.map(|reason| (reason, with(&|prediction| prediction.doubts.contains(&reason))));
    DoubtFigures {
        none: with(&|prediction| prediction.doubts.is_empty()),
        any: with(&|prediction| !prediction.doubts.is_empty()),
        reasons: by_reason.into_iter().filter(|(_, figures)| !figures.is_empty()).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributes::AGE_CLASSES;
    use crate::estimates::Estimates;
    use crate::training::dataset::Labels;

    /// A face that the network reads as an age, a gender and a race without doubt.
    fn prediction(labels: Labels, age: usize, gender: Gender, race: Race) -> Prediction {
        let mut logits = [0.0; AGE_CLASSES];
        logits[age] = 100.0;
        let (mut genders, mut races) = ([0.0; 2], [0.0; 5]);
        genders[gender as usize] = 100.0;
        races[race as usize] = 100.0;
        let estimates = Estimates::from_logits(&logits, &genders, &races);
        Prediction { labels, estimates, doubts: Vec::new(), is_found: true }
    }

    const LABELS: Labels = Labels { age: AgeLabel::Years(30), gender: Gender::Male, race: Race::Indian };

    #[test]
    fn figures_of_two_known_faces() {
        let near = prediction(LABELS, 33, Gender::Male, Race::Indian);
        let mut far = prediction(LABELS, 41, Gender::Female, Race::Indian);
        far.is_found = false;
        far.doubts = vec![Doubt::Blurred];
        let report = Report::new(&[near, far]).unwrap();
        assert_eq!((report.n, report.faces_not_found), (2, 1));
        assert!((report.age.mae.unwrap() - 7.0).abs() < 1e-3);
        assert_eq!(report.age.cs5, Some(0.5));
        assert_eq!((report.age.group_accuracy, report.age.group_one_off), (0.5, 1.0));
        assert_eq!((report.gender.accuracy, report.race.accuracy), (0.5, 1.0));
        assert_eq!(report.gender.confusion, [[1, 1], [0, 0]]);
        assert_eq!((report.age.cumulative_scores[2], report.age.cumulative_scores[11]), (0.0, 1.0));
        assert_eq!(report.age.interval.unwrap().coverage.value, 0.0);
        assert_eq!(report.doubt.none[&Figure::Gender].value, 1.0);
        assert_eq!(report.doubt.reasons[&Doubt::Blurred][&Figure::Gender].value, 0.0);
    }

    #[test]
    fn age_groups_have_no_mean_error() {
        let labels = Labels { age: AgeLabel::Group(3), gender: Gender::Male, race: Race::White };
        let age = Report::new(&[prediction(labels, 25, Gender::Male, Race::White)]).unwrap().age;
        assert_eq!((age.mae, age.cs5, age.interval, age.group_accuracy), (None, None, None, 1.0));
        assert!(age.cumulative_scores.is_empty());
    }

    #[test]
    fn no_faces_give_no_report() {
        assert!(Report::new(&[]).is_err());
    }
}
