//! A convolution's forward and backward pass over some images by the kernels of its kind: 1 x 1, depthwise, or stem.

use super::geometry::{Convolution, Kind};
use super::{depthwise, pointwise, stem};

impl Convolution {
    /// Reorders weights `[output, input / groups, kernel, kernel]` as [`forward`](Self::forward) wants them.
    pub(super) fn arrange(&self, weights: &[f32]) -> Vec<f32> {
        match self.kind {
            Kind::Pointwise | Kind::Stem => weights.to_vec(),
            Kind::Depthwise => transpose(weights, self.output_channels),
        }
    }

    /// Undoes [`arrange`](Self::arrange), for the weights' gradient.
    pub(super) fn disarrange(&self, weights: Vec<f32>) -> Vec<f32> {
        match self.kind {
            Kind::Pointwise | Kind::Stem => weights,
            Kind::Depthwise => transpose(&weights, self.kernel * self.kernel),
        }
    }

    /// Convolves some images, of which `input` and `output` hold the maps.
    pub(super) fn forward(&self, input: &[f32], weights: &[f32], output: &mut [f32]) {
        match self.kind {
            Kind::Pointwise => pointwise::forward(self, input, weights, output),
            Kind::Depthwise => {
                for (input, output) in self.images(input, output) {
                    depthwise::forward(self, input, weights, output);
                }
            }
            Kind::Stem => {
                for (input, output) in self.images(input, output) {
                    stem::forward(self, input, weights, output);
                }
            }
        }
    }

    /// From the output's gradient to that of the input, where wanted, and of the weights, which is added to
    /// `weights_gradient`.
    pub(super) fn backward(
        &self,
        input: &[f32],
        weights: &[f32],
        output_gradient: &mut [f32],
        mut input_gradient: Option<&mut [f32]>,
        weights_gradient: &mut [f32],
    ) {
        match self.kind {
            Kind::Pointwise => {
                pointwise::weights_gradient(self, input, output_gradient, weights_gradient);
                if let Some(gradient) = input_gradient {
                    pointwise::input_gradient(self, weights, output_gradient, gradient);
                }
            }
            Kind::Depthwise => {
                let length = self.input_length();
                for (index, (input, output_gradient)) in self.images(input, output_gradient).enumerate() {
                    depthwise::weights_gradient(self, input, output_gradient, weights_gradient);
                    if let Some(gradient) = &mut input_gradient {
                        let gradient = &mut gradient[index * length..][..length];
                        depthwise::input_gradient(self, weights, output_gradient, gradient);
                    }
                }
            }
            Kind::Stem => {
                for (input, output_gradient) in self.images(input, output_gradient) {
                    stem::weights_gradient(self, input, output_gradient, weights_gradient);
                }
            }
        }
    }

    fn images<'a>(&self, input: &'a [f32], output: &'a mut [f32]) -> impl Iterator<Item = (&'a [f32], &'a mut [f32])> {
        input.chunks_exact(self.input_length()).zip(output.chunks_exact_mut(self.output_length()))
    }
}

/// Transposes a matrix of `rows` rows.
fn transpose(matrix: &[f32], rows: usize) -> Vec<f32> {
    let columns = matrix.len() / rows;
    (0..matrix.len()).map(|index| matrix[index % rows * columns + index / rows]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transposing_twice_changes_nothing() {
        let matrix: Vec<f32> = (0..6).map(|value| value as f32).collect();
        assert_eq!(transpose(&matrix, 2), [0.0, 3.0, 1.0, 4.0, 2.0, 5.0]);
        assert_eq!(transpose(&transpose(&matrix, 2), 3), matrix);
    }
}
