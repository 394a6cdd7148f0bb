//! Weights of the attributes' losses: learned from their uncertainty, equal, or set by
//! hand; and the gradient of the log-variances.

use serde::{Deserialize, Serialize};

/// Least log-variance: of a loss that vanishes, as it does where a few examples are told apart with ease, the weight would grow without bound.
pub const LEAST_LOG_VARIANCE: f32 = -4.0;

/// How the losses of attributes are weighted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Weighting {
    /// By learned homoscedastic uncertainty (Kendall, Gal, Cipolla, CVPR 2018): with a log-variance `s` for each attribute the total is
    /// `Σ exp(−s) · loss + s / 2`.
    #[default]
    Learned,
    /// All alike: `Σ loss`.
    Equal,
    /// By these weights: `Σ w · loss`.
    ByHand(Vec<f32>),
}

impl Weighting {
    /// The weight of each of the losses.
    #[cfg(feature = "inference")]
    pub(super) fn weights(&self, log_variances: &[f32]) -> Vec<f32> {
        match self {
            Self::Learned => log_variances.iter().map(|s| (-s).exp()).collect(),
            Self::Equal => vec![1.0; log_variances.len()],
            Self::ByHand(weights) => {
                (0..log_variances.len()).map(|place| weights.get(place).copied().unwrap_or(1.0)).collect()
            }
        }
    }

    /// The gradient of the total with respect to each log-variance, `1/2 − exp(−s) · loss`: none where weights are not learned, or there was
    /// no loss. At rest `exp(−s)` is `1 / (2 · loss)`.
    #[cfg(feature = "inference")]
    pub(super) fn gradient(&self, log_variances: &[f32], losses: &[Option<f32>]) -> Vec<f32> {
        let of_one = |(s, loss): (&f32, &Option<f32>)| match (self, loss) {
            (Self::Learned, Some(loss)) => 0.5 - (-s).exp() * loss,
            _ => 0.0,
        };
        log_variances.iter().zip(losses).map(of_one).collect()
    }
}

#[cfg(all(test, feature = "inference"))]
mod tests {
    use super::*;

    /// The total of Algorithm 1 in double precision.
    fn total(s: f64, loss: f64) -> f64 {
        (-s).exp() * loss + s / 2.0
    }

    #[test]
    fn gradients_are_those_of_the_total() {
        for (s, loss) in [(0.0f32, 0.7f32), (-1.3, 0.2), (2.0, 3.0)] {
            let step = 1e-6;
            let (s64, loss64) = (f64::from(s), f64::from(loss));
            let expected = (total(s64 + step, loss64) - total(s64 - step, loss64)) / (2.0 * step);
            let found = Weighting::Learned.gradient(&[s], &[Some(loss)]);
            assert!((f64::from(found[0]) - expected).abs() < 1e-5, "{found:?} for {expected}");
        }
        assert_eq!(Weighting::Learned.gradient(&[1.0], &[None]), [0.0]);
        assert_eq!(Weighting::Equal.gradient(&[1.0], &[Some(2.0)]), [0.0]);
    }

    #[test]
    fn a_weight_rests_at_one_over_twice_its_loss() {
        let mut s = 0.0f32;
        for _ in 0..2000 {
            s -= 0.05 * Weighting::Learned.gradient(&[s], &[Some(0.2)])[0];
        }
        assert!((Weighting::Learned.weights(&[s])[0] - 2.5).abs() < 1e-3);
    }

    #[test]
    fn weights_by_hand_that_are_missing_are_one() {
        assert_eq!(Weighting::ByHand(vec![3.0]).weights(&[0.0, 0.0]), [3.0, 1.0]);
        assert_eq!(Weighting::Equal.weights(&[5.0, 1.0]), [1.0, 1.0]);
    }
}
