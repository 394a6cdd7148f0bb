use super::patches::Patches;
use super::{Activation, Convolution, Map, Pointwise};

/// A network's first convolution, from an image in planes to a map.
#[derive(Clone, Debug)]
pub struct Stem {
    patches: Patches,
    convolution: Pointwise,
}

impl Stem {
    /// From a convolution.
    pub fn new(convolution: &Convolution, activation: Activation) -> Self {
        Self { patches: Patches::new(convolution), convolution: Pointwise::new(convolution, activation) }
    }

    /// The map of an image whose channels lie one after the other, each with these rows and columns.
    pub fn apply(&self, planes: &[f32], shape: [usize; 2]) -> Map {
        let [rows, columns] = shape.map(|length| self.patches.output_length(length));
        let mut map = Map::zeros(rows, columns, self.convolution.outputs());
        let length = map.row_length().max(1);
        let mut patches = vec![0.0; columns * self.patches.length()];
        for (row, output) in map.values.chunks_exact_mut(length).enumerate() {
            self.patches.row(planes, shape, row, &mut patches);
            self.convolution.apply(&patches, None, output);
        }
        map
    }
}
