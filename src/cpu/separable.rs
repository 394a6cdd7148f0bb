//! Depthwise convolution followed by a 1 x 1 convolution, a strip of rows at a time, so
//! that the map between them stays in the cache.

use super::pixels::Workspace;
use super::{Depthwise, FeatureMap, Pointwise};

/// Pixels that the first convolution gives to the second at once, in whole rows: a few rows of a small map, or one of a large.
const STRIP: usize = 56;

/// A convolution of each channel by itself, then one over the channels, a strip of rows at a time: what is between them stays
/// in the cache.
#[derive(Clone, Debug)]
pub struct Separable {
    /// The convolution of each channel by itself, which comes first.
    pub depthwise: Depthwise,
    /// The 1 x 1 convolution over the channels, which comes second.
    pub pointwise: Pointwise,
}

impl Separable {
    /// Applies both, and adds `added`, a map like the result, before the last activation where it is given.
    pub fn apply(&self, input: &FeatureMap, added: Option<&FeatureMap>) -> FeatureMap {
        let [rows, columns] = [input.rows, input.columns].map(|length| self.depthwise.output_length(length));
        let mut output = FeatureMap::zeros(rows, columns, self.pointwise.outputs());
        let height = (STRIP / columns.max(1)).max(1);
        let mut strip = Workspace::new(height * columns, input.channels);
        for first in (0..rows).step_by(height) {
            let count = height.min(rows - first);
            for row in 0..count {
                self.depthwise.row(input, first + row, strip.pixels_mut(row * columns, columns));
            }
            let convolved = strip.pixels(count * columns);
            let added = added.map(|added| added.rows(first, count));
            self.pointwise.apply_to(convolved, added, output.rows_mut(first, count));
        }
        output
    }
}
