//! The loss of one face's logits for one attribute, and its gradient.

use super::answers::expectation;
use crate::attributes::Category;

/// Standard deviation of the distribution that an ordinal class stands for, in levels.
const DEVIATION: f32 = 0.5;
/// Levels of error of the expected level that weigh as much as one nat: as many deviations as with the network's ages.
const ERROR_SCALE: f32 = 1.25;

/// Probabilities of logits.
pub(super) fn softmax(logits: &[f32]) -> Vec<f32> {
    let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut values: Vec<f32> = logits.iter().map(|logit| (logit - largest).exp()).collect();
    let sum: f32 = values.iter().sum();
    values.iter_mut().for_each(|value| *value /= sum);
    values
}

/// The loss of `logits` where `class` is right, and its gradient with respect to them.
///
/// Nominal: cross-entropy. Ordinal: the divergence from a normal distribution around the level, and the error of the expected level, as the
/// network's age is learned (Gao et al., "Age Estimation Using Expectation of Label Distribution Learning", IJCAI 2018).
pub(super) fn loss(category: Category, logits: &[f32], class: usize) -> (f32, Vec<f32>) {
    let probabilities = softmax(logits);
    let target = match category {
        Category::Nominal => (0..logits.len()).map(|other| if other == class { 1.0 } else { 0.0 }).collect(),
        Category::Ordinal => around(class, logits.len()),
    };
    let divergence: f32 = target
        .iter()
        .zip(&probabilities)
        .filter(|(target, _)| **target > 0.0)
        .map(|(target, probability)| target * (target.ln() - probability.max(f32::MIN_POSITIVE).ln()))
        .sum();
    let mut gradient: Vec<f32> = probabilities.iter().zip(&target).map(|(p, t)| p - t).collect();
    if category == Category::Nominal {
        return (divergence, gradient);
    }
    let expected = expectation(&probabilities);
    let error = expected - class as f32;
    for ((value, probability), level) in gradient.iter_mut().zip(&probabilities).zip(0u8..) {
        *value += error.signum() / ERROR_SCALE * probability * (f32::from(level) - expected);
    }
    (divergence + error.abs() / ERROR_SCALE, gradient)
}

/// A normal distribution around a level, cut to the levels that there are.
fn around(level: usize, levels: usize) -> Vec<f32> {
    let weight = |other: usize| (-0.5 * ((other as f32 - level as f32) / DEVIATION).powi(2)).exp();
    let weights: Vec<f32> = (0..levels).map(weight).collect();
    let sum: f32 = weights.iter().sum();
    weights.into_iter().map(|weight| weight / sum).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gradients_are_those_of_the_losses() {
        let logits = [0.3f32, -1.2, 0.9, 0.1];
        for category in [Category::Nominal, Category::Ordinal] {
            for class in 0..logits.len() {
                let (_, gradient) = loss(category, &logits, class);
                for place in 0..logits.len() {
                    let moved = |step: f32| {
                        let mut logits = logits;
                        logits[place] += step;
                        loss(category, &logits, class).0
                    };
                    let expected = (moved(0.01) - moved(-0.01)) / 0.02;
                    assert!((gradient[place] - expected).abs() < 2e-3, "{category:?} {class} {place}: {gradient:?}");
                }
            }
        }
    }

    #[test]
    fn a_near_miss_costs_less_than_a_far_one_only_where_there_is_an_order() {
        let sure_of = |level: usize| (0..5).map(|other| if other == level { 6.0 } else { 0.0 }).collect::<Vec<f32>>();
        let cost = |category, said, right| loss(category, &sure_of(said), right).0;
        assert!(cost(Category::Ordinal, 1, 0) < cost(Category::Ordinal, 4, 0));
        assert!((cost(Category::Nominal, 1, 0) - cost(Category::Nominal, 4, 0)).abs() < 1e-5);
    }

    #[test]
    fn what_a_level_stands_for_costs_nothing() {
        let logits: Vec<f32> = around(2, 5).iter().map(|share| share.ln()).collect();
        let (cost, gradient) = loss(Category::Ordinal, &logits, 2);
        assert!(cost < 1e-4, "{cost}");
        assert!(gradient.iter().all(|value| value.abs() < 0.2), "{gradient:?}");
    }
}
