use super::{Convolution, same_padding};

/// Gathers what a convolution's kernel sees of an image, for a [`Pointwise`](super::Pointwise) one to work on.
#[derive(Clone, Debug)]
pub(super) struct Patches {
    channels: usize,
    kernel: usize,
    stride: usize,
}

impl Patches {
    /// For this convolution.
    pub fn new(convolution: &Convolution) -> Self {
        Self { channels: convolution.inputs(), kernel: convolution.kernel, stride: convolution.stride }
    }

    /// Values of a patch.
    pub fn length(&self) -> usize {
        self.channels * self.kernel * self.kernel
    }

    /// Height or width that comes of `length`.
    pub fn output_length(&self, length: usize) -> usize {
        length.div_ceil(self.stride)
    }

    /// Writes the patches of row `row` of the result into `output`. `planes` has the image's channels one after the other,
    /// each `size` x `size`; the patches have the order of the kernel's weights.
    pub fn row(&self, planes: &[f32], size: usize, row: usize, output: &mut [f32]) {
        let (before, _) = same_padding(size, self.kernel, self.stride);
        let mut line = vec![0.0; size + self.kernel]; // a row of the image with zeros before and after it
        let mut first = 0;
        for plane in planes.chunks_exact((size * size).max(1)).take(self.channels) {
            for tap in 0..self.kernel {
                let source = (row * self.stride + tap).checked_sub(before).filter(|source| *source < size);
                let inside = &mut line[before..before + size]; // less than a kernel is before it
                match source {
                    Some(source) => inside.copy_from_slice(&plane[source * size..][..size]), // a row of the plane
                    None => inside.fill(0.0),
                }
                match self.kernel {
                    3 => self.spread::<3>(&line, first, output),
                    5 => self.spread::<5>(&line, first, output),
                    kernel => {
                        for (column, patch) in output.chunks_exact_mut(self.length()).enumerate() {
                            let values = line.iter().skip(column * self.stride);
                            patch.iter_mut().skip(first).take(kernel).zip(values).for_each(|(to, from)| *to = *from);
                        }
                    }
                }
                first += self.kernel;
            }
        }
    }

    /// Writes what kernels of `KERNEL` see of one row, `line`, at place `first` of each patch.
    fn spread<const KERNEL: usize>(&self, line: &[f32], first: usize, output: &mut [f32]) {
        for (column, patch) in output.chunks_exact_mut(self.length()).enumerate() {
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
        for (kernel, stride, size) in [(3, 2, 8), (5, 2, 8), (3, 1, 5), (5, 2, 7), (4, 2, 6)] {
            let patches = Patches { channels: 2, kernel, stride };
            let planes: Vec<f32> = (1..=2 * size * size).map(|value| value as f32).collect();
            let (before, _) = same_padding(size, kernel, stride);
            let side = patches.output_length(size);
            let mut output = vec![f32::NAN; side * patches.length()];
            for row in 0..side {
                patches.row(&planes, size, row, &mut output);
                for (index, found) in output.iter().enumerate() {
                    let (column, place) = (index / patches.length(), index % patches.length());
                    let (channel, down, across) = (place / kernel / kernel, place / kernel % kernel, place % kernel);
                    let at = |position: usize, tap: usize| {
                        (position * stride + tap).checked_sub(before).filter(|place| *place < size)
                    };
                    let expected = at(row, down).zip(at(column, across));
                    let expected = expected.map_or(0.0, |(y, x)| planes[(channel * size + y) * size + x]);
                    assert_eq!(*found, expected, "kernel {kernel}, stride {stride}, size {size}");
                }
            }
        }
    }
}
