//! Computing elsewhere than on the CPU: what can go wrong, and how answers are held against the CPU's.
//!
//! Shaders that a driver miscompiles give plausible wrong numbers without an error (tracel-ai/cubecl issue 1641), and which
//! shaders run depends on the shapes. So a device's first answer of every shape is computed by the kernels for the CPU as well, and
//! one in `CHECKED_EVERY` after that, as a device may change its ways with a driver or after a sleep.

#[cfg(feature = "burn")]
use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
};

/// Of how many answers of a shape one is computed twice.
#[cfg(feature = "burn")]
pub const CHECKED_EVERY: u32 = 100;

/// Largest difference, as a share of the largest value. Devices round differently, since sums are split up in other ways; that
/// makes differences far below this (1e-5 on SwiftShader), while a wrong kernel exceeds it by far.
#[cfg(feature = "burn")]
const MOST_DIFFERENCE: f32 = 0.01;

/// A device cannot be relied on.
#[derive(Debug, thiserror::Error)]
pub enum DeviceError {
    /// It did not compute, or its answer cannot be read.
    #[error("{0}")]
    Failed(Box<dyn std::error::Error + Send + Sync>),
    /// It computes something else than the CPU.
    #[error("its answer for the shape {shape:?} differs from the CPU's by {:.1} % of the largest value", 100.0 * difference)]
    Deviates {
        /// The shape that was asked for.
        shape: Vec<usize>,
        /// The largest difference, as a share of the largest value; not a number where the answer is none.
        difference: f32,
    },
}

impl DeviceError {
    /// The device did not compute, for this `reason`.
    #[cfg(feature = "burn")]
    pub fn failed(reason: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Failed(reason.into())
    }
}

/// Says which of a device's answers are to be computed on the CPU as well, and compares them. Clones share what they know.
#[cfg(feature = "burn")]
#[derive(Clone, Debug, Default)]
pub struct CrossCheck(Arc<Mutex<Seen>>);

#[cfg(feature = "burn")]
#[derive(Debug, Default)]
struct Seen {
    shapes: HashSet<Vec<usize>>,
    since: u32,
}

#[cfg(feature = "burn")]
impl CrossCheck {
    /// Whether the next answer, which is of this shape, is to be computed on the CPU as well.
    pub fn is_due(&self, shape: &[usize]) -> bool {
        let mut seen = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        seen.since += 1;
        let is_due = !seen.shapes.contains(shape) || seen.since >= CHECKED_EVERY;
        if is_due {
            seen.since = 0;
        }
        is_due
    }

    /// Holds the device's answer to a question of this shape against the CPU's. The shape is trusted from then on.
    ///
    /// # Errors
    /// When they differ by more than rounding.
    pub fn compare(&self, shape: &[usize], found: &[f32], expected: &[f32]) -> Result<(), DeviceError> {
        let largest = expected.iter().fold(f32::MIN_POSITIVE, |largest, value| largest.max(value.abs()));
        let difference = if found.len() == expected.len() {
            let differences = found.iter().zip(expected).map(|(found, expected)| (found - expected).abs() / largest);
            // What is not a number stays so.
            differences
                .fold(0.0, |most: f32, difference| if most.is_nan() || difference <= most { most } else { difference })
        } else {
            f32::NAN
        };
        if difference <= MOST_DIFFERENCE {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).shapes.insert(shape.to_vec());
            Ok(())
        } else {
            Err(DeviceError::Deviates { shape: shape.to_vec(), difference })
        }
    }
}

#[cfg(all(test, feature = "burn"))]
mod tests {
    use super::*;

    #[test]
    fn every_new_shape_is_checked_and_then_one_answer_in_a_hundred() {
        let check = CrossCheck::default();
        assert!(check.is_due(&[1, 3]));
        // Asked again before anything was compared: still unknown.
        assert!(check.is_due(&[1, 3]));
        check.compare(&[1, 3], &[1.0], &[1.0]).unwrap();
        assert!((1..CHECKED_EVERY).all(|_| !check.is_due(&[1, 3])));
        assert!(check.is_due(&[1, 3]));
        assert!(check.is_due(&[2, 3]));
    }

    #[test]
    fn rounding_passes_and_anything_else_does_not() {
        let check = CrossCheck::default();
        let expected = [100.0, -3.0, 0.5];
        assert!(check.compare(&[3], &[100.001, -3.001, 0.501], &expected).is_ok());
        for wrong in [&[100.0, 3.0, 0.5][..], &[100.0, f32::NAN, 0.5], &[f32::NAN, -3.0, 0.5], &[100.0, -3.0]] {
            assert!(matches!(check.compare(&[3], wrong, &expected), Err(DeviceError::Deviates { .. })), "{wrong:?}");
        }
        assert!(check.is_due(&[4]));
    }
}
