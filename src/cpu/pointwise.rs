mod gradient;

use super::Convolution;
use super::activation::{Activation, bounded};

/// Output channels that are worked on at once: two vectors of four floats.
const PANEL: usize = 8;
/// Pixels that are worked on at once. With [`PANEL`] this keeps all sums in the sixteen vector registers that there are.
const TILE: usize = 4;
/// Pixels whose inputs stay in the first cache while all panels see them.
const BLOCK: usize = 64;

/// A convolution that looks at one pixel at a time: a matrix product over the channels.
#[derive(Clone, Debug)]
pub struct Pointwise {
    /// For each panel, for each input, the weights of the panel's outputs; what a last panel has too much is zero.
    panels: Vec<[f32; PANEL]>,
    bias: Vec<[f32; PANEL]>,
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
        let panel_count = outputs.div_ceil(PANEL);
        let mut panels = vec![[0.0; PANEL]; panel_count * inputs];
        let mut padded_bias = vec![[0.0; PANEL]; panel_count];
        for (output, row) in weights.chunks_exact(inputs.max(1)).enumerate() {
            let (panel, place) = (output / PANEL, output % PANEL);
            for (input, weight) in row.iter().enumerate() {
                panels[panel * inputs + input][place] = *weight;
            }
            padded_bias[panel][place] = bias.get(output).copied().unwrap_or_default();
        }
        Self { panels, bias: padded_bias, inputs, outputs, bounds: activation.bounds() }
    }

    /// Channels that come out.
    pub fn outputs(&self) -> usize {
        self.outputs
    }

    /// Convolves the pixels of `input` into `output`, and adds `added` before the activation where it is given. Both have as
    /// many pixels as `input`.
    pub fn apply(&self, input: &[f32], added: Option<&[f32]>, output: &mut [f32]) {
        if self.inputs == 0 || self.outputs == 0 {
            return;
        }
        let blocks = input.chunks(BLOCK * self.inputs).zip(output.chunks_mut(BLOCK * self.outputs));
        for (index, (input, output)) in blocks.enumerate() {
            let start = index * BLOCK * self.outputs;
            let added = added.and_then(|added| added.get(start..start + output.len()));
            for (panel, (weights, bias)) in self.panels.chunks_exact(self.inputs).zip(&self.bias).enumerate() {
                self.apply_panel(panel * PANEL, weights, bias, input, added, output);
            }
        }
    }

    fn apply_panel(
        &self,
        first_output: usize,
        weights: &[[f32; PANEL]],
        bias: &[f32; PANEL],
        input: &[f32],
        added: Option<&[f32]>,
        output: &mut [f32],
    ) {
        let tiles = input.chunks(TILE * self.inputs).zip(output.chunks_mut(TILE * self.outputs)).enumerate();
        for (tile, (input, output)) in tiles {
            let mut sums = [*bias; TILE];
            if input.len() == TILE * self.inputs {
                let (first, rest) = input.split_at(self.inputs);
                let (second, rest) = rest.split_at(self.inputs);
                let (third, fourth) = rest.split_at(self.inputs);
                multiply_tile(weights, [first, second, third, fourth], &mut sums);
            } else {
                for (pixel, sums) in input.chunks_exact(self.inputs).zip(&mut sums) {
                    multiply_pixel(weights, pixel, sums);
                }
            }
            let count = PANEL.min(self.outputs - first_output);
            for (index, (sums, pixel)) in sums.iter_mut().zip(output.chunks_exact_mut(self.outputs)).enumerate() {
                // A whole panel is written through an array, whose length the compiler knows.
                let start = (tile * TILE + index) * self.outputs + first_output;
                if let Some(pixel) = pixel.get_mut(first_output..).and_then(|rest| rest.first_chunk_mut::<PANEL>()) {
                    if let Some(added) = added.and_then(|added| added.get(start..)?.first_chunk::<PANEL>()) {
                        sums.iter_mut().zip(added).for_each(|(sum, added)| *sum += added);
                    }
                    *pixel = sums.map(|sum| bounded(sum, self.bounds));
                    continue;
                }
                if let Some(added) = added {
                    let added = added.get(start..start + count).unwrap_or_default();
                    sums.iter_mut().zip(added).for_each(|(sum, added)| *sum += added);
                }
                let pixel = pixel.get_mut(first_output..first_output + count).unwrap_or_default();
                for (output, sum) in pixel.iter_mut().zip(*sums) {
                    *output = bounded(sum, self.bounds);
                }
            }
        }
    }
}

/// Adds `pixels · weights` to the sums of four pixels.
#[inline(always)]
fn multiply_tile(weights: &[[f32; PANEL]], pixels: [&[f32]; TILE], sums: &mut [[f32; PANEL]; TILE]) {
    let [first, second, third, fourth] = pixels;
    let mut local = *sums;
    // Iterators that run together need no bounds checks.
    for ((((weights, first), second), third), fourth) in weights.iter().zip(first).zip(second).zip(third).zip(fourth) {
        for (sums, value) in local.iter_mut().zip([first, second, third, fourth]) {
            for (sum, weight) in sums.iter_mut().zip(weights) {
                *sum += value * weight;
            }
        }
    }
    *sums = local;
}

#[inline(always)]
fn multiply_pixel(weights: &[[f32; PANEL]], pixel: &[f32], sums: &mut [f32; PANEL]) {
    for (weights, value) in weights.iter().zip(pixel) {
        for (sum, weight) in sums.iter_mut().zip(weights) {
            *sum += value * weight;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Odd numbers everywhere, so that tiles, blocks and panels all have a rest.
    #[test]
    fn it_is_the_matrix_product() {
        let (pixels, inputs, outputs) = (131, 5, 11);
        let number = |index: usize| ((index * 37) % 17) as f32 / 8.0 - 1.0;
        let weights: Vec<f32> = (0..inputs * outputs).map(number).collect();
        let bias: Vec<f32> = (0..outputs).map(number).collect();
        let input: Vec<f32> = (0..pixels * inputs).map(|index| number(index + 3)).collect();
        let added: Vec<f32> = (0..pixels * outputs).map(|index| number(index + 5)).collect();
        let convolution = Pointwise::from_rows(&weights, &bias, outputs, Activation::Relu6);
        let mut output = vec![f32::NAN; pixels * outputs];
        convolution.apply(&input, Some(&added), &mut output);
        for pixel in 0..pixels {
            for channel in 0..outputs {
                let product: f32 = (0..inputs).map(|k| input[pixel * inputs + k] * weights[channel * inputs + k]).sum();
                let expected = (product + bias[channel] + added[pixel * outputs + channel]).clamp(0.0, 6.0);
                let found = output[pixel * outputs + channel];
                assert!((found - expected).abs() < 1e-5, "{found} for {expected}");
            }
        }
    }
}
