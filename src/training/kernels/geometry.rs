//! A convolution's geometry: the sizes of its maps, and which pixels its kernel sees.

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
}

#[cfg(test)]
mod tests {
    use super::*;

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
