//! A convolution's geometry, and its forward and backward pass over some images by the
//! kernels of its kind: 1 x 1, depthwise, or stem.

use super::{depthwise, pointwise, stem};

/// A convolution between maps whose channels lie next to each other: `[image, row, column, channel]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Convolution {
    pub kind: Kind,
    /// Rows and columns of the input (square).
    pub input_size: usize,
    pub input_channels: usize,
    /// Rows and columns of the output (square).
    pub output_size: usize,
    pub output_channels: usize,
    pub kernel: usize,
    pub stride: usize,
}

/// How the channels of input and output are connected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Kernel of one pixel, all channels with all.
    Pointwise,
    /// Every channel by itself.
    Depthwise,
    /// All channels with all, on an input that needs no gradient.
    Stem,
}

impl Convolution {
    /// Floats of one image's input.
    pub(super) fn input_length(&self) -> usize {
        self.input_size * self.input_size * self.input_channels
    }

    /// Floats of one image's output.
    pub(super) fn output_length(&self) -> usize {
        self.output_size * self.output_size * self.output_channels
    }

    /// Rows and columns of zeros before the first row and column: TensorFlow's "SAME".
    pub(super) fn padding(&self) -> usize {
        ((self.output_size - 1) * self.stride + self.kernel).saturating_sub(self.input_size) / 2
    }

    /// The kernel indices whose input row (or column) exists, for the output row (or column) `output`.
    pub(super) fn taps(&self, output: usize) -> std::ops::Range<usize> {
        let start = output * self.stride;
        let padding = self.padding();
        padding.saturating_sub(start)..self.kernel.min((self.input_size + padding).saturating_sub(start))
    }

    /// Images that are worked on at once: enough rows for a matrix product to be efficient, few enough for the cache.
    pub(super) fn images_at_once(&self) -> usize {
        const ROWS: usize = 512;
        (ROWS / (self.output_size * self.output_size)).max(1)
    }

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

    #[test]
    fn taps_stay_inside_the_map() {
        let convolution = Convolution {
            kind: Kind::Depthwise,
            input_size: 6,
            input_channels: 1,
            output_size: 3,
            output_channels: 1,
            kernel: 5,
            stride: 2,
        };
        // Three rows of padding are needed: one before the first row and two behind the last.
        assert_eq!(convolution.padding(), 1);
        assert_eq!((convolution.taps(0), convolution.taps(1), convolution.taps(2)), (1..5, 0..5, 0..3));
    }
}
