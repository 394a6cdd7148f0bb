//! Gradients of a depthwise convolution with respect to its input.
//!
//! `gradient_in[r, c, ch] = Σ_{i,j} gradient_out[(r + top − i) / s, (c + left − j) / s, ch] · weights[ch, i, j]`, over the taps for which both
//! places are whole numbers on the map.

use super::{Depthwise, LANES, add_products};
use crate::cpu::activation::keep_where_changing;
use crate::cpu::{Activation, FeatureMap, same_padding};

impl Depthwise {
    /// Backpropagates through the activation: zeroes the gradient wherever `output`, what came out of it, is at a bound.
    pub fn before_activation(&self, gradient: &mut FeatureMap, output: &FeatureMap) {
        keep_where_changing(gradient, output, self.bounds);
    }
}

/// The backward pass of a [`Depthwise`] convolution: from the gradient with respect to its output, before the activation, to the
/// one with respect to its input.
#[derive(Clone, Debug)]
pub struct DepthwiseGradient {
    /// With flipped kernels where [`is_flipped`](Self::is_flipped).
    convolution: Depthwise,
    is_flipped: bool,
}

impl DepthwiseGradient {
    /// Prepares the backward pass of `convolution`.
    pub fn new(convolution: &Depthwise) -> Self {
        let mut convolution = convolution.clone();
        convolution.bias.fill([0.0; LANES]);
        convolution.bounds = Activation::None.bounds();
        // Without a stride, and with as much padding before as after, the backward pass is a convolution with flipped kernels.
        let is_flipped = convolution.stride == 1 && convolution.kernel % 2 == 1;
        if is_flipped {
            let taps = convolution.kernel * convolution.kernel;
            convolution.weights.chunks_exact_mut(taps).for_each(<[_]>::reverse);
        }
        Self { convolution, is_flipped }
    }

    /// The gradient with respect to the input, which has `rows` × `columns` pixels.
    pub fn apply(&self, gradient: &FeatureMap, rows: usize, columns: usize) -> FeatureMap {
        if self.is_flipped { self.convolution.apply(gradient) } else { self.scattered(gradient, rows, columns) }
    }

    /// Adds each output's gradient to all inputs that its kernel saw.
    fn scattered(&self, gradient: &FeatureMap, rows: usize, columns: usize) -> FeatureMap {
        let Depthwise { channels, kernel, stride, .. } = self.convolution;
        let mut output = FeatureMap::zeros(rows, columns, channels);
        let (top, _) = same_padding(rows, kernel, stride);
        let (left, _) = same_padding(columns, kernel, stride);
        let place = |index: usize, tap: usize, before: usize, length: usize| {
            (index * stride + tap).checked_sub(before).filter(|place| *place < length)
        };
        let blocks = self.convolution.weights.chunks_exact(kernel * kernel).zip(gradient.blocks());
        for ((weights, gradient_block), output) in blocks.zip(output.blocks_mut()) {
            for (pixel, values) in gradient_block.iter().enumerate() {
                let (row, column) = (pixel / gradient.columns, pixel % gradient.columns);
                for (tap, weights) in weights.iter().enumerate() {
                    let row = place(row, tap / kernel, top, rows);
                    let Some((row, column)) = row.zip(place(column, tap % kernel, left, columns)) else { continue };
                    add_products(&mut output[row * columns + column], values, weights); // on the map by the line above
                }
            }
        }
        output
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cpu::Convolution;

    fn numbers(count: usize, factor: f32) -> Vec<f32> {
        (0..count).map(|index| (index as f32 * factor).sin()).collect()
    }

    /// `⟨convolution(x), g⟩ = ⟨x, gradient(g)⟩` for a linear map, whatever `x` and `g`.
    #[test]
    fn it_is_the_adjoint_of_the_convolution() {
        for (kernel, stride, rows, columns) in
            [(3, 1, 6, 5), (5, 1, 7, 7), (3, 2, 8, 8), (5, 2, 7, 7), (5, 2, 14, 9), (4, 2, 9, 7)]
        {
            let channels = 11;
            let weights = numbers(channels * kernel * kernel, 1.3);
            let convolution = Convolution { weights, bias: Vec::new(), outputs: channels, kernel, stride };
            let convolution = Depthwise::new(&convolution, Activation::None);
            let map = |factor: f32, rows: usize, columns: usize| {
                FeatureMap::from_channels_first(&numbers(rows * columns * channels, factor), rows, columns, channels)
            };
            let input = map(0.7, rows, columns);
            let output = convolution.apply(&input);
            let gradient = map(0.3, output.rows, output.columns);
            let back = DepthwiseGradient::new(&convolution).apply(&gradient, rows, columns);
            let product =
                |a: &FeatureMap, b: &FeatureMap| a.flat().iter().zip(b.flat()).map(|(a, b)| a * b).sum::<f32>();
            let (there, here) = (product(&output, &gradient), product(&input, &back));
            assert!((there - here).abs() < 1e-3 * there.abs().max(1.0), "{there} and {here} for {kernel}, {stride}");
        }
    }
}
