use super::{Depthwise, Map, Pointwise};

/// A convolution of each channel by itself, then one over the channels, row by row: what is between them stays in the cache.
#[derive(Clone, Debug)]
pub struct Separable {
    /// The first.
    pub depthwise: Depthwise,
    /// The second.
    pub pointwise: Pointwise,
}

impl Separable {
    /// Applies both, and adds `added`, a map like the result, before the last activation where it is given.
    pub fn apply(&self, input: &Map, added: Option<&Map>) -> Map {
        let [rows, columns] = [input.rows, input.columns].map(|length| self.depthwise.output_length(length));
        let mut output = Map::zeros(rows, columns, self.pointwise.outputs());
        let length = output.row_length();
        let mut convolved = vec![0.0; columns * input.channels];
        for (row, output) in output.values.chunks_exact_mut(length.max(1)).enumerate() {
            self.depthwise.row(input, row, &mut convolved);
            let added = added.and_then(|added| added.values.get(row * length..(row + 1) * length));
            self.pointwise.apply(&convolved, added, output);
        }
        output
    }
}
