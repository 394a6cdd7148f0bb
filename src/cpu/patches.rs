//! Patches of an image under a convolution's kernel, `channels · kernel²` values each in the order of the
//! weights, by which the stem becomes a matrix product.

use super::{Convolution, same_padding};

/// Gathers what a convolution's kernel sees of an image, for a [`Pointwise`](super::Pointwise) one to work on.
#[derive(Clone, Debug)]
pub(super) struct Patches {
    channels: usize,
    kernel: usize,
    stride: usize,
}

impl Patches {
    /// The patches that `convolution` works on.
    pub(super) fn new(convolution: &Convolution) -> Self {
        Self { channels: convolution.inputs(), kernel: convolution.kernel, stride: convolution.stride }
    }

    /// Channels of the image.
    pub(super) fn channels(&self) -> usize {
        self.channels
    }

    /// Number of values in a patch.
    pub(super) fn length(&self) -> usize {
        self.channels * self.kernel * self.kernel
    }

    /// Height or width of the output for an input of `length`.
    pub(super) fn output_length(&self, length: usize) -> usize {
        length.div_ceil(self.stride)
    }

    /// Writes the patches of row `row` of the result into `output`, each `pitch` values after the last; what is between them is
    /// left as it is. `planes` has the image's channels one after the other, each with these rows and columns; the patches have
    /// the order of the kernel's weights.
    pub(super) fn row(
        &self,
        planes: &[f32],
        [rows, columns]: [usize; 2],
        row: usize,
        output: &mut [f32],
        pitch: usize,
    ) {
        let [(above, _), (before, _)] = [rows, columns].map(|length| same_padding(length, self.kernel, self.stride));
        let mut line = vec![0.0; columns + self.kernel]; // a row of the image with zeros before and after it
        let mut first = 0;
        for plane in planes.chunks_exact((rows * columns).max(1)).take(self.channels) {
            for tap in 0..self.kernel {
                let source = (row * self.stride + tap).checked_sub(above).filter(|source| *source < rows);
                let inside = &mut line[before..before + columns]; // less than a kernel is before it
                match source {
                    Some(source) => inside.copy_from_slice(&plane[source * columns..][..columns]), // a row of the plane
                    None => inside.fill(0.0),
                }
                match self.kernel {
                    3 => self.spread::<3>(&line, first, output, pitch),
                    5 => self.spread::<5>(&line, first, output, pitch),
                    kernel => {
                        for (column, patch) in output.chunks_exact_mut(pitch).enumerate() {
                            let values = line.iter().skip(column * self.stride);
                            patch.iter_mut().skip(first).take(kernel).zip(values).for_each(|(to, from)| *to = *from);
                        }
                    }
                }
                first += self.kernel;
            }
        }
    }

    /// Writes what kernels of `KERNEL` see of one row, `line`, at place `first` of each patch; see [`row`](Self::row).
    fn spread<const KERNEL: usize>(&self, line: &[f32], first: usize, output: &mut [f32], pitch: usize) {
        for (column, patch) in output.chunks_exact_mut(pitch).enumerate() {
            let values = line.get(column * self.stride..).and_then(|rest| rest.first_chunk::<KERNEL>());
            let part = patch.get_mut(first..).and_then(|rest| rest.first_chunk_mut::<KERNEL>());
            if let (Some(part), Some(values)) = (part, values) {
                *part = *values;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_of_a_patch_is_the_pixel_under_it() {
        let cases = [(3, 2, [8, 8]), (5, 2, [8, 12]), (3, 1, [5, 3]), (5, 2, [7, 6]), (4, 2, [6, 9])];
        for (kernel, stride, shape) in cases {
            let patches = Patches { channels: 2, kernel, stride };
            let [rows, columns] = shape;
            let planes: Vec<f32> = (1..=2 * rows * columns).map(|value| value as f32).collect();
            let pitch = patches.length() + 3;
            let mut output = vec![f32::NAN; patches.output_length(columns) * pitch];
            for row in 0..patches.output_length(rows) {
                patches.row(&planes, shape, row, &mut output, pitch);
                for (index, found) in output.iter().enumerate() {
                    let (column, place) = (index / pitch, index % pitch);
                    if place >= patches.length() {
                        assert!(found.is_nan(), "a value between patches was written");
                        continue;
                    }
                    let (channel, down, across) = (place / kernel / kernel, place / kernel % kernel, place % kernel);
                    let at = |position: usize, tap: usize, length: usize| {
                        let (before, _) = same_padding(length, kernel, stride);
                        (position * stride + tap).checked_sub(before).filter(|place| *place < length)
                    };
                    let expected = at(row, down, rows).zip(at(column, across, columns));
                    let expected = expected.map_or(0.0, |(y, x)| planes[(channel * rows + y) * columns + x]);
                    assert_eq!(*found, expected, "kernel {kernel}, stride {stride}, shape {shape:?}");
                }
            }
        }
    }
}
