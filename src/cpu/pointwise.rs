//! 1 x 1 convolution: a matrix product over the channels, in tiles of four pixels by eight outputs.
//! Bias, residual sum and activation are part of it.

mod gradient;

use super::activation::{Activation, bounded};
use super::pixels::{LANES, Lanes, Pixels, PixelsMut};
use super::{Convolution, FeatureMap, WRONG_SHAPE};

/// Pixels that are worked on at once. With [`LANES`] outputs this keeps all sums in the sixteen vector registers that there are.
const TILE: usize = 4;
/// Pixels whose inputs stay in the first cache while all outputs see them.
const STRETCH: usize = 64;

/// A convolution that looks at one pixel at a time: a matrix product over the channels.
#[derive(Clone, Debug)]
pub struct Pointwise {
    /// For each block of outputs, for each block of inputs, for each of these, the weights of the outputs; last blocks are padded
    /// with zeros.
    weights: Vec<[Lanes; LANES]>,
    /// The bias of each block of outputs.
    bias: Vec<Lanes>,
    inputs: usize,
    outputs: usize,
    bounds: (f32, f32),
}

impl Pointwise {
    /// From a convolution of any kernel; for kernels larger than 1 x 1 the input is what a
    /// [`Stem`](super::Stem) gathers.
    pub fn new(convolution: &Convolution, activation: Activation) -> Self {
        Self::from_rows(&convolution.weights, &convolution.bias, convolution.outputs, activation)
    }

    /// From `weights` with one row of inputs for each of `outputs`; what `bias` lacks is zero.
    pub fn from_rows(weights: &[f32], bias: &[f32], outputs: usize, activation: Activation) -> Self {
        let inputs = weights.len() / outputs.max(1);
        let (input_blocks, output_blocks) = (inputs.div_ceil(LANES), outputs.div_ceil(LANES));
        let mut arranged = vec![[[0.0; LANES]; LANES]; input_blocks * output_blocks];
        let mut padded_bias = vec![[0.0; LANES]; output_blocks];
        for (output, row) in weights.chunks_exact(inputs.max(1)).enumerate() {
            let (block, place) = (output / LANES, output % LANES);
            for (input, weight) in row.iter().enumerate() {
                arranged[block * input_blocks + input / LANES][input % LANES][place] = *weight;
            }
            padded_bias[block][place] = bias.get(output).copied().unwrap_or_default();
        }
        Self { weights: arranged, bias: padded_bias, inputs, outputs, bounds: activation.bounds() }
    }

    /// Number of output channels.
    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// Convolves `input`, and adds `added`, a map like the result, before the activation where it is given.
    pub fn apply(&self, input: &FeatureMap, added: Option<&FeatureMap>) -> FeatureMap {
        let fits =
            added.is_none_or(|added| added.channels == self.outputs && added.pixel_count() == input.pixel_count());
        assert!(input.channels == self.inputs && fits, "{WRONG_SHAPE}");
        let mut output = FeatureMap::zeros(input.rows, input.columns, self.outputs);
        let all = |map| FeatureMap::rows(map, 0, input.rows);
        self.apply_to(all(input), added.map(all), output.rows_mut(0, input.rows));
        output
    }

    /// Convolves one pixel, `values`.
    pub fn apply_to_vector(&self, values: &[f32]) -> Vec<f32> {
        self.apply(&FeatureMap::filled(1, 1, values), None).channels_last()
    }

    /// Convolves some pixels into `output`. `added` and `output` have as many as `input`.
    pub(super) fn apply_to(&self, input: Pixels, added: Option<Pixels>, mut output: PixelsMut) {
        let input_blocks = self.inputs.div_ceil(LANES).max(1);
        for start in (0..input.count).step_by(STRETCH) {
            let blocks = output.blocks().zip(self.weights.chunks_exact(input_blocks)).zip(&self.bias).enumerate();
            for (block, ((output, weights), bias)) in blocks {
                let end = output.len().min(start + STRETCH);
                let (tiles, rest) = output.get_mut(start..end).unwrap_or_default().as_chunks_mut::<TILE>();
                let mut first = start;
                for tile in tiles {
                    *tile = self.tile(weights, bias, input, first, added.map(|added| added.from(block, first)));
                    first += TILE;
                }
                let added = added.map(|added| added.from(block, first));
                if let Some(rest) = rest.first_chunk_mut::<3>() {
                    *rest = self.tile(weights, bias, input, first, added);
                } else if let Some(rest) = rest.first_chunk_mut::<2>() {
                    *rest = self.tile(weights, bias, input, first, added);
                } else if let Some(rest) = rest.first_chunk_mut::<1>() {
                    *rest = self.tile(weights, bias, input, first, added);
                }
            }
        }
    }

    /// A block of outputs for `PIXELS` pixels from pixel `first` on.
    #[inline(always)]
    fn tile<const PIXELS: usize>(
        &self,
        weights: &[[Lanes; LANES]],
        bias: &Lanes,
        input: Pixels,
        first: usize,
        added: Option<&[Lanes]>,
    ) -> [Lanes; PIXELS] {
        let mut sums = [*bias; PIXELS];
        for (block, weights) in weights.iter().enumerate() {
            let Some(pixels) = input.from(block, first).first_chunk::<PIXELS>() else { break };
            for (lane, weights) in weights.iter().enumerate() {
                for (sums, pixel) in sums.iter_mut().zip(pixels) {
                    for (sum, weight) in sums.iter_mut().zip(weights) {
                        *sum += pixel[lane] * weight;
                    }
                }
            }
        }
        if let Some(added) = added.and_then(<[Lanes]>::first_chunk::<PIXELS>) {
            for (sum, added) in sums.as_flattened_mut().iter_mut().zip(added.as_flattened()) {
                *sum += added;
            }
        }
        sums.map(|lanes| lanes.map(|sum| bounded(sum, self.bounds)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(index: usize) -> f32 {
        ((index * 37) % 17) as f32 / 8.0 - 1.0
    }

    /// Odd numbers everywhere, so that tiles, stretches and blocks all have a rest, of any length.
    #[test]
    fn it_is_the_matrix_product() {
        let (inputs, outputs) = (13, 11);
        let weights: Vec<f32> = (0..inputs * outputs).map(number).collect();
        let bias: Vec<f32> = (0..outputs).map(number).collect();
        let convolution = Pointwise::from_rows(&weights, &bias, outputs, Activation::Relu6);
        for pixels in [1, 2, 3, 4, 131] {
            let map = |channels: usize, shift: usize| {
                let values: Vec<f32> = (0..pixels * channels).map(|index| number(index + shift)).collect();
                FeatureMap::from_channels_first(&values, pixels, 1, channels)
            };
            let (input, added) = (map(inputs, 3), map(outputs, 5));
            let found = convolution.apply(&input, Some(&added)).channels_last();
            let (input, added) = (input.channels_last(), added.channels_last());
            assert_eq!(found.len(), pixels * outputs);
            for (index, found) in found.iter().enumerate() {
                let (pixel, output) = (index / outputs, index % outputs);
                let product: f32 = (0..inputs).map(|k| input[pixel * inputs + k] * weights[output * inputs + k]).sum();
                let expected = (product + bias[output] + added[index]).clamp(0.0, 6.0);
                assert!((found - expected).abs() < 1e-5, "{found} for {expected}");
            }
        }
    }

    #[test]
    fn a_vector_is_one_pixel() {
        let convolution = Pointwise::from_rows(&[1.0, 2.0, 3.0, 4.0], &[0.5], 2, Activation::None);
        assert_eq!(convolution.apply_to_vector(&[10.0, 1.0]), [12.5, 34.0]);
    }
}
