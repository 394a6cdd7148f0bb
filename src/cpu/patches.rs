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
        for (column, patch) in output.chunks_exact_mut(self.length()).enumerate() {
            let mut parts = patch.chunks_exact_mut(self.kernel);
            for plane in planes.chunks_exact(size * size).take(self.channels) {
                for tap in 0..self.kernel {
                    let Some(part) = parts.next() else { break };
                    let source = (row * self.stride + tap).checked_sub(before).filter(|source| *source < size);
                    let line = source.map(|source| &plane[source * size..][..size]); // a row of the plane
                    for (across, value) in part.iter_mut().enumerate() {
                        let place = (column * self.stride + across).checked_sub(before);
                        *value = place.and_then(|place| line?.get(place).copied()).unwrap_or_default();
                    }
                }
            }
        }
    }
}
