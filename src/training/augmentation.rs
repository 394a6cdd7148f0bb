//! Makes a crop look as a webcam might have taken it.

use super::crops::{KEPT_SIDE, MARGIN, sample};
use super::disguise::Canvas;
use super::evidence::View;
use crate::geometry::{Point, Similarity};
use crate::network::CROP_SIDE;
use image::{Rgb, RgbImage};
use rand::Rng;
use rand::rngs::StdRng;

/// Largest turn, in radians.
const TURN: f32 = 0.2;
/// Largest factor of the face's size, and of its inverse.
const ZOOM: f32 = 1.13;
/// Largest shift, in pixels.
const SHIFT: f32 = 5.0;
/// Largest change of brightness, of 255 levels.
const BRIGHTNESS: f32 = 32.0;
/// Largest relative change of contrast, and of a single colour.
const CONTRAST: f32 = 0.3;
const TINT: f32 = 0.1;
/// How often a crop loses its colours, its detail, its light, a part, or its surroundings.
const GREY_SHARE: f64 = 0.1;
const COARSE_SHARE: f64 = 0.15;
const DIM_SHARE: f64 = 0.15;
const ERASED_SHARE: f64 = 0.2;
const CUT_SHARE: f64 = 0.3;
/// Least light that is left of a dim crop, and the most noise that comes with it, of 255 levels.
const LEAST_LIGHT: f32 = 0.25;
const MOST_NOISE: f32 = 16.0;
/// Largest part of the width or height that is cut off at one side.
const LARGEST_CUT: f32 = 0.2;
/// The value of black.
const BLACK: f32 = -1.0;

/// How often what lies around a face, or before it, is changed, as `disguise.rs` says.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct DisguiseShares {
    /// Share of the images with other surroundings, 0 to 1.
    pub surroundings: f64,
    /// Share of the images in which something hides a part of the face, 0 to 1.
    pub covers: f64,
}

/// The middle of a kept crop as a picture of [`CROP_SIDE`].
pub fn plain_pixels(crop: &[u8]) -> RgbImage {
    let size = CROP_SIDE as u32;
    RgbImage::from_fn(size, size, |x, y| {
        let start = (((y + MARGIN) as usize * KEPT_SIDE) + (x + MARGIN) as usize) * 3;
        let mut pixel = [0; 3];
        pixel.iter_mut().zip(&crop[start..]).for_each(|(to, from)| *to = *from);
        Rgb(pixel)
    })
}

/// Writes the middle of a kept crop, unchanged, as an input of the network with channels last, `[size, size, 3]`.
pub fn plain(crop: &[u8], image: &mut [f32], size: usize) {
    sample(
        crop,
        &to_input(size).then(&Similarity { tx: MARGIN as f32, ty: MARGIN as f32, ..Similarity::IDENTITY }),
        image,
        size,
    );
}

/// Writes a kept crop, turned, resized, shifted, disguised, mirrored and spoilt at random, as an input of the network with channels
/// last, `[size, size, 3]`. `other` is another kept crop, whose surroundings it may get. Gives where its pixels lie.
pub(super) fn augmented(
    crop: &[u8],
    other: &[u8],
    shares: DisguiseShares,
    random: &mut StdRng,
    image: &mut [f32],
    size: usize,
) -> View {
    let to_crop = to_input(size).then(&jitter(random));
    sample(crop, &to_crop, image, size);
    let mut canvas = Canvas { image: &mut *image, size, to_crop };
    // Without these, a seed gives the pictures that it gave before there were any.
    if shares.surroundings > 0.0 && random.random_bool(shares.surroundings) {
        canvas.surround(other, random);
    }
    if shares.covers > 0.0 && random.random_bool(shares.covers) {
        canvas.cover(random);
    }
    let is_mirrored = random.random_bool(0.5);
    if is_mirrored {
        mirror(image, size);
    }
    if random.random_bool(CUT_SHARE) {
        cut(image, size, random);
    }
    if random.random_bool(COARSE_SHARE) {
        coarsen(image, size, random.random_range(2..=4));
    }
    change_light(image, random);
    if random.random_bool(DIM_SHARE) {
        dim(image, random);
    }
    if random.random_bool(ERASED_SHARE) {
        erase(image, size, random);
    }
    let margin = MARGIN as f32;
    View { to_crop: to_crop.then(&Similarity { tx: -margin, ty: -margin, ..Similarity::IDENTITY }), is_mirrored }
}

/// From pixels of an image of `size` to those of the network's input.
fn to_input(size: usize) -> Similarity {
    let scale = CROP_SIDE as f32 / size as f32;
    Similarity { a: scale, tx: (scale - 1.0) / 2.0, ty: (scale - 1.0) / 2.0, ..Similarity::IDENTITY }
}

/// From pixels of the input to those of the kept crop: a random similarity about the middle.
fn jitter(random: &mut StdRng) -> Similarity {
    let turn = random.random_range(-TURN..TURN);
    let scale = ZOOM.powf(random.random_range(-1.0..1.0));
    let (a, b) = (scale * turn.cos(), scale * turn.sin());
    let linear = Similarity { a, b, tx: 0.0, ty: 0.0 };
    let middle = (CROP_SIDE as f32 - 1.0) / 2.0;
    let moved = linear.apply(Point { x: middle, y: middle });
    let target = (KEPT_SIDE as f32 - 1.0) / 2.0;
    let mut shifted = |moved: f32| target - moved + random.random_range(-SHIFT..SHIFT);
    Similarity { tx: shifted(moved.x), ty: shifted(moved.y), ..linear }
}

fn mirror(image: &mut [f32], size: usize) {
    for row in image.chunks_exact_mut(size * 3) {
        for column in 0..size / 2 {
            for channel in 0..3 {
                row.swap(column * 3 + channel, (size - 1 - column) * 3 + channel);
            }
        }
    }
}

/// Ends the picture before the crop does, on every side by chance, as it ends where a face is cut off by the frame: the
/// border's pixels go on from there, or one grey level does. Nothing beyond the face should matter.
fn cut(image: &mut [f32], size: usize, random: &mut StdRng) {
    let mut side = || (random.random_range(0.0..LARGEST_CUT) * size as f32) as usize;
    let (left, right, top, bottom) = (side(), size - 1 - side(), side(), size - 1 - side());
    let level = random.random_bool(0.5).then(|| random.random_range(-1.0..1.0));
    for row in 0..size {
        for column in 0..size {
            let (inner_row, inner_column) = (row.clamp(top, bottom), column.clamp(left, right));
            if (inner_row, inner_column) == (row, column) {
                continue;
            }
            let (to, from) = ((row * size + column) * 3, (inner_row * size + inner_column) * 3);
            match level {
                Some(level) => image[to..to + 3].fill(level),
                None => image.copy_within(from..from + 3, to),
            }
        }
    }
}

/// Replaces squares of `side` pixels by their mean, as a small or badly focused face would be, and smooths the steps.
fn coarsen(image: &mut [f32], size: usize, side: usize) {
    let source = image.to_vec();
    let reach = side / 2;
    for row in 0..size {
        for column in 0..size {
            let rows = row.saturating_sub(reach)..(row + side - reach).min(size);
            let columns = column.saturating_sub(reach)..(column + side - reach).min(size);
            let count = (rows.len() * columns.len()) as f32;
            for channel in 0..3 {
                let at = |row: usize, column: usize| source[(row * size + column) * 3 + channel];
                let sum: f32 =
                    rows.clone().flat_map(|r| columns.clone().map(move |c| (r, c))).map(|(r, c)| at(r, c)).sum();
                image[(row * size + column) * 3 + channel] = sum / count;
            }
        }
    }
}

/// Changes brightness, contrast and colours.
fn change_light(image: &mut [f32], random: &mut StdRng) {
    let contrast = 1.0 + random.random_range(-CONTRAST..CONTRAST);
    let brightness = random.random_range(-BRIGHTNESS..BRIGHTNESS) / 128.0;
    let gains: [f32; 3] = std::array::from_fn(|_| contrast * (1.0 + random.random_range(-TINT..TINT)));
    let is_grey = random.random_bool(GREY_SHARE);
    for pixel in image.chunks_exact_mut(3) {
        if is_grey {
            // Luma of ITU-R BT.601.
            pixel.fill(0.299 * pixel[0] + 0.587 * pixel[1] + 0.114 * pixel[2]);
        }
        for (value, gain) in pixel.iter_mut().zip(gains) {
            *value = (*value * gain + brightness).clamp(-1.0, 1.0);
        }
    }
}

/// Takes light away and adds a sensor's noise.
fn dim(image: &mut [f32], random: &mut StdRng) {
    let light = random.random_range(LEAST_LIGHT..1.0);
    let noise = random.random_range(0.0..MOST_NOISE) / 128.0;
    for value in image {
        let noise = if noise > 0.0 { random.random_range(-noise..noise) } else { 0.0 };
        *value = (BLACK + (*value - BLACK) * light + noise).clamp(-1.0, 1.0);
    }
}

/// Covers a random rectangle with grey (Zhong et al., "Random Erasing", AAAI 2020).
fn erase(image: &mut [f32], size: usize, random: &mut StdRng) {
    let mut side = || random.random_range(size / 8..size * 3 / 8);
    let (height, width) = (side(), side());
    let (top, left) = (random.random_range(0..size - height), random.random_range(0..size - width));
    let level = random.random_range(-1.0..1.0);
    for row in top..top + height {
        image[(row * size + left) * 3..][..width * 3].fill(level);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::normalise;
    use rand::SeedableRng;

    fn gradient() -> Vec<u8> {
        (0..KEPT_SIDE * KEPT_SIDE * 3).map(|index| (index / 3 % KEPT_SIDE) as u8).collect()
    }

    fn plain_image(size: usize) -> Vec<f32> {
        let mut image = vec![0.0; size * size * 3];
        plain(&gradient(), &mut image, size);
        image
    }

    #[test]
    fn the_plain_crop_is_the_middle() {
        let image = plain_image(CROP_SIDE);
        assert_eq!(image.first(), Some(&normalise(MARGIN as u8)));
        assert_eq!(image.last(), Some(&normalise((KEPT_SIDE as u32 - MARGIN - 1) as u8)));
    }

    #[test]
    fn a_smaller_image_shows_the_same() {
        let size = CROP_SIDE / 2;
        let (large, small) = (plain_image(CROP_SIDE), plain_image(size));
        for column in 0..size {
            let both = (large[column * 2 * 3] + large[(column * 2 + 1) * 3]) / 2.0;
            assert!((small[column * 3] - both).abs() < 1e-5);
        }
    }

    #[test]
    fn mirroring_twice_changes_nothing() {
        let mut image = plain_image(CROP_SIDE);
        let before = image.clone();
        mirror(&mut image, CROP_SIDE);
        assert_ne!(image, before);
        mirror(&mut image, CROP_SIDE);
        assert_eq!(image, before);
    }

    #[test]
    fn a_cut_leaves_the_middle_alone() {
        let before = plain_image(CROP_SIDE);
        for seed in 0..20 {
            let mut image = before.clone();
            cut(&mut image, CROP_SIDE, &mut StdRng::seed_from_u64(seed));
            let margin = (CROP_SIDE as f32 * LARGEST_CUT) as usize;
            for row in margin..CROP_SIDE - margin {
                let middle = (row * CROP_SIDE + margin) * 3..(row * CROP_SIDE + CROP_SIDE - margin) * 3;
                assert_eq!(image[middle.clone()], before[middle]);
            }
            assert_ne!(image, before);
        }
    }

    #[test]
    fn a_seed_gives_the_same_picture_and_all_values_stay_in_range() {
        let make = |seed| {
            let mut image = vec![0.0; 80 * 80 * 3];
            let shares = DisguiseShares { surroundings: 0.5, covers: 0.5 };
            augmented(&gradient(), &gradient(), shares, &mut StdRng::seed_from_u64(seed), &mut image, 80);
            image
        };
        assert_eq!(make(3), make(3));
        assert_ne!(make(3), make(4));
        assert!((0..50).flat_map(make).all(|value| (-1.0..=1.0).contains(&value)));
    }
}
