//! Weights are `[kernel row, kernel column, channel]`, so that every inner loop runs over neighbouring channels.
//!
//! Channels are worked on in blocks whose sums stay in vector registers. Each entry point is compiled for several
//! instruction sets, of which the best one is picked at run time.

use super::geometry::Convolution;
use multiversion::multiversion;

/// Channels of a block, a divisor of most widths of the network: three vectors of 16 floats.
const WIDE: usize = 48;
/// Channels of a block where `WIDE` does not go any more.
const NARROW: usize = 16;

/// Calls `$function::<BLOCK>(…, first channel)` for blocks that cover all channels.
macro_rules! for_each_block {
    ($channels:expr, $function:ident($($argument:expr),*)) => {
        let mut channel = 0;
        while channel + WIDE <= $channels {
            $function::<WIDE>($($argument,)* channel);
            channel += WIDE;
        }
        while channel + NARROW <= $channels {
            $function::<NARROW>($($argument,)* channel);
            channel += NARROW;
        }
        while channel < $channels {
            $function::<1>($($argument,)* channel);
            channel += 1;
        }
    };
}

/// `output[row, column, c] = Σ input[row·stride + i − padding, column·stride + j − padding, c] · weights[i, j, c]`
#[multiversion(targets("x86_64+avx512f+avx512vl+fma", "x86_64+avx2+fma"))]
pub(super) fn forward(convolution: &Convolution, input: &[f32], weights: &[f32], output: &mut [f32]) {
    for_each_block!(convolution.output_channels, forward_block(convolution, input, weights, output));
}

/// `input_gradient[r, s, c] = Σ output_gradient[row, column, c] · weights[i, j, c]` over all outputs that saw the pixel.
#[multiversion(targets("x86_64+avx512f+avx512vl+fma", "x86_64+avx2+fma"))]
pub(super) fn input_gradient(
    convolution: &Convolution,
    weights: &[f32],
    output_gradient: &[f32],
    input_gradient: &mut [f32],
) {
    for_each_block!(
        convolution.output_channels,
        input_gradient_block(convolution, weights, output_gradient, input_gradient)
    );
}

/// `weights_gradient[i, j, c] += Σ output_gradient[row, column, c] · input[…, c]`
#[multiversion(targets("x86_64+avx512f+avx512vl+fma", "x86_64+avx2+fma"))]
pub(super) fn weights_gradient(
    convolution: &Convolution,
    input: &[f32],
    output_gradient: &[f32],
    weights_gradient: &mut [f32],
) {
    for_each_block!(
        convolution.output_channels,
        weights_gradient_block(convolution, input, output_gradient, weights_gradient)
    );
}

/// The block of channels at `index` of a map or of the weights.
#[inline(always)]
fn block<const BLOCK: usize>(values: &[f32], index: usize, channels: usize, first: usize) -> &[f32; BLOCK] {
    let start = index * channels + first;
    // The range has BLOCK elements, so it converts; a range outside `values` is a mistake in this file.
    #[expect(clippy::expect_used, reason = "see above")]
    values[start..start + BLOCK].try_into().expect("a range of BLOCK floats")
}

#[inline(always)]
fn add_product<const BLOCK: usize>(sum: &mut [f32; BLOCK], left: &[f32; BLOCK], right: &[f32; BLOCK]) {
    for lane in 0..BLOCK {
        sum[lane] = left[lane].mul_add(right[lane], sum[lane]);
    }
}

#[inline(always)]
fn forward_block<const BLOCK: usize>(
    convolution: &Convolution,
    input: &[f32],
    weights: &[f32],
    output: &mut [f32],
    first: usize,
) {
    let Convolution { input_size, output_size, output_channels: channels, kernel, stride, .. } = *convolution;
    let padding = convolution.padding();
    for row in 0..output_size {
        for column in 0..output_size {
            let mut sum = [0.0; BLOCK];
            for i in convolution.taps(row) {
                let source = (row * stride + i - padding) * input_size;
                for j in convolution.taps(column) {
                    let pixel = source + column * stride + j - padding;
                    add_product(
                        &mut sum,
                        block(input, pixel, channels, first),
                        block(weights, i * kernel + j, channels, first),
                    );
                }
            }
            output[(row * output_size + column) * channels + first..][..BLOCK].copy_from_slice(&sum);
        }
    }
}

#[inline(always)]
fn input_gradient_block<const BLOCK: usize>(
    convolution: &Convolution,
    weights: &[f32],
    output_gradient: &[f32],
    input_gradient: &mut [f32],
    first: usize,
) {
    let Convolution { input_size, output_size, output_channels: channels, kernel, .. } = *convolution;
    for row in 0..input_size {
        for column in 0..input_size {
            let mut sum = [0.0; BLOCK];
            for (i, output_row) in outputs_seeing(convolution, row) {
                for (j, output_column) in outputs_seeing(convolution, column) {
                    add_product(
                        &mut sum,
                        block(output_gradient, output_row * output_size + output_column, channels, first),
                        block(weights, i * kernel + j, channels, first),
                    );
                }
            }
            input_gradient[(row * input_size + column) * channels + first..][..BLOCK].copy_from_slice(&sum);
        }
    }
}

/// Pairs of kernel index and output row (or column) through which an input row (or column) is seen.
#[inline(always)]
fn outputs_seeing(convolution: &Convolution, input: usize) -> impl Iterator<Item = (usize, usize)> {
    let Convolution { output_size, kernel, stride, .. } = *convolution;
    let shifted = input + convolution.padding();
    // output · stride + tap = shifted
    (shifted % stride..kernel.min(shifted + 1))
        .step_by(stride)
        .map(move |tap| (tap, (shifted - tap) / stride))
        .filter(move |&(_, output)| output < output_size)
}

#[inline(always)]
fn weights_gradient_block<const BLOCK: usize>(
    convolution: &Convolution,
    input: &[f32],
    output_gradient: &[f32],
    weights_gradient: &mut [f32],
    first: usize,
) {
    let Convolution { input_size, output_size, output_channels: channels, kernel, stride, .. } = *convolution;
    let padding = convolution.padding();
    for row in 0..output_size {
        for i in convolution.taps(row) {
            let source = (row * stride + i - padding) * input_size;
            for j in 0..kernel {
                let start = (i * kernel + j) * channels + first;
                let mut sum: [f32; BLOCK] = *block(weights_gradient, i * kernel + j, channels, first);
                // The columns for which the tap j falls inside the input.
                let from = padding.saturating_sub(j).div_ceil(stride);
                let to = (input_size + padding).saturating_sub(j).div_ceil(stride).min(output_size);
                for column in from..to {
                    add_product(
                        &mut sum,
                        block(input, source + column * stride + j - padding, channels, first),
                        block(output_gradient, row * output_size + column, channels, first),
                    );
                }
                weights_gradient[start..start + BLOCK].copy_from_slice(&sum);
            }
        }
    }
}
