//! Makes a crop look as a webcam might have taken it.

use super::crops::{KEPT_SIZE, MARGIN};
use crate::geometry::{Point, Similarity};
use crate::network::{INPUT_SIZE, normalise};
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
/// How often a crop loses its colours, its detail, or a part.
const GREY_SHARE: f64 = 0.1;
const COARSE_SHARE: f64 = 0.15;
const ERASED_SHARE: f64 = 0.2;

/// Floats of one image, `[112, 112, 3]`.
pub const IMAGE_LENGTH: usize = INPUT_SIZE * INPUT_SIZE * 3;

/// Writes the middle of a kept crop, unchanged, as the network's input with channels last.
pub fn plain(crop: &[u8], image: &mut [f32]) {
    sample(crop, &Similarity { tx: MARGIN as f32, ty: MARGIN as f32, ..Similarity::IDENTITY }, image);
}

/// Writes a kept crop, turned, resized, shifted, mirrored and spoilt at random, as the network's input with channels last.
pub fn augmented(crop: &[u8], random: &mut StdRng, image: &mut [f32]) {
    sample(crop, &jitter(random), image);
    if random.random_bool(0.5) {
        mirror(image);
    }
    if random.random_bool(COARSE_SHARE) {
        coarsen(image, random.random_range(2..=4));
    }
    change_light(image, random);
    if random.random_bool(ERASED_SHARE) {
        erase(image, random);
    }
}

/// From pixels of the input to those of the kept crop: a random similarity about the middle.
fn jitter(random: &mut StdRng) -> Similarity {
    let turn = random.random_range(-TURN..TURN);
    let scale = ZOOM.powf(random.random_range(-1.0..1.0));
    let (a, b) = (scale * turn.cos(), scale * turn.sin());
    let linear = Similarity { a, b, tx: 0.0, ty: 0.0 };
    let middle = (INPUT_SIZE as f32 - 1.0) / 2.0;
    let moved = linear.apply(Point { x: middle, y: middle });
    let target = (KEPT_SIZE as f32 - 1.0) / 2.0;
    let mut shifted = |moved: f32| target - moved + random.random_range(-SHIFT..SHIFT);
    Similarity { tx: shifted(moved.x), ty: shifted(moved.y), ..linear }
}

/// Reads the crop bilinearly; beyond its border the border's pixels go on.
fn sample(crop: &[u8], to_crop: &Similarity, image: &mut [f32]) {
    let last = (KEPT_SIZE - 1) as f32;
    for (index, pixel) in image.chunks_exact_mut(3).enumerate() {
        let place = Point { x: (index % INPUT_SIZE) as f32, y: (index / INPUT_SIZE) as f32 };
        let place = to_crop.apply(place);
        let (x, y) = (place.x.clamp(0.0, last), place.y.clamp(0.0, last));
        let (left, top) = (x as usize, y as usize);
        let (right, bottom) = ((left + 1).min(KEPT_SIZE - 1), (top + 1).min(KEPT_SIZE - 1));
        let (dx, dy) = (x - left as f32, y - top as f32);
        for (channel, value) in pixel.iter_mut().enumerate() {
            let level = |row: usize, column: usize| normalise(crop[(row * KEPT_SIZE + column) * 3 + channel]);
            let upper = level(top, left) * (1.0 - dx) + level(top, right) * dx;
            let lower = level(bottom, left) * (1.0 - dx) + level(bottom, right) * dx;
            *value = upper * (1.0 - dy) + lower * dy;
        }
    }
}

fn mirror(image: &mut [f32]) {
    for row in image.chunks_exact_mut(INPUT_SIZE * 3) {
        for column in 0..INPUT_SIZE / 2 {
            for channel in 0..3 {
                row.swap(column * 3 + channel, (INPUT_SIZE - 1 - column) * 3 + channel);
            }
        }
    }
}

/// Replaces squares of `side` pixels by their mean, as a small or badly focused face would be, and smooths the steps.
fn coarsen(image: &mut [f32], side: usize) {
    let source = image.to_vec();
    let reach = side / 2;
    for row in 0..INPUT_SIZE {
        for column in 0..INPUT_SIZE {
            let rows = row.saturating_sub(reach)..(row + side - reach).min(INPUT_SIZE);
            let columns = column.saturating_sub(reach)..(column + side - reach).min(INPUT_SIZE);
            let count = (rows.len() * columns.len()) as f32;
            for channel in 0..3 {
                let at = |row: usize, column: usize| source[(row * INPUT_SIZE + column) * 3 + channel];
                let sum: f32 =
                    rows.clone().flat_map(|r| columns.clone().map(move |c| (r, c))).map(|(r, c)| at(r, c)).sum();
                image[(row * INPUT_SIZE + column) * 3 + channel] = sum / count;
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

/// Covers a random rectangle with grey (Zhong et al., "Random Erasing", AAAI 2020).
fn erase(image: &mut [f32], random: &mut StdRng) {
    let mut side = || random.random_range(INPUT_SIZE / 8..INPUT_SIZE * 3 / 8);
    let (height, width) = (side(), side());
    let (top, left) = (random.random_range(0..INPUT_SIZE - height), random.random_range(0..INPUT_SIZE - width));
    let level = random.random_range(-1.0..1.0);
    for row in top..top + height {
        image[(row * INPUT_SIZE + left) * 3..][..width * 3].fill(level);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;

    fn gradient() -> Vec<u8> {
        (0..KEPT_SIZE * KEPT_SIZE * 3).map(|index| (index / 3 % KEPT_SIZE) as u8).collect()
    }

    #[test]
    fn the_plain_crop_is_the_middle() {
        let mut image = vec![0.0; IMAGE_LENGTH];
        plain(&gradient(), &mut image);
        assert_eq!(image[0], normalise(MARGIN as u8));
        assert_eq!(image[IMAGE_LENGTH - 1], normalise((KEPT_SIZE as u32 - MARGIN - 1) as u8));
    }

    #[test]
    fn mirroring_twice_changes_nothing() {
        let mut image = vec![0.0; IMAGE_LENGTH];
        plain(&gradient(), &mut image);
        let before = image.clone();
        mirror(&mut image);
        assert_ne!(image, before);
        mirror(&mut image);
        assert_eq!(image, before);
    }

    #[test]
    fn a_seed_gives_the_same_picture_and_all_values_stay_in_range() {
        let make = |seed| {
            let mut image = vec![0.0; IMAGE_LENGTH];
            augmented(&gradient(), &mut StdRng::seed_from_u64(seed), &mut image);
            image
        };
        assert_eq!(make(3), make(3));
        assert_ne!(make(3), make(4));
        assert!((0..50).flat_map(make).all(|value| (-1.0..=1.0).contains(&value)));
    }
}
