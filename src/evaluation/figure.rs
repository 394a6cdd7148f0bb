//! The measured quantities, from the error of age to the share of races recognised, and
//! their means over faces with 95 % intervals.

use super::measurement::Prediction;
use crate::attributes::{Attribute, age_group};
use crate::estimates::AGE_INTERVAL;
use crate::training::dataset::AgeLabel;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Resamples of a bootstrap interval.
const RESAMPLES: usize = 1_000;
/// Share of the resampled means inside the interval.
const CONFIDENCE: f64 = 0.95;
/// Years of error that the cumulative score CS@5 allows.
const CUMULATIVE_SCORE_YEARS: f64 = 5.0;

/// A quantity that is measured as a mean over faces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// Mean absolute error of the age in years; of faces with an exact age.
    AgeError,
    /// Share of errors of at most five years (CS@5); of faces with an exact age.
    AgeWithinFive,
    /// Share of ages estimated into the labelled one of FairFace's nine groups.
    AgeGroup,
    /// Share of ages estimated into the labelled group or one beside it: one-off accuracy.
    AgeGroupOneOff,
    /// Share of faces whose likeliest gender is the labelled one.
    Gender,
    /// Share of faces whose likeliest race, of five, is the labelled one.
    Race,
}

impl Figure {
    /// All figures.
    pub const ALL: [Self; 6] =
        [Self::AgeError, Self::AgeWithinFive, Self::AgeGroup, Self::AgeGroupOneOff, Self::Gender, Self::Race];

    /// A short name for tables.
    pub fn title(self) -> &'static str {
        match self {
            Self::AgeError => "age error, years",
            Self::AgeWithinFive => "age within 5 years",
            Self::AgeGroup => "age group",
            Self::AgeGroupOneOff => "age group, one-off",
            Self::Gender => "gender",
            Self::Race => "race",
        }
    }

    /// The attribute that is measured.
    pub fn attribute(self) -> Attribute {
        match self {
            Self::AgeError | Self::AgeWithinFive | Self::AgeGroup | Self::AgeGroupOneOff => Attribute::Age,
            Self::Gender => Attribute::Gender,
            Self::Race => Attribute::Race,
        }
    }

    /// Whether less is better.
    pub fn is_error(self) -> bool {
        self == Self::AgeError
    }

    /// A measured value with its interval, in years or per cent.
    pub fn text(self, measured: &Measured) -> String {
        let Measured { value, interval: [low, high], .. } = measured;
        if self.is_error() { format!("{value:.2} ({low:.2}–{high:.2})") } else { measured.share_text() }
    }

    /// The value of one face; `None` where its labels do not say enough.
    pub fn of(self, prediction: &Prediction) -> Option<f64> {
        let Prediction { labels, estimates, .. } = prediction;
        let hit = |is_right: bool| Some(if is_right { 1.0 } else { 0.0 });
        match self {
            Self::AgeError => age_error(prediction),
            Self::AgeWithinFive => age_error(prediction).and_then(|error| hit(error <= CUMULATIVE_SCORE_YEARS)),
            Self::AgeGroup => hit(age_group(estimates.age.years()) == labels.age.group()),
            Self::AgeGroupOneOff => hit(age_group(estimates.age.years()).abs_diff(labels.age.group()) <= 1),
            Self::Gender => hit(estimates.likeliest_gender().0 == labels.gender),
            Self::Race => hit(estimates.likeliest_race().0 == labels.race),
        }
    }

    /// The mean over `predictions`; `None` where none of them has a value.
    pub fn measure<'a>(self, predictions: impl IntoIterator<Item = &'a Prediction>) -> Option<Measured> {
        let values: Vec<f64> = predictions.into_iter().filter_map(|prediction| self.of(prediction)).collect();
        if self.is_error() { Measured::mean(&values) } else { Measured::share(&values) }
    }
}

/// All figures that `predictions` have.
pub(super) fn figures<'a>(predictions: impl IntoIterator<Item = &'a Prediction>) -> BTreeMap<Figure, Measured> {
    let predictions: Vec<&Prediction> = predictions.into_iter().collect();
    let measure = |figure: Figure| Some((figure, figure.measure(predictions.iter().copied())?));
    Figure::ALL.into_iter().filter_map(measure).collect()
}

/// The distance of the estimate from an exact age, in years.
pub(super) fn age_error(prediction: &Prediction) -> Option<f64> {
    signed_age_error(prediction).map(f64::abs)
}

/// How far the estimate lies above an exact age, in years.
pub(super) fn signed_age_error(prediction: &Prediction) -> Option<f64> {
    let AgeLabel::Years(years) = prediction.labels.age else { return None };
    Some(f64::from(prediction.estimates.age.years() - years as f32))
}

/// Whether the interval that is shown with an age holds the exact one.
pub(super) fn is_age_covered(prediction: &Prediction) -> Option<bool> {
    let AgeLabel::Years(years) = prediction.labels.age else { return None };
    let (first, last) = prediction.estimates.age.interval(AGE_INTERVAL);
    Some((first..=last).contains(&years))
}

/// A mean, how sure it is, and of how many faces.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// The mean.
    pub value: f64,
    /// The central 95 % interval: of a mean the bootstrap's (Efron, 1979; percentiles of 1,000 resamples), of a share Wilson's (JASA 1927).
    pub interval: [f64; 2],
    /// Number of faces that the mean is over.
    pub n: usize,
}

/// Standard deviations on either side of a normal distribution's middle that hold 95 % of it.
pub(super) const DEVIATIONS: f64 = 1.96;

impl Measured {
    /// The share of ones among `values`, which are ones and zeros, with its interval; `None` where there are none. Wilson's interval has a width
    /// even where all are alike.
    pub fn share(values: &[f64]) -> Option<Self> {
        let n = values.len();
        if n == 0 {
            return None;
        }
        let value = values.iter().sum::<f64>() / n as f64;
        Some(Self { value, interval: wilson(value, n as f64), n })
    }

    /// The share of `answers` that are yes; `None` where there are none.
    pub(super) fn share_of(answers: impl IntoIterator<Item = bool>) -> Option<Self> {
        Self::share(&answers.into_iter().map(|is_yes| f64::from(u8::from(is_yes))).collect::<Vec<_>>())
    }

    /// A share with its interval, per cent.
    pub fn share_text(&self) -> String {
        let [value, low, high] = [self.value, self.interval[0], self.interval[1]].map(|share| 100.0 * share);
        format!("{value:.1} % ({low:.1}–{high:.1})")
    }

    /// The interval of how much `self` is above `other`, of other faces (Donner, Zou, "Closed-form confidence intervals for functions of the
    /// normal mean and standard deviation", Statistical Methods in Medical Research 21, 2012).
    pub fn interval_above(&self, other: &Self) -> [f64; 2] {
        let difference = self.value - other.value;
        let [low, high] = self.interval;
        let [other_low, other_high] = other.interval;
        let below = (self.value - low).hypot(other_high - other.value);
        let above = (high - self.value).hypot(other.value - other_low);
        [difference - below, difference + above]
    }

    /// The mean of `values` with its interval; `None` where there are none. The same values give the same interval.
    pub fn mean(values: &[f64]) -> Option<Self> {
        let n = values.len();
        if n == 0 {
            return None;
        }
        let mean = |sum: f64| sum / n as f64;
        let mut random = StdRng::seed_from_u64(n as u64);
        let mut means: Vec<f64> =
            (0..RESAMPLES).map(|_| mean((0..n).map(|_| values[random.random_range(0..n)]).sum())).collect();
        means.sort_by(f64::total_cmp);
        let tail = ((1.0 - CONFIDENCE) / 2.0 * RESAMPLES as f64) as usize;
        let interval = [means[tail], means[RESAMPLES - 1 - tail]]; // the tail is smaller than half of the resamples
        Some(Self { value: mean(values.iter().sum()), interval, n })
    }
}

/// Wilson's interval of a share that `count` faces have; of a weighted share it is how many that many unweighted ones are worth.
pub(super) fn wilson(value: f64, count: f64) -> [f64; 2] {
    let square = DEVIATIONS * DEVIATIONS;
    let middle = (value + square / (2.0 * count)) / (1.0 + square / count);
    let spread = value * (1.0 - value) / count + square / (4.0 * count * count);
    let half = DEVIATIONS / (1.0 + square / count) * spread.max(0.0).sqrt();
    [(middle - half).max(0.0), (middle + half).min(1.0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_of_a_coin_is_that_of_its_standard_error() {
        let coin: Vec<f64> = (0..400).map(|toss| f64::from(toss % 2)).collect();
        let Measured { value, interval: [low, high], n } = Measured::mean(&coin).unwrap();
        assert_eq!((value, n), (0.5, 400));
        // 1.96 standard errors of 0.025.
        assert!((0.5 - low - 0.049).abs() < 0.006 && (high - 0.5 - 0.049).abs() < 0.006, "{low} to {high}");
        assert_eq!(Measured::mean(&coin), Measured::mean(&coin));
    }

    #[test]
    fn the_interval_of_a_share_is_wilsons() {
        // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 1998, table I.
        for (right, n, expected) in [(81, 263, [0.2553, 0.3662]), (15, 148, [0.0624, 0.1605]), (0, 20, [0.0, 0.1611])] {
            let values: Vec<f64> = (0..n).map(|face| if face < right { 1.0 } else { 0.0 }).collect();
            let Measured { interval, .. } = Measured::share(&values).unwrap();
            for (found, expected) in interval.iter().zip(expected) {
                assert!((found - expected).abs() < 1e-4, "{interval:?}");
            }
        }
        assert_eq!(Measured::share(&[]), None);
    }

    #[test]
    fn the_interval_of_a_difference_of_shares_is_newcombes() {
        // Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17, 1998, table II,
        // method 10.
        let share = |right: usize, n: usize| {
            Measured::share(&(0..n).map(|face| if face < right { 1.0 } else { 0.0 }).collect::<Vec<_>>()).unwrap()
        };
        let [low, high] = share(56, 70).interval_above(&share(48, 80));
        assert!((low - 0.0524).abs() < 1e-4 && (high - 0.3339).abs() < 1e-4, "{low} to {high}");
    }

    #[test]
    fn a_share_is_written_per_cent_and_an_error_in_years() {
        let measured = Measured { value: 0.8712, interval: [0.86, 0.882], n: 10 };
        assert_eq!(Figure::Race.text(&measured), "87.1 % (86.0–88.2)");
        let measured = Measured { value: 4.5, interval: [4.25, 4.75], n: 10 };
        assert_eq!(Figure::AgeError.text(&measured), "4.50 (4.25–4.75)");
    }

    #[test]
    fn nothing_has_no_mean() {
        assert_eq!(Measured::mean(&[]), None);
    }
}
