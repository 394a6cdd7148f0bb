//! Whether a probability means what it says, and the temperatures that make it so.

use super::figure::{Measured, is_age_covered};
use super::measurement::Prediction;
use crate::attributes::{Attribute, PerAttribute};
use crate::estimates::{AGE_INTERVAL, Estimates};
use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

/// Bins of the reliability diagram.
const BINS: usize = 15;
/// Range in which temperatures are looked for, and how often the range is narrowed.
const TEMPERATURES: [f64; 2] = [0.2, 5.0];
const NARROWINGS: usize = 40;

/// A nominal attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nominal {
    /// Gender.
    Gender,
    /// Race.
    Race,
}

impl Nominal {
    /// The probabilities of the classes and the labelled class.
    fn of(self, prediction: &Prediction) -> (&[f32], usize) {
        match self {
            Self::Gender => (&prediction.estimates.gender, prediction.labels.gender as usize),
            Self::Race => (&prediction.estimates.race, prediction.labels.race as usize),
        }
    }
}

/// Faces whose likeliest class is about as likely.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReliabilityBin {
    /// Mean probability of the likeliest class.
    pub confidence: f64,
    /// Share of faces whose likeliest class is the labelled one.
    pub accuracy: f64,
    /// Number of faces.
    pub n: usize,
}

/// How far probabilities are from the truth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CalibrationFigures {
    /// Expected calibration error (Naeini, Cooper, Hauskrecht, AAAI 2015): the mean distance of confidence and accuracy over
    /// bins of equal width.
    pub expected_calibration_error: f64,
    /// Mean negative logarithm of the labelled class's probability.
    pub negative_log_likelihood: f64,
    /// The reliability diagram; bins without faces are left out.
    pub bins: Vec<ReliabilityBin>,
}

impl CalibrationFigures {
    /// The figures of `predictions`.
    pub fn new(predictions: &[Prediction], nominal: Nominal) -> Self {
        let mut sums = [(0.0, 0.0, 0usize); BINS];
        let mut loss = 0.0;
        for prediction in predictions {
            let (probabilities, labelled) = nominal.of(prediction);
            let probability = probabilities.get(labelled).copied().unwrap_or_default();
            loss -= f64::from(probability).max(f64::MIN_POSITIVE).ln();
            let (likeliest, confidence) =
                probabilities.iter().copied().enumerate().max_by(|(_, a), (_, b)| a.total_cmp(b)).unwrap_or_default();
            let confidence = f64::from(confidence);
            let bin = ((confidence * BINS as f64) as usize).min(BINS - 1);
            sums[bin].0 += confidence;
            sums[bin].1 += if likeliest == labelled { 1.0 } else { 0.0 };
            sums[bin].2 += 1;
        }
        let n = predictions.len().max(1) as f64;
        let filled = sums.into_iter().filter(|&(_, _, count)| count > 0);
        let bins: Vec<ReliabilityBin> = filled
            .map(|(confidence, hits, count)| ReliabilityBin {
                confidence: confidence / count as f64,
                accuracy: hits / count as f64,
                n: count,
            })
            .collect();
        let distance = |bin: &ReliabilityBin| bin.n as f64 / n * (bin.confidence - bin.accuracy).abs();
        Self { expected_calibration_error: bins.iter().map(distance).sum(), negative_log_likelihood: loss / n, bins }
    }
}

/// Something before and after the logits are divided by their temperature.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BeforeAndAfter<T> {
    pub before: T,
    pub after: T,
}

/// The temperatures of the heads (Guo, Pleiss, Sun, Weinberger, ICML 2017) and what they change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Calibration {
    /// What the logits of age, gender and race are divided by, chosen on all faces.
    pub temperatures: PerAttribute<f64>,
    /// Number of faces.
    pub n: usize,
    /// Share of the exact ages inside the interval shown. Here and below, what is said of a face afterwards is by
    /// temperatures that were chosen on the other half of the faces.
    pub age_coverage: BeforeAndAfter<Measured>,
    /// Gender.
    pub gender: BeforeAndAfter<CalibrationFigures>,
    /// Race.
    pub race: BeforeAndAfter<CalibrationFigures>,
}

/// Chooses temperatures on `predictions`, and measures by cross-fitting what such temperatures are worth.
///
/// Of gender and race the likelihood of the labels is made largest; of age the interval shown is made to hold the labelled
/// age as often as it says.
///
/// # Errors
/// When there are too few faces with an exact age.
pub fn calibrate(predictions: &[Prediction]) -> Result<Calibration> {
    calibrate_faces(predictions.iter().map(|said| Face { said: said.clone(), beside: None }).collect())
}

/// Chooses temperatures of a second network, such that the mean of what it says, `predictions`, and of what the first network says of the
/// same faces means what it says. Nothing of the first is changed.
///
/// # Errors
/// When there are too few faces with an exact age, or there is not one estimate of the first network for each prediction.
pub fn calibrate_beside(predictions: Vec<Prediction>, first: Vec<Estimates>) -> Result<Calibration> {
    ensure!(predictions.len() == first.len(), "{} estimates for {} faces", first.len(), predictions.len());
    calibrate_faces(predictions.into_iter().zip(first).map(|(said, it)| Face { said, beside: Some(it) }).collect())
}

/// What is said of a face by the network whose temperatures are chosen, and by another one whose opinion counts as much.
#[derive(Clone)]
struct Face {
    said: Prediction,
    beside: Option<Estimates>,
}

fn calibrate_faces(faces: Vec<Face>) -> Result<Calibration> {
    let predictions = with_temperatures(&faces, PerAttribute([1.0; Attribute::ALL.len()]));
    let half = |parity: usize| -> Vec<Face> { faces.iter().skip(parity).step_by(2).cloned().collect() };
    let (first, second) = (half(0), half(1));
    ensure!(
        [&first, &second].iter().all(|half| half.iter().any(|face| is_age_covered(&face.said).is_some())),
        "there are too few faces with an exact age"
    );
    let mut after = with_temperatures(&first, fit_all(&second));
    after.extend(with_temperatures(&second, fit_all(&first)));
    let coverage = |predictions: &[Prediction]| {
        Measured::share_of(predictions.iter().filter_map(is_age_covered))
            .context("there are no faces with an exact age")
    };
    let nominal = |nominal| BeforeAndAfter {
        before: CalibrationFigures::new(&predictions, nominal),
        after: CalibrationFigures::new(&after, nominal),
    };
    Ok(Calibration {
        temperatures: fit_all(&faces),
        n: faces.len(),
        age_coverage: BeforeAndAfter { before: coverage(&predictions)?, after: coverage(&after)? },
        gender: nominal(Nominal::Gender),
        race: nominal(Nominal::Race),
    })
}

fn fit_all(faces: &[Face]) -> PerAttribute<f64> {
    PerAttribute::from_fn(|attribute| match attribute {
        Attribute::Age => fit_age(faces),
        Attribute::Gender => fit(faces, Nominal::Gender),
        Attribute::Race => fit(faces, Nominal::Race),
    })
}

/// What would be said if the logits were divided by `temperatures`.
fn with_temperatures(faces: &[Face], temperatures: PerAttribute<f64>) -> Vec<Prediction> {
    let tempered = |face: &Face| {
        let mut prediction = face.said.clone();
        let Estimates { age, gender, race } = &mut prediction.estimates;
        temper(&mut age.distribution, temperatures[Attribute::Age]);
        temper(gender, temperatures[Attribute::Gender]);
        temper(race, temperatures[Attribute::Race]);
        if let Some(beside) = &face.beside {
            prediction.estimates.move_towards(beside, 0.5);
        }
        prediction
    };
    faces.iter().map(tempered).collect()
}

/// Divides the logits of `probabilities` by `temperature`.
fn temper(probabilities: &mut [f32], temperature: f64) {
    let weights: Vec<f64> = probabilities.iter().map(|&p| f64::from(p.max(0.0)).powf(1.0 / temperature)).collect();
    let sum: f64 = weights.iter().sum();
    probabilities.iter_mut().zip(weights).for_each(|(p, weight)| *p = (weight / sum) as f32);
}

/// The temperature with the least negative log-likelihood, which has one minimum, by golden-section search.
fn fit(faces: &[Face], nominal: Nominal) -> f64 {
    let loss = |temperature: f64| {
        let temperatures = PerAttribute::from_fn(|it| if it == Attribute::Age { 1.0 } else { temperature });
        CalibrationFigures::new(&with_temperatures(faces, temperatures), nominal).negative_log_likelihood
    };
    let ratio = (5f64.sqrt() - 1.0) / 2.0;
    let [mut low, mut high] = TEMPERATURES.map(f64::ln);
    for _ in 0..NARROWINGS {
        let (left, right) = (high - ratio * (high - low), low + ratio * (high - low));
        if loss(left.exp()) < loss(right.exp()) { high = right } else { low = left }
    }
    ((low + high) / 2.0).exp()
}

/// The temperature at which the interval shown holds the labelled age as often as it should; it is wider the higher the
/// temperature is.
fn fit_age(faces: &[Face]) -> f64 {
    let coverage = |temperature: f64| {
        let temperatures = PerAttribute::from_fn(|it| if it == Attribute::Age { temperature } else { 1.0 });
        let predictions = with_temperatures(faces, temperatures);
        Measured::share_of(predictions.iter().filter_map(is_age_covered)).map_or(0.0, |share| share.value)
    };
    let [mut low, mut high] = TEMPERATURES.map(f64::ln);
    for _ in 0..NARROWINGS {
        let middle = (low + high) / 2.0;
        if coverage(middle.exp()) < f64::from(AGE_INTERVAL) { low = middle } else { high = middle }
    }
    ((low + high) / 2.0).exp()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributes::{Gender, Race};
    use crate::training::dataset::{AgeLabel, Labels};
    use rand::rngs::StdRng;
    use rand::{Rng, SeedableRng};

    /// Faces whose labels are drawn from the probabilities of known logits, and which are read with logits that are
    /// `sharpness` times as large.
    fn predictions(sharpness: f32) -> Vec<Prediction> {
        let mut random = StdRng::seed_from_u64(5);
        let middle = 40.0;
        let age_logits = |factor: f32| -> Vec<f32> {
            (0..101).map(|year| -factor * 0.5 * ((year as f32 - middle) / 6.0).powi(2)).collect()
        };
        (0..4_000)
            .map(|_| {
                let logit = random.random_range(-3.0..3.0f32);
                let truth = Estimates::from_logits(&age_logits(1.0), &[logit, 0.0], &[logit, 0.0, 0.0, 0.0, 0.0]);
                let mut draw = |probabilities: &[f32]| {
                    let mut left: f32 = random.random();
                    probabilities
                        .iter()
                        .position(|p| {
                            left -= p;
                            left < 0.0
                        })
                        .unwrap_or(0)
                };
                let labels = Labels {
                    age: AgeLabel::Years(draw(&truth.age.distribution)),
                    gender: Gender::ALL[draw(&truth.gender)],
                    race: Race::ALL[draw(&truth.race)],
                };
                let logit = logit * sharpness;
                let estimates =
                    Estimates::from_logits(&age_logits(sharpness), &[logit, 0.0], &[logit, 0.0, 0.0, 0.0, 0.0]);
                Prediction { labels, estimates, doubts: Vec::new(), is_found: true }
            })
            .collect()
    }

    #[test]
    fn the_temperature_undoes_a_known_sharpness() {
        let found = calibrate(&predictions(2.0)).unwrap();
        let [gender, race] = [Attribute::Gender, Attribute::Race].map(|attribute| found.temperatures[attribute]);
        assert!((gender - 2.0).abs() < 0.2 && (race - 2.0).abs() < 0.2, "{gender}, {race}");
        assert!(found.gender.after.expected_calibration_error < found.gender.before.expected_calibration_error);
        assert!(found.age_coverage.before.value < 0.7);
        assert!((found.age_coverage.after.value - 0.8).abs() < 0.05, "{:?}", found.age_coverage);
    }

    #[test]
    fn a_second_network_is_cooled_or_heated_for_the_mean_with_the_first() {
        let (honest, sharp) = (predictions(1.0), predictions(3.0));
        let first: Vec<Estimates> = honest.iter().map(|face| face.estimates.clone()).collect();
        let found = calibrate_beside(sharp, first).unwrap();
        // Beside an honest network one that says the same three times as surely has to be made honest.
        assert!(
            found.temperatures.0.iter().all(|temperature| (temperature - 3.0).abs() < 0.6),
            "{:?}",
            found.temperatures
        );
        assert!((found.age_coverage.after.value - 0.8).abs() < 0.05, "{:?}", found.age_coverage);
        assert!(calibrate_beside(honest, Vec::new()).is_err());
    }

    #[test]
    fn honest_probabilities_are_left_alone() {
        let found = calibrate(&predictions(1.0)).unwrap();
        let nominal = [Attribute::Gender, Attribute::Race].map(|attribute| found.temperatures[attribute]);
        assert!(nominal.iter().all(|temperature| (temperature - 1.0).abs() < 0.1), "{found:?}");
    }
}
