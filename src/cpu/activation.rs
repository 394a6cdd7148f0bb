//! Activations as clamps: none, ReLU and ReLU6 differ only in their bounds. A gradient passes
//! where the output lies strictly between them.

use super::FeatureMap;

/// The activation that follows a convolution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Activation {
    /// No activation.
    None,
    /// `max(x, 0)`
    Relu,
    /// `min(max(x, 0), 6)`
    Relu6,
}

impl Activation {
    /// Least and largest value that may come out: every activation is a clamp.
    pub(super) fn bounds(self) -> (f32, f32) {
        match self {
            Self::None => (f32::NEG_INFINITY, f32::INFINITY),
            Self::Relu => (0.0, f32::INFINITY),
            Self::Relu6 => (0.0, 6.0),
        }
    }
}

/// As `value.clamp(least, most)`, without its check that `least` is not above `most`. NaN becomes `least`.
#[inline(always)]
pub(super) fn bounded(value: f32, (least, most): (f32, f32)) -> f32 {
    let value = if value > least { value } else { least };
    if value < most { value } else { most }
}

/// The backward pass of an activation with these bounds: zeroes `gradient` wherever `output`, its result, is at one of them.
pub(super) fn keep_where_changing(gradient: &mut FeatureMap, output: &FeatureMap, (least, most): (f32, f32)) {
    for (gradient, output) in gradient.flat_mut().iter_mut().zip(output.flat()) {
        *gradient = if *output > least && *output < most { *gradient } else { 0.0 };
    }
}
