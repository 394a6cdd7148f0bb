//! Depthwise convolution: one kernel per channel, padded as TensorFlow's "SAME". Rows are made block by block, in tiles
//! of four pixels where the kernel lies wholly on the map.

mod gradient;

pub use gradient::DepthwiseGradient;

use super::activation::{Activation, bounded};
use super::pixels::{LANES, Lanes, PixelsMut};
use super::{Convolution, FeatureMap, WRONG_SHAPE, same_padding};

/// Pixels that are worked on at once where none of them looks over the border.
const TILE: usize = 4;

/// A convolution of each channel by itself, padded as TensorFlow's "SAME".
#[derive(Clone, Debug)]
pub struct Depthwise {
    /// For each block of channels, for each place of the kernel, the weights; the last block is padded with zeros.
    weights: Vec<Lanes>,
    /// The bias of each block of channels.
    bias: Vec<Lanes>,
    channels: usize,
    kernel: usize,
    stride: usize,
    bounds: (f32, f32),
}

/// The inputs of one output row of one block of channels.
#[derive(Clone, Copy)]
struct Row<'a> {
    /// The rows of the map that the kernel sees, one after the other: those of its rows that are on the map.
    pixels: &'a [Lanes],
    /// The kernel's weights for each of the rows in `pixels`.
    weights: &'a [Lanes],
    bias: &'a Lanes,
    /// Pixels in a row of the map.
    columns: usize,
    /// The kernel's places before the map's first column, in the first pixel.
    left: usize,
}

impl Depthwise {
    /// Arranges a convolution with as many groups as channels.
    pub fn new(convolution: &Convolution, activation: Activation) -> Self {
        let &Convolution { outputs: channels, kernel, stride, .. } = convolution;
        let taps = kernel * kernel;
        let blocks = channels.div_ceil(LANES);
        let mut arranged = vec![[0.0; LANES]; blocks * taps];
        for (channel, kernel) in convolution.weights.chunks_exact(taps).enumerate() {
            for (tap, weight) in kernel.iter().enumerate() {
                arranged[channel / LANES * taps + tap][channel % LANES] = *weight;
            }
        }
        let mut bias = vec![[0.0; LANES]; blocks];
        for (channel, value) in convolution.bias.iter().enumerate() {
            bias[channel / LANES][channel % LANES] = *value;
        }
        Self { weights: arranged, bias, channels, kernel, stride, bounds: activation.bounds() }
    }

    /// Height or width of the output for an input of `length`.
    pub fn output_length(&self, length: usize) -> usize {
        length.div_ceil(self.stride)
    }

    /// Convolves the whole of `input`.
    pub fn apply(&self, input: &FeatureMap) -> FeatureMap {
        let [rows, columns] = [input.rows, input.columns].map(|length| self.output_length(length));
        let mut output = FeatureMap::zeros(rows, columns, self.channels);
        for row in 0..rows {
            self.row(input, row, output.rows_mut(row, 1));
        }
        output
    }

    /// Convolves row `row` of the result into `output`, one row of it.
    pub(super) fn row(&self, input: &FeatureMap, row: usize, mut output: PixelsMut) {
        assert!(input.channels == self.channels, "{WRONG_SHAPE}");
        let (left, _) = same_padding(input.columns, self.kernel, self.stride);
        let (top, _) = same_padding(input.rows, self.kernel, self.stride);
        // The kernel's rows that are on the map.
        let start = row * self.stride; // in rows of the map with its padding
        let first = top.saturating_sub(start);
        let last = self.kernel.min((input.rows + top).saturating_sub(start)).max(first);
        let seen = (start + first - top) * input.columns..(start + last - top) * input.columns;
        let weights = self.weights.chunks_exact(self.kernel * self.kernel).zip(&self.bias);
        for ((block, (weights, bias)), output) in input.blocks().zip(weights).zip(output.blocks()) {
            let row = Row {
                pixels: block.get(seen.clone()).unwrap_or_default(),
                weights: weights.get(first * self.kernel..last * self.kernel).unwrap_or_default(),
                bias,
                columns: input.columns,
                left,
            };
            match (self.kernel, self.stride) {
                (3, 1) => self.convolve::<3, 1>(row, output),
                (3, 2) => self.convolve::<3, 2>(row, output),
                (5, 1) => self.convolve::<5, 1>(row, output),
                (5, 2) => self.convolve::<5, 2>(row, output),
                _ => (0..output.len()).for_each(|column| output[column] = self.pixel(row, column)), // all of the row
            }
        }
    }

    /// One row of one block, by kernels of `KERNEL` x `KERNEL` places and with `STRIDE`.
    #[inline(always)]
    fn convolve<const KERNEL: usize, const STRIDE: usize>(&self, row: Row, output: &mut [Lanes]) {
        // Pixels whose kernels lie on the map from side to side.
        let inner_start = row.left.div_ceil(STRIDE).min(output.len());
        let inner_end = match (row.columns + row.left).checked_sub(KERNEL) {
            Some(last) => (last / STRIDE + 1).clamp(inner_start, output.len()),
            None => inner_start,
        };
        for column in (0..inner_start).chain(inner_end..output.len()) {
            output[column] = self.pixel(row, column); // below the row's length
        }
        let (tiles, rest) = output.get_mut(inner_start..inner_end).unwrap_or_default().as_chunks_mut::<TILE>();
        let mut column = inner_start;
        for tile in tiles {
            *tile = self.tile::<KERNEL, STRIDE, TILE>(row, column);
            column += TILE;
        }
        for pixel in rest.as_chunks_mut::<1>().0 {
            *pixel = self.tile::<KERNEL, STRIDE, 1>(row, column);
            column += 1;
        }
    }

    /// `PIXELS` neighbours from column `column` on, none of which looks over the border.
    #[inline(always)]
    fn tile<const KERNEL: usize, const STRIDE: usize, const PIXELS: usize>(
        &self,
        row: Row,
        column: usize,
    ) -> [Lanes; PIXELS] {
        let mut sums = [*row.bias; PIXELS];
        let start = column * STRIDE - row.left; // not over the border
        let seen = start..start + const { (PIXELS - 1) * STRIDE + KERNEL };
        for (pixels, weights) in row.pixels.chunks_exact(row.columns).zip(row.weights.as_chunks::<KERNEL>().0) {
            let Some(pixels) = pixels.get(seen.clone()) else { continue };
            for (tap, weights) in weights.iter().enumerate() {
                for (sums, values) in sums.iter_mut().zip(pixels.iter().skip(tap).step_by(STRIDE)) {
                    add_products(sums, values, weights);
                }
            }
        }
        sums.map(|lanes| lanes.map(|sum| bounded(sum, self.bounds)))
    }

    /// The pixel in `column`, wherever its kernel lies.
    fn pixel(&self, row: Row, column: usize) -> Lanes {
        let mut sums = *row.bias;
        for (pixels, weights) in row.pixels.chunks_exact(row.columns).zip(row.weights.chunks_exact(self.kernel)) {
            for (tap, weights) in weights.iter().enumerate() {
                let place = (column * self.stride + tap).checked_sub(row.left);
                if let Some(values) = place.and_then(|place| pixels.get(place)) {
                    add_products(&mut sums, values, weights);
                }
            }
        }
        sums.map(|sum| bounded(sum, self.bounds))
    }
}

#[inline(always)]
fn add_products(sums: &mut Lanes, values: &Lanes, weights: &Lanes) {
    for ((sum, value), weight) in sums.iter_mut().zip(values).zip(weights) {
        *sum += value * weight;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(count: usize) -> Vec<f32> {
        (0..count).map(|index| (index as f32 * 0.7).sin()).collect()
    }

    /// What the kernel computes, in the plainest way.
    fn naive(input: &FeatureMap, convolution: &Convolution, row: usize, column: usize, channel: usize) -> f32 {
        let &Convolution { kernel, stride, .. } = convolution;
        let [(top, _), (left, _)] = [input.rows, input.columns].map(|length| same_padding(length, kernel, stride));
        let pixels = input.channels_last();
        let mut sum = convolution.bias[channel];
        for tap in 0..kernel * kernel {
            let (y, x) =
                ((row * stride + tap / kernel).wrapping_sub(top), (column * stride + tap % kernel).wrapping_sub(left));
            if y < input.rows && x < input.columns {
                let value = pixels[(y * input.columns + x) * input.channels + channel];
                sum += value * convolution.weights[channel * kernel * kernel + tap];
            }
        }
        sum.clamp(0.0, 6.0)
    }

    #[test]
    fn it_is_the_naive_convolution() {
        let channels = 11;
        for (kernel, stride, rows, columns) in
            [(3, 1, 6, 5), (5, 1, 7, 9), (3, 2, 8, 7), (5, 2, 14, 9), (4, 2, 9, 7), (5, 1, 2, 2)]
        {
            let weights = numbers(channels * kernel * kernel);
            let convolution = Convolution { weights, bias: numbers(channels), outputs: channels, kernel, stride };
            let input = FeatureMap::from_channels_first(&numbers(rows * columns * channels), rows, columns, channels);
            let output = Depthwise::new(&convolution, Activation::Relu6).apply(&input);
            for (index, found) in output.channels_last().into_iter().enumerate() {
                let (pixel, channel) = (index / channels, index % channels);
                let expected = naive(&input, &convolution, pixel / output.columns, pixel % output.columns, channel);
                assert!(
                    (found - expected).abs() < 1e-5,
                    "{found} instead of {expected}: kernel {kernel}, stride {stride}"
                );
            }
        }
    }

    #[test]
    #[should_panic(expected = "another shape")]
    fn a_map_of_other_channels_is_refused() {
        let convolution = Convolution { weights: numbers(8 * 9), bias: numbers(8), outputs: 8, kernel: 3, stride: 1 };
        Depthwise::new(&convolution, Activation::None).apply(&FeatureMap::zeros(4, 4, 7));
    }
}
