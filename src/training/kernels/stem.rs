//! The first convolution, as a matrix product of image patches and weights. There is
//! no gradient with respect to the image.

use super::geometry::Convolution;
use super::matrix::{Matrix, multiply};

/// Convolves one image: `output[pixel, out] = Σ patches[pixel, tap] · weights[out, tap]`.
pub(super) fn forward(convolution: &Convolution, input: &[f32], weights: &[f32], output: &mut [f32]) {
    let patches = patches(convolution, input);
    let taps = patch_length(convolution);
    multiply(Matrix::new(&patches, taps), Matrix::new(weights, taps).transposed(), output, false);
}

/// `weights_gradient[out, tap] += Σ output_gradient[pixel, out] · patches[pixel, tap]` of one image.
pub(super) fn weights_gradient(
    convolution: &Convolution,
    input: &[f32],
    output_gradient: &[f32],
    weights_gradient: &mut [f32],
) {
    let patches = patches(convolution, input);
    let gradient = Matrix::new(output_gradient, convolution.output_channels).transposed();
    multiply(gradient, Matrix::new(&patches, patch_length(convolution)), weights_gradient, true);
}

fn patch_length(convolution: &Convolution) -> usize {
    convolution.input_channels * convolution.kernel * convolution.kernel
}

/// For every output pixel the input under the kernel, in the order of the weights: channel, row, column.
fn patches(convolution: &Convolution, input: &[f32]) -> Vec<f32> {
    let Convolution { input_size, input_channels, output_size, kernel, stride, .. } = *convolution;
    let (length, padding) = (patch_length(convolution), convolution.padding());
    let mut patches = vec![0.0; output_size * output_size * length];
    for (pixel, patch) in patches.chunks_exact_mut(length).enumerate() {
        let (row, column) = (pixel / output_size, pixel % output_size);
        for kernel_row in convolution.taps(row) {
            for kernel_column in convolution.taps(column) {
                let source_row = row * stride + kernel_row - padding;
                let source_column = column * stride + kernel_column - padding;
                let source = &input[(source_row * input_size + source_column) * input_channels..][..input_channels];
                for (channel, &value) in source.iter().enumerate() {
                    patch[(channel * kernel + kernel_row) * kernel + kernel_column] = value;
                }
            }
        }
    }
    patches
}
