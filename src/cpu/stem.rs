//! The first convolution of a network, from image planes `[channels, rows, columns]` to a feature map: patches of
//! one row of the output at a time, times the weights.

use super::patches::Patches;
use super::pixels::{LANES, Workspace};
use super::{Activation, Convolution, FeatureMap, Pointwise, WRONG_SHAPE};

/// A network's first convolution, from an image in planes to a map.
#[derive(Clone, Debug)]
pub struct Stem {
    patches: Patches,
    convolution: Pointwise,
}

impl Stem {
    /// The stem that computes `convolution` on an image.
    pub fn new(convolution: &Convolution, activation: Activation) -> Self {
        Self { patches: Patches::new(convolution), convolution: Pointwise::new(convolution, activation) }
    }

    /// The map of an image whose channels lie one after the other, each with these rows and columns.
    pub fn apply(&self, planes: &[f32], shape: [usize; 2]) -> FeatureMap {
        assert!(planes.len() == self.patches.channels() * shape[0] * shape[1], "{WRONG_SHAPE}");
        let [rows, columns] = shape.map(|length| self.patches.output_length(length));
        let mut map = FeatureMap::zeros(rows, columns, self.convolution.outputs());
        // A patch is what a pixel of the map is made from: the channels of a pixel, for the pointwise convolution.
        let blocks = self.patches.length().div_ceil(LANES).max(1);
        let mut patches = vec![[0.0; LANES]; columns * blocks];
        let mut pixels = Workspace::new(columns, self.patches.length());
        for row in 0..rows {
            self.patches.row(planes, shape, row, patches.as_flattened_mut(), blocks * LANES);
            for (block, pixels) in pixels.pixels_mut(0, columns).blocks().enumerate() {
                let patches = patches.iter().skip(block).step_by(blocks);
                pixels.iter_mut().zip(patches).for_each(|(pixel, patch)| *pixel = *patch);
            }
            self.convolution.apply_to(pixels.pixels(columns), None, map.rows_mut(row, 1));
        }
        map
    }
}
