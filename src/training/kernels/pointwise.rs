//! 1 x 1 convolution on maps with channels last: the forward pass and both gradients, a matrix product each.

use super::geometry::Convolution;
use super::matrix::{Matrix, multiply};

/// `output[pixel, out] = Σ input[pixel, in] · weights[out, in]`
pub(super) fn forward(convolution: &Convolution, input: &[f32], weights: &[f32], output: &mut [f32]) {
    let weights = Matrix::new(weights, convolution.input_channels);
    multiply(Matrix::new(input, convolution.input_channels), weights.transposed(), output, false);
}

/// `input_gradient[pixel, in] = Σ output_gradient[pixel, out] · weights[out, in]`
pub(super) fn input_gradient(
    convolution: &Convolution,
    weights: &[f32],
    output_gradient: &[f32],
    input_gradient: &mut [f32],
) {
    let gradient = Matrix::new(output_gradient, convolution.output_channels);
    multiply(gradient, Matrix::new(weights, convolution.input_channels), input_gradient, false);
}

/// `weights_gradient[out, in] += Σ output_gradient[pixel, out] · input[pixel, in]`
pub(super) fn weights_gradient(
    convolution: &Convolution,
    input: &[f32],
    output_gradient: &[f32],
    weights_gradient: &mut [f32],
) {
    let gradient = Matrix::new(output_gradient, convolution.output_channels).transposed();
    multiply(gradient, Matrix::new(input, convolution.input_channels), weights_gradient, true);
}
