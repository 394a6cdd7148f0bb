//! Pictures that a data set has twice, scaled, cut or compressed otherwise: twins. Copies that are the same to the byte fall on one side of
//! the split by their hash; these do not.

use anyhow::{Context, Result};
use image::GrayImage;
use image::imageops::{FilterType, resize};
use rayon::prelude::*;
use std::collections::HashSet;
use std::sync::LazyLock;

/// Side of the small grey copy that is correlated.
const SIDE: u32 = 24;
/// Rows of the difference hash, and its bits in a row.
const HASH_SIDE: u32 = 16;
/// Least correlation of twins' small copies, and most bits in which their hashes differ.
const LEAST_CORRELATION: f32 = 0.985;
const MOST_BITS: u32 = 24;

/// Pairs of twins, a line each: data set, image, its twin. `visage twins` writes it.
const LIST: &str = include_str!("../../assets/twins.csv");

/// Training images that are left out, as they are twins of validation images.
static LEFT_OUT: LazyLock<HashSet<(&str, &str)>> = LazyLock::new(|| {
    let is_kept_out = super::split::is_kept_out;
    let pairs = listed().flat_map(|(dataset, one, other)| [(dataset, one, other), (dataset, other, one)]);
    let across = pairs.filter(|(dataset, one, other)| !is_kept_out(dataset, one) && is_kept_out(dataset, other));
    across.map(|(dataset, one, _)| (dataset, one)).collect()
});

/// All pairs in the list: data set, image, its twin.
pub fn listed() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    LIST.lines().skip(1).filter_map(|line| {
        let (dataset, pair) = line.split_once(',')?;
        let (one, other) = pair.split_once(',')?;
        Some((dataset, one, other))
    })
}

/// Whether a training image is left out, as it is the twin of a validation image.
pub fn is_left_out(dataset: &str, name: &str) -> bool {
    LEFT_OUT.contains(&(dataset, name))
}

/// How a picture looks from far away.
pub struct Look {
    /// A grey copy of `SIDE × SIDE` pixels with a mean of zero and a length of one.
    values: Vec<f32>,
    /// For each pixel of another one whether it is lighter than its neighbour to the right.
    hash: [u64; 4],
}

impl Look {
    /// The look of an encoded picture.
    ///
    /// # Errors
    /// When it cannot be decoded.
    pub fn new(bytes: &[u8]) -> Result<Self> {
        let picture = image::load_from_memory(bytes).context("an image cannot be decoded")?;
        Ok(Self::of(&picture.into_luma8()))
    }

    fn of(picture: &GrayImage) -> Self {
        let small = resize(picture, SIDE, SIDE, FilterType::Triangle);
        let mean = small.pixels().map(|pixel| f32::from(pixel.0[0])).sum::<f32>() / (SIDE * SIDE) as f32;
        let mut values: Vec<f32> = small.pixels().map(|pixel| f32::from(pixel.0[0]) - mean).collect();
        let length = values.iter().map(|value| value * value).sum::<f32>().sqrt().max(f32::MIN_POSITIVE);
        values.iter_mut().for_each(|value| *value /= length);
        let row = resize(picture, HASH_SIDE + 1, HASH_SIDE, FilterType::Triangle);
        let mut hash = [0; 4];
        for bit in 0..HASH_SIDE * HASH_SIDE {
            let (x, y) = (bit % HASH_SIDE, bit / HASH_SIDE);
            let is_lighter = row.get_pixel(x, y).0 > row.get_pixel(x + 1, y).0;
            hash[bit as usize / 64] |= u64::from(is_lighter) << (bit % 64); // 256 bits in four words
        }
        Self { values, hash }
    }

    fn is_twin_of(&self, other: &Self) -> bool {
        let bits: u32 = self.hash.iter().zip(&other.hash).map(|(one, other)| (one ^ other).count_ones()).sum();
        let correlation = || self.values.iter().zip(&other.values).map(|(one, other)| one * other).sum::<f32>();
        bits <= MOST_BITS && correlation() > LEAST_CORRELATION
    }
}

/// All pairs of twins among `looks`, the first before the second.
pub fn twins(looks: &[Look]) -> Vec<(usize, usize)> {
    let after = |one: usize| {
        let others = looks.iter().enumerate().skip(one + 1);
        others.filter(move |(_, other)| looks[one].is_twin_of(other)).map(move |(other, _)| (one, other))
    };
    (0..looks.len()).into_par_iter().flat_map_iter(after).collect()
}

#[cfg(test)]
mod tests {
    use super::super::split::is_kept_out;
    use super::*;
    use image::Luma;

    fn picture(size: u32, phase: f32) -> GrayImage {
        GrayImage::from_fn(size, size, |x, y| {
            let (x, y) = (x as f32 / size as f32, y as f32 / size as f32);
            Luma([(128.0 + 60.0 * (9.0 * x + phase).sin() + 60.0 * (7.0 * y * x - phase).cos()) as u8])
        })
    }

    #[test]
    fn a_scaled_and_lighter_copy_is_a_twin_and_another_picture_is_not() {
        let mut copy = picture(120, 0.3);
        copy.pixels_mut().for_each(|pixel| pixel.0[0] = pixel.0[0].saturating_add(9));
        let looks = [picture(160, 0.3), picture(160, 2.1), copy].map(|picture| Look::of(&picture));
        assert_eq!(twins(&looks), [(0, 2)]);
    }

    #[test]
    fn only_training_images_are_left_out_and_only_for_a_twin_in_validation() {
        let mut count = 0;
        for (dataset, one, other) in listed() {
            for (one, other) in [(one, other), (other, one)] {
                let crosses = !is_kept_out(dataset, one) && is_kept_out(dataset, other);
                assert!(!crosses || is_left_out(dataset, one), "{one}");
                assert!(!(is_kept_out(dataset, one) && is_left_out(dataset, one)), "{one}");
                count += usize::from(crosses);
            }
        }
        assert!(count > 20, "only {count} pairs lie on both sides");
    }
}
