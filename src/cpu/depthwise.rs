mod gradient;

pub use gradient::DepthwiseGradient;

use super::activation::{Activation, bounded};
use super::{Convolution, Map, same_padding};

/// Channels that are worked on at once: two vectors of four floats.
const LANES: usize = 8;
/// Pixels that are worked on at once where none of them looks over the border. Browsers keep the sums of more in memory.
const TILE: usize = 2;

/// A convolution of each channel by itself, padded as TensorFlow's "SAME".
#[derive(Clone, Debug)]
pub struct Depthwise {
    /// For each block of [`LANES`] channels, for each place of the kernel, the weights; a last block is filled with zeros.
    weights: Vec<[f32; LANES]>,
    bias: Vec<[f32; LANES]>,
    channels: usize,
    kernel: usize,
    stride: usize,
    bounds: (f32, f32),
}

impl Depthwise {
    /// From a convolution with as many groups as channels.
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

    /// Height or width that comes of `length`.
    pub fn output_length(&self, length: usize) -> usize {
        length.div_ceil(self.stride)
    }

    /// Convolves row `row` of the result into `output`, one row of it.
    pub fn row(&self, input: &Map, row: usize, output: &mut [f32]) {
        debug_assert_eq!(input.channels, self.channels);
        let columns = self.output_length(input.columns);
        let (left, _) = same_padding(input.columns, self.kernel, self.stride);
        let (top, _) = same_padding(input.rows, self.kernel, self.stride);
        // The kernel's rows that are on the map, and the first of them.
        let start = (row * self.stride) as isize - top as isize;
        let first_tap = (-start).max(0) as usize;
        let last_tap = self.kernel.min((input.rows as isize - start).max(0) as usize);
        let taps = first_tap..last_tap.max(first_tap);
        let source = |tap: usize| {
            let row = (start + tap as isize) as usize; // on the map, as the range of taps is
            input.values.get(row * input.row_length()..(row + 1) * input.row_length()).unwrap_or_default()
        };
        let rows: Vec<(usize, &[f32])> = taps.map(|tap| (tap * self.kernel, source(tap))).collect();
        // Pixels whose kernels lie on the map from side to side.
        let inner_start = left.div_ceil(self.stride).min(columns);
        let inner_end = match (input.columns + left).checked_sub(self.kernel) {
            Some(last) => (last / self.stride + 1).clamp(inner_start, columns),
            None => inner_start,
        };
        let tiles_end = inner_start + (inner_end - inner_start) / TILE * TILE;
        let taps = self.kernel * self.kernel;
        for (block, (weights, bias)) in self.weights.chunks_exact(taps).zip(&self.bias).enumerate() {
            let channel = block * LANES;
            let channels = channel..self.channels.min(channel + LANES);
            let pixel = |column: usize| self.pixel(weights, bias, &rows, input.columns, column, left, channels.clone());
            let tiled = if channels.len() == LANES { inner_start..tiles_end } else { 0..0 };
            for column in tiled.clone().step_by(TILE) {
                let at = (column * self.stride - left) * self.channels + channel;
                let sums = match (self.kernel, self.stride) {
                    (3, 1) => self.tile::<3, 1>(weights, bias, &rows, at),
                    (3, 2) => self.tile::<3, 2>(weights, bias, &rows, at),
                    (5, 1) => self.tile::<5, 1>(weights, bias, &rows, at),
                    (5, 2) => self.tile::<5, 2>(weights, bias, &rows, at),
                    _ => std::array::from_fn(|index| pixel(column + index)),
                };
                for (index, sums) in sums.into_iter().enumerate() {
                    let at = (column + index) * self.channels + channel;
                    if let Some(output) = output.get_mut(at..).and_then(|rest| rest.first_chunk_mut::<LANES>()) {
                        *output = sums.map(|sum| bounded(sum, self.bounds));
                    }
                }
            }
            for column in (0..columns).filter(|column| !tiled.contains(column)) {
                let outputs = output.iter_mut().skip(column * self.channels + channel).take(channels.len());
                outputs.zip(pixel(column)).for_each(|(output, sum)| *output = bounded(sum, self.bounds));
            }
        }
    }

    /// [`TILE`] neighbouring pixels of one block of channels; the first one's kernel, of `KERNEL` by `KERNEL` and with `STRIDE`,
    /// begins at value `at` of each row.
    ///
    /// A value of the input is read once for all the kernels of the tile that see it.
    #[inline(always)]
    fn tile<const KERNEL: usize, const STRIDE: usize>(
        &self,
        weights: &[[f32; LANES]],
        bias: &[f32; LANES],
        rows: &[(usize, &[f32])],
        at: usize,
    ) -> [[f32; LANES]; TILE] {
        let mut sums = [*bias; TILE];
        for &(first, row) in rows {
            let weights = weights.get(first..).and_then(|rest| rest.first_chunk::<KERNEL>());
            let (Some(weights), Some(row)) = (weights, row.get(at..)) else { continue };
            for place in 0..(TILE - 1) * STRIDE + KERNEL {
                let values = row.get(place * self.channels..).and_then(|rest| rest.first_chunk::<LANES>());
                let Some(values) = values else { continue };
                for (column, sums) in sums.iter_mut().enumerate() {
                    let tap = place.wrapping_sub(column * STRIDE);
                    if tap < KERNEL {
                        for ((sum, value), weight) in sums.iter_mut().zip(values).zip(&weights[tap]) {
                            *sum += value * weight;
                        }
                    }
                }
            }
        }
        sums
    }

    /// One pixel of a block of channels, wherever its kernel lies.
    #[expect(clippy::too_many_arguments, reason = "the loop's own variables")]
    fn pixel(
        &self,
        weights: &[[f32; LANES]],
        bias: &[f32; LANES],
        rows: &[(usize, &[f32])],
        columns: usize,
        column: usize,
        left: usize,
        channels: std::ops::Range<usize>,
    ) -> [f32; LANES] {
        let mut sums = *bias;
        for &(first, row) in rows {
            for (tap, weights) in weights.get(first..first + self.kernel).unwrap_or_default().iter().enumerate() {
                let Some(place) = (column * self.stride + tap).checked_sub(left).filter(|place| *place < columns)
                else {
                    continue;
                };
                let pixel = &row[place * self.channels..][channels.clone()]; // on the map by the line above
                for ((sum, value), weight) in sums.iter_mut().zip(pixel).zip(weights) {
                    *sum += value * weight;
                }
            }
        }
        sums
    }
}
