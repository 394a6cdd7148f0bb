//! Feature maps in blocks of eight channels, converted from and to the channels-first order of Burn, with channel
//! means, weighted sums over the channels, and 2 x 2 max-pooling.

use super::pixels::{LANES, Lanes, Pixels, PixelsMut};
use std::array::from_fn;

/// A map of channels. Blocks of `LANES` channels follow each other; each has the pixels of the first row, then those of the
/// next, and a pixel's channels of the block lie next to each other. The last block is padded with zeros.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FeatureMap {
    values: Vec<Lanes>,
    /// Rows of pixels: the map's height.
    pub rows: usize,
    /// Pixels in a row: the map's width.
    pub columns: usize,
    /// Channels of every pixel.
    pub channels: usize,
}

impl FeatureMap {
    /// A map of zeros.
    pub fn zeros(rows: usize, columns: usize, channels: usize) -> Self {
        Self { values: vec![[0.0; LANES]; rows * columns * channels.div_ceil(LANES)], rows, columns, channels }
    }

    /// A map with the channels `pixel` in every pixel.
    pub fn filled(rows: usize, columns: usize, pixel: &[f32]) -> Self {
        let mut map = Self::zeros(rows, columns, pixel.len());
        let pixels = map.pixel_count();
        for (block, values) in map.values.chunks_exact_mut(pixels.max(1)).zip(pixel.chunks(LANES)) {
            block.fill(from_fn(|lane| values.get(lane).copied().unwrap_or_default()));
        }
        map
    }

    /// The map whose [`channels_first`](Self::channels_first) are `planes`.
    pub fn from_channels_first(planes: &[f32], rows: usize, columns: usize, channels: usize) -> Self {
        let mut map = Self::zeros(rows, columns, channels);
        let pixels = map.pixel_count().max(1);
        for (channel, plane) in planes.chunks_exact(pixels).take(channels).enumerate() {
            let block = map.values.iter_mut().skip(channel / LANES * pixels);
            block.zip(plane).for_each(|(lanes, value)| lanes[channel % LANES] = *value);
        }
        map
    }

    /// The values in the order in which Burn has them: channel by channel, each from top to bottom.
    pub fn channels_first(&self) -> Vec<f32> {
        let plane = |channel: usize| {
            let block = self.values.iter().skip(channel / LANES * self.pixel_count()).take(self.pixel_count());
            block.map(move |lanes| lanes[channel % LANES])
        };
        (0..self.channels).flat_map(plane).collect()
    }

    /// The values pixel by pixel, each with all its channels.
    pub fn channels_last(&self) -> Vec<f32> {
        let pixel = |index: usize| {
            let blocks = self.values.iter().skip(index).step_by(self.pixel_count().max(1));
            blocks.flatten().copied().take(self.channels)
        };
        (0..self.pixel_count()).flat_map(pixel).collect()
    }

    /// The mean of each channel.
    pub fn means(&self) -> Vec<f32> {
        let count = self.pixel_count().max(1) as f32;
        let means = self.blocks().flat_map(|block| {
            let mut sums = [0.0; LANES];
            block.iter().for_each(|lanes| add(&mut sums, lanes));
            sums.map(|sum| sum / count)
        });
        means.take(self.channels).collect()
    }

    /// The sum of each pixel's channels, each times its weight.
    pub fn weighted_sums(&self, weights: &[f32]) -> Vec<f32> {
        let mut sums = vec![0.0; self.pixel_count()];
        for (block, weights) in self.blocks().zip(weights.chunks(LANES)) {
            for (sum, lanes) in sums.iter_mut().zip(block) {
                *sum += lanes.iter().zip(weights).map(|(value, weight)| value * weight).sum::<f32>();
            }
        }
        sums
    }

    /// Adds the values of a map of the same shape.
    pub fn add(&mut self, other: &Self) {
        self.values.iter_mut().zip(&other.values).for_each(|(sums, lanes)| add(sums, lanes));
    }

    /// The largest of each two by two pixels; its channels are followed by zeros up to `channels`. An odd last row or column is
    /// left out, as Burn's pooling does.
    pub fn pooled(&self, channels: usize) -> Self {
        let mut output = Self::zeros(self.rows / 2, self.columns / 2, channels);
        let (pixels, columns) = (output.pixel_count().max(1), output.columns.max(1));
        for (output, block) in output.values.chunks_exact_mut(pixels).zip(self.blocks()) {
            for (output, rows) in output.chunks_exact_mut(columns).zip(block.chunks_exact(2 * self.columns)) {
                let (upper, lower) = rows.split_at(self.columns);
                let pairs = upper.as_chunks::<2>().0.iter().zip(lower.as_chunks::<2>().0);
                for (output, ([first, second], [third, fourth])) in output.iter_mut().zip(pairs) {
                    *output = larger(&larger(first, second), &larger(third, fourth));
                }
            }
        }
        output
    }

    /// Each block of channels, with all pixels.
    pub(super) fn blocks(&self) -> impl Iterator<Item = &[Lanes]> {
        self.values.chunks_exact(self.pixel_count().max(1))
    }

    /// Each block of channels, with all pixels, to be written.
    pub(super) fn blocks_mut(&mut self) -> impl Iterator<Item = &mut [Lanes]> {
        let pixels = self.pixel_count().max(1);
        self.values.chunks_exact_mut(pixels)
    }

    /// `count` rows from row `first` on.
    pub(super) fn rows(&self, first: usize, count: usize) -> Pixels<'_> {
        let values = self.values.get(first * self.columns..).unwrap_or_default();
        Pixels { values, pitch: self.pixel_count(), count: count * self.columns }
    }

    /// `count` rows from row `first` on, to be written.
    pub(super) fn rows_mut(&mut self, first: usize, count: usize) -> PixelsMut<'_> {
        let (pitch, count) = (self.pixel_count(), count * self.columns);
        let values = self.values.get_mut(first * self.columns..).unwrap_or_default();
        PixelsMut { values, pitch, count }
    }

    /// All values one after the other, in the map's own order.
    pub(super) fn flat(&self) -> &[f32] {
        self.values.as_flattened()
    }

    /// All values one after the other, in the map's own order, to be written.
    pub(super) fn flat_mut(&mut self) -> &mut [f32] {
        self.values.as_flattened_mut()
    }

    pub(super) fn pixel_count(&self) -> usize {
        self.rows * self.columns
    }
}

fn add(sums: &mut Lanes, lanes: &Lanes) {
    sums.iter_mut().zip(lanes).for_each(|(sum, value)| *sum += value);
}

/// As `first.max(second)` where both are numbers, without its promise about others.
#[inline(always)]
fn larger(first: &Lanes, second: &Lanes) -> Lanes {
    from_fn(|lane| if first[lane] > second[lane] { first[lane] } else { second[lane] }) // `lane` is below `LANES`
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered(rows: usize, columns: usize, channels: usize) -> FeatureMap {
        let planes: Vec<f32> = (0..rows * columns * channels).map(|index| index as f32).collect();
        FeatureMap::from_channels_first(&planes, rows, columns, channels)
    }

    #[test]
    fn values_are_given_back_in_either_order() {
        let map = numbered(2, 3, 11);
        assert_eq!(map.channels_first(), (0..66).map(|value| value as f32).collect::<Vec<_>>());
        let last: Vec<f32> =
            (0..6).flat_map(|pixel| (0..11).map(move |channel| (6 * channel + pixel) as f32)).collect();
        assert_eq!(map.channels_last(), last);
        assert_eq!(FeatureMap::filled(1, 2, &[4.0; 9]).channels_first(), [4.0; 18]);
    }

    #[test]
    fn pixels_are_weighed_and_averaged() {
        let map = numbered(1, 2, 9);
        assert_eq!(map.means(), (0..9).map(|channel| 2.0 * channel as f32 + 0.5).collect::<Vec<_>>());
        let mut weights = [0.0; 9];
        [weights[0], weights[8]] = [1.0, 10.0];
        assert_eq!(map.weighted_sums(&weights), [160.0, 171.0]);
    }

    #[test]
    fn pooling_takes_the_largest_of_four_and_fills_up_with_zeros() {
        let pooled = numbered(3, 5, 2).pooled(9);
        assert_eq!((pooled.rows, pooled.columns), (1, 2));
        let mut expected = vec![6.0, 8.0, 21.0, 23.0];
        expected.resize(18, 0.0);
        assert_eq!(pooled.channels_first(), expected);
    }
}
