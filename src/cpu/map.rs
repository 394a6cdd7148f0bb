/// A map with channels last: the channels of a pixel lie next to each other, then the pixels of a row, then the rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map {
    /// `rows · columns · channels` values.
    pub values: Vec<f32>,
    /// Its height.
    pub rows: usize,
    /// Its width.
    pub columns: usize,
    /// Values of a pixel.
    pub channels: usize,
}

impl Map {
    /// A map of zeros.
    pub fn zeros(rows: usize, columns: usize, channels: usize) -> Self {
        Self { values: vec![0.0; rows * columns * channels], rows, columns, channels }
    }

    /// Values of one row.
    pub fn row_length(&self) -> usize {
        self.columns * self.channels
    }

    /// The same values in every pixel.
    pub fn filled(rows: usize, columns: usize, pixel: &[f32]) -> Self {
        Self { values: pixel.repeat(rows * columns), rows, columns, channels: pixel.len() }
    }

    /// The mean of each channel.
    pub fn means(&self) -> Vec<f32> {
        let mut sums = vec![0.0; self.channels];
        for pixel in self.values.chunks_exact(self.channels.max(1)) {
            sums.iter_mut().zip(pixel).for_each(|(sum, value)| *sum += value);
        }
        let count = (self.rows * self.columns).max(1) as f32;
        sums.iter_mut().for_each(|sum| *sum /= count);
        sums
    }

    /// The values in the order in which Burn has them: channel by channel, each from top to bottom.
    pub fn channels_first(&self) -> Vec<f32> {
        let pixels = self.rows * self.columns;
        let mut planes = vec![0.0; self.values.len()];
        for (pixel, values) in self.values.chunks_exact(self.channels.max(1)).enumerate() {
            for (channel, value) in values.iter().enumerate() {
                planes[channel * pixels + pixel] = *value; // a plane for each channel, a place in it for each pixel
            }
        }
        planes
    }

    /// The map whose [`channels_first`](Self::channels_first) are `planes`.
    pub fn from_channels_first(planes: &[f32], rows: usize, columns: usize, channels: usize) -> Self {
        let mut map = Self::zeros(rows, columns, channels);
        for (channel, plane) in planes.chunks_exact((rows * columns).max(1)).take(channels).enumerate() {
            let places = map.values.iter_mut().skip(channel).step_by(channels);
            places.zip(plane).for_each(|(place, value)| *place = *value);
        }
        map
    }

    /// The largest of each two by two pixels; its channels are followed by zeros up to `channels`. An odd last row or column is
    /// left out, as Burn's pooling does.
    pub fn pooled(&self, channels: usize) -> Self {
        let mut output = Self::zeros(self.rows / 2, self.columns / 2, channels);
        let (length, output_length) = (self.row_length(), output.row_length());
        let pairs = self.values.chunks_exact((2 * length).max(1));
        for (output, rows) in output.values.chunks_exact_mut(output_length.max(1)).zip(pairs) {
            let (upper, lower) = rows.split_at(length);
            let pairs = upper.chunks_exact(2 * self.channels).zip(lower.chunks_exact(2 * self.channels));
            for (output, (upper, lower)) in output.chunks_exact_mut(channels).zip(pairs) {
                for (index, value) in output.iter_mut().take(self.channels).enumerate() {
                    let next = index + self.channels;
                    *value = larger(larger(upper[index], upper[next]), larger(lower[index], lower[next])); // two pixels in each
                }
            }
        }
        output
    }
}

/// As `first.max(second)` where both are numbers, without its promise about others.
#[inline(always)]
fn larger(first: f32, second: f32) -> f32 {
    if first > second { first } else { second }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered(rows: usize, columns: usize, channels: usize) -> Map {
        let values = (0..rows * columns * channels).map(|index| index as f32).collect();
        Map { values, rows, columns, channels }
    }

    #[test]
    fn channels_change_places() {
        assert_eq!(numbered(1, 3, 2).channels_first(), [0.0, 2.0, 4.0, 1.0, 3.0, 5.0]);
        assert_eq!(numbered(1, 3, 2).means(), [2.0, 3.0]);
        let map = numbered(3, 2, 4);
        assert_eq!(Map::from_channels_first(&map.channels_first(), 3, 2, 4), map);
    }

    #[test]
    fn pooling_takes_the_largest_of_four_and_fills_up_with_zeros() {
        assert_eq!(numbered(2, 2, 2).pooled(3).values, [6.0, 7.0, 0.0]);
    }
}
