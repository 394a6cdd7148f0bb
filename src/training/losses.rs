//! The losses of all attributes, from labels and soft labels, and their weighting by
//! learned uncertainty or by fixed weights.

use super::dataset::{AgeLabel, Labels};
use crate::attributes::{AGE_CLASSES, Attribute, Category, PerAttribute};
use crate::network::Logits;
use burn::module::{Module, Param};
use burn::tensor::activation::{log_softmax, softmax};
use burn::tensor::{Device, Int, Tensor, TensorData};
use serde::{Deserialize, Serialize};

/// Standard deviation, in years, of the label distribution of an exact age.
const AGE_DEVIATION: f32 = 2.0;
/// Years of error of the expected age that weigh as much as one nat of the distribution's divergence.
const AGE_ERROR_SCALE: f32 = 5.0;
/// Share of the probability that label smoothing gives to all classes alike (Szegedy et al., CVPR 2016).
const SMOOTHING: f32 = 0.05;

/// How the distribution over the years is learned from an exact age.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
pub enum AgeLoss {
    /// Divergence from a normal distribution around the age, and the error of the expectation (Gao et al., "Age Estimation
    /// Using Expectation of Label Distribution Learning", IJCAI 2018).
    Distribution,
    /// Cross-entropy of the labelled year alone; the expectation is only read (Rothe, Timofte, Van Gool, "DEX", IJCV 2018).
    CrossEntropy,
}

/// The soft labels of a batch: of each attribute distributions over its classes, `[batch, classes]`. Those over the years lie within the
/// labelled group where only that is labelled.
pub type SoftTargets = PerAttribute<TensorData>;

/// The mean losses of all tasks over a batch, `[attributes]`: those of `logits` for faces labelled `labels`, of which soft labels, if
/// there are any, take the share beside them.
pub fn task_losses(logits: &Logits, labels: &[Labels], age: AgeLoss, soft: Option<(SoftTargets, f32)>) -> Tensor<1> {
    let loss = |attribute: Attribute| {
        let logits = &logits[attribute];
        let labelled = match attribute {
            Attribute::Age => age_loss(logits.clone(), labels, age),
            Attribute::Gender => cross_entropy(logits.clone(), labels.iter().map(|labels| labels.gender as i32)),
            Attribute::Race => cross_entropy(logits.clone(), labels.iter().map(|labels| labels.race as i32)),
        };
        let Some((soft, share)) = &soft else { return labelled };
        let targets = soft[attribute].clone();
        let imitated = match attribute.category() {
            Category::Ordinal => soft_age_loss(logits.clone(), targets),
            Category::Nominal => soft_loss(logits.clone(), targets),
        };
        labelled * (1.0 - *share) + imitated * *share
    };
    Tensor::cat(Attribute::ALL.map(loss).into(), 0)
}

/// How the losses of the tasks are weighted.
///
/// Learned homoscedastic uncertainty has one log-variance `s` a task (Kendall, Gal, Cipolla, CVPR 2018): the total loss is
/// `Σ exp(−s) · loss + s / 2`. Fixed weights `w` give `Σ w · loss`.
#[derive(Module, Debug)]
pub struct TaskWeighting {
    /// `[attributes]`: the log-variances of the tasks. Without use where the weights are fixed.
    pub log_variances: Param<Tensor<1>>,
    #[module(skip)]
    fixed: Option<PerAttribute<f32>>,
}

impl TaskWeighting {
    /// Learned weights, all tasks alike at first, unless `fixed` names one for each.
    pub fn new(fixed: Option<PerAttribute<f32>>, device: &Device) -> Self {
        Self { log_variances: Param::from_tensor(Tensor::zeros([Attribute::ALL.len()], device)), fixed }
    }

    /// The total loss, `[1]`.
    pub fn total(&self, losses: Tensor<1>) -> Tensor<1> {
        match self.fixed {
            Some(weights) => (Tensor::from_floats(weights.0, &losses.device()) * losses).sum(),
            None => {
                let log_variances = self.log_variances.val();
                (log_variances.clone().neg().exp() * losses + log_variances / 2.0).sum()
            }
        }
    }
}

/// The distribution's loss and the error of its expectation.
///
/// Of an age group only its range is known: the loss is then `−log P(range)`, and the expectation is in error only outside
/// of it.
fn age_loss(logits: Tensor<2>, labels: &[Labels], kind: AgeLoss) -> Tensor<1> {
    let device = logits.device();
    let batch = labels.len();
    let mut target = Vec::with_capacity(batch * AGE_CLASSES);
    let mut inside = Vec::with_capacity(batch * AGE_CLASSES);
    let (mut first_year, mut last_year, mut is_exact) = (Vec::new(), Vec::new(), Vec::new());
    for labels in labels {
        let (first, last) = labels.age.range();
        let exact = matches!(labels.age, AgeLabel::Years(_));
        target.extend(match kind {
            _ if !exact => [0.0; AGE_CLASSES],
            AgeLoss::Distribution => age_distribution(first),
            AgeLoss::CrossEntropy => std::array::from_fn(|year| if year == first { 1.0 } else { 0.0 }),
        });
        inside.extend((0..AGE_CLASSES).map(|year| if (first..=last).contains(&year) { 1.0 } else { 0.0 }));
        first_year.push(first as f32);
        last_year.push(last as f32);
        is_exact.push(if exact { 1.0f32 } else { 0.0 });
    }
    let table = |values: Vec<f32>| Tensor::<2>::from_data(TensorData::new(values, [batch, AGE_CLASSES]), &device);
    let column = |values: Vec<f32>| Tensor::<2>::from_data(TensorData::new(values, [batch, 1]), &device);

    let log_probabilities = log_softmax(logits, 1);
    let probabilities = log_probabilities.clone().exp();
    let divergence = divergence(log_probabilities, TensorData::new(target, [batch, AGE_CLASSES]));
    let range_probability = (probabilities.clone() * table(inside)).sum_dim(1);
    let range_loss = range_probability.clamp_min(1e-6).log().neg();
    let exact = column(is_exact);
    let distribution_loss = exact.clone() * divergence + (exact.neg() + 1.0) * range_loss;

    if kind == AgeLoss::CrossEntropy {
        return distribution_loss.mean();
    }
    let expectation = expected_age(probabilities);
    let below = (column(first_year) - expectation.clone()).clamp_min(0.0);
    let above = (expectation - column(last_year)).clamp_min(0.0);
    (distribution_loss + (below + above) / AGE_ERROR_SCALE).mean()
}

/// The loss of age against soft labels, `[batch, 101]`.
fn soft_age_loss(logits: Tensor<2>, targets: TensorData) -> Tensor<1> {
    let expected = expected_age(Tensor::from_data(targets.clone(), &logits.device()));
    let error = (expected_age(softmax(logits.clone(), 1)) - expected).abs().mean();
    soft_loss(logits, targets) + error / AGE_ERROR_SCALE
}

/// The expectations, `[batch, 1]`, of distributions over the years, `[batch, 101]`.
fn expected_age(probabilities: Tensor<2>) -> Tensor<2> {
    let years = Tensor::<1, Int>::arange(0..AGE_CLASSES as i64, &probabilities.device());
    (probabilities * years.float().reshape([1, AGE_CLASSES])).sum_dim(1)
}

/// A normal distribution around `age`, cut to the age classes and summing to one.
fn age_distribution(age: usize) -> [f32; AGE_CLASSES] {
    let mut weights = [0.0; AGE_CLASSES];
    for (year, weight) in weights.iter_mut().enumerate() {
        let distance = (year as f32 - age as f32) / AGE_DEVIATION;
        *weight = (-0.5 * distance * distance).exp();
    }
    let sum: f32 = weights.iter().sum();
    weights.map(|weight| weight / sum)
}

/// Divergence from labels that are smoothed. Their entropy is left out, as `divergence` says.
fn cross_entropy(logits: Tensor<2>, classes: impl Iterator<Item = i32>) -> Tensor<1> {
    let device = logits.device();
    let classes: Vec<i32> = classes.collect();
    let batch = classes.len();
    let log_probabilities = log_softmax(logits, 1);
    let indices = Tensor::<2, Int>::from_data(TensorData::new(classes, [batch, 1]), &device);
    let labelled = log_probabilities.clone().gather(1, indices);
    let [_, count] = log_probabilities.dims();
    let cross_entropy = (labelled * (1.0 - SMOOTHING) + log_probabilities.mean_dim(1) * SMOOTHING).mean().neg();
    cross_entropy - smoothed_entropy(count)
}

/// The entropy, in nats, of a smoothed label of `classes` classes.
fn smoothed_entropy(classes: usize) -> f32 {
    let other = SMOOTHING / classes as f32;
    let labelled = 1.0 - SMOOTHING + other;
    -labelled * labelled.ln() - (classes - 1) as f32 * other * other.ln()
}

/// The mean divergence from targets that are distributions, `[batch, classes]`.
fn soft_loss(logits: Tensor<2>, targets: TensorData) -> Tensor<1> {
    divergence(log_softmax(logits, 1), targets).mean()
}

/// `Σ t · (ln t − ln p)` for every row of `targets`, which are distributions or all zero: `[batch, classes]` to `[batch, 1]`.
///
/// The gradient is the cross-entropy's. What is left out is the targets' own entropy, more than two nats of an age's, which no
/// network can take away: learned uncertainty would take it for noise and weigh the age down.
fn divergence(log_probabilities: Tensor<2>, targets: TensorData) -> Tensor<2> {
    let logarithm = |target: f32| if target > 0.0 { target.ln() } else { 0.0 };
    let [rows, classes] = log_probabilities.dims();
    let logarithms: Vec<f32> = targets.iter::<f32>().map(logarithm).collect();
    let device = log_probabilities.device();
    let logarithms = Tensor::<2>::from_data(TensorData::new(logarithms, [rows, classes]), &device);
    ((logarithms - log_probabilities) * Tensor::from_data(targets, &device)).sum_dim(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributes::{Gender, Race};

    fn loss(peak: usize, age: AgeLabel) -> f32 {
        let mut logits = vec![0.0f32; AGE_CLASSES];
        logits[peak] = 20.0;
        let logits = Tensor::from_data(TensorData::new(logits, [1, AGE_CLASSES]), &Device::flex());
        age_loss(logits, &[Labels { age, gender: Gender::Male, race: Race::White }], AgeLoss::Distribution)
            .into_scalar()
    }

    #[test]
    fn a_near_miss_of_an_exact_age_costs_less_than_a_far_one() {
        let losses = [40, 43, 60].map(|peak| loss(peak, AgeLabel::Years(40)));
        assert!(losses[0] < losses[1] && losses[1] < losses[2], "{losses:?}");
    }

    #[test]
    fn anywhere_in_the_group_costs_nothing_and_outside_it_costs_by_distance() {
        assert!(loss(31, AgeLabel::Group(4)) < 1e-3 && loss(39, AgeLabel::Group(4)) < 1e-3);
        assert!(loss(45, AgeLabel::Group(4)) < loss(65, AgeLabel::Group(4)));
    }

    #[test]
    fn nothing_diverges_from_itself_and_a_coin_by_one_bit_from_certainty() {
        let device = Device::flex();
        let of = |probabilities: [f32; 2], targets: [f32; 2]| -> f32 {
            let log_probabilities = Tensor::<2>::from_data([probabilities], &device).log();
            divergence(log_probabilities, TensorData::new(targets.to_vec(), [1, 2])).into_scalar()
        };
        assert!(of([0.3, 0.7], [0.3, 0.7]).abs() < 1e-6);
        assert!((of([0.5, 0.5], [1.0, 0.0]) - 2f32.ln()).abs() < 1e-6);
        assert_eq!(of([0.5, 0.5], [0.0, 0.0]), 0.0);
    }

    #[test]
    fn cross_entropy_of_known_logits() {
        let logits = Tensor::from_data([[0.0f32, 0.0], [0.0, 0.0]], &Device::flex());
        let found: f32 = cross_entropy(logits, [0, 1].into_iter()).into_scalar();
        assert!((found - (2f32.ln() - smoothed_entropy(2))).abs() < 1e-6);
    }

    #[test]
    fn a_smoothed_label_that_is_met_costs_nothing() {
        let device = Device::flex();
        let met =
            [1.0 - SMOOTHING + SMOOTHING / 5.0, 0.2 * SMOOTHING, 0.2 * SMOOTHING, 0.2 * SMOOTHING, 0.2 * SMOOTHING];
        let logits = Tensor::from_data([met.map(f32::ln)], &device);
        let found: f32 = cross_entropy(logits, [0].into_iter()).into_scalar();
        assert!(found.abs() < 1e-6, "{found}");
    }

    #[test]
    fn soft_labels_pull_towards_the_teacher_in_their_share() {
        let device = Device::flex();
        let labels = [Labels { age: AgeLabel::Years(40), gender: Gender::Male, race: Race::White }];
        let table = |class: usize, classes: usize| {
            let values: Vec<f32> = (0..classes).map(|index| if index == class { 1.0 } else { 0.0 }).collect();
            TensorData::new(values, [1, classes])
        };
        // The teacher sees 60 years, a woman, and the last race; the logits lie between both for each share.
        let total = |share: f32, lean: f32| -> PerAttribute<f32> {
            let logits = |label: usize, soft: usize, classes: usize| {
                let mut values = vec![-20.0; classes];
                (values[label], values[soft]) = (0.0, lean);
                Tensor::from_data(TensorData::new(values, [1, classes]), &device)
            };
            let logits = PerAttribute([logits(40, 60, AGE_CLASSES), logits(0, 1, 2), logits(0, 4, 5)]);
            let soft = PerAttribute([table(60, AGE_CLASSES), table(1, 2), table(4, 5)]);
            let losses = task_losses(&logits, &labels, AgeLoss::Distribution, Some((soft, share)));
            PerAttribute::from_fn(|attribute| losses.clone().narrow(0, attribute.index(), 1).into_scalar())
        };
        for task in Attribute::ALL {
            assert!(total(0.9, 3.0)[task] < total(0.9, -3.0)[task], "mostly the teacher");
            assert!(total(0.1, 3.0)[task] > total(0.1, -3.0)[task], "mostly the label");
        }
    }

    #[test]
    fn fixed_weights_ignore_the_uncertainty() {
        let device = Device::flex();
        let weighting = TaskWeighting::new(Some(PerAttribute([1.0, 0.0, 0.5])), &device);
        let total: f32 = weighting.total(Tensor::from_floats([2.0, 100.0, 4.0], &device)).into_scalar();
        assert_eq!(total, 4.0);
    }

    /// For a fixed loss the total is smallest where `exp(−s) · loss = 1/2`, that is at `s = ln(2 · loss)`.
    #[test]
    fn the_best_log_variance_is_that_of_the_loss() {
        let device = Device::flex();
        let total = |s: f32| -> f32 {
            let mut weighting = TaskWeighting::new(None, &device);
            weighting.log_variances = Param::from_tensor(Tensor::full([Attribute::ALL.len()], s, &device));
            weighting.total(Tensor::full([Attribute::ALL.len()], 4.0, &device)).into_scalar()
        };
        let best = 8f32.ln();
        assert!(total(best) < total(best - 0.1) && total(best) < total(best + 0.1));
    }
}
