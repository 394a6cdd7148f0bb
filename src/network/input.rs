//! The network's input: an aligned crop as three planes, normalised as `(level − 127) / 128`.

use super::shape::CROP_SIDE;
use image::RgbImage;

/// Grey level that becomes zero, and levels that become one: the normalisation of the released EfficientNet-Lite weights.
const MEAN: f32 = 127.0;
const SCALE: f32 = 128.0;

/// An aligned crop of [`CROP_SIDE`] x [`CROP_SIDE`] pixels as the network takes it: red, green and blue, 112 x 112 each.
///
/// A crop of another size is a mistake of the caller's: what it has too much is left out, what it lacks is grey.
pub fn image_planes(crop: &RgbImage) -> Vec<f32> {
    const PLANE: usize = CROP_SIDE * CROP_SIDE;
    let mut planes = vec![0.0f32; 3 * PLANE];
    for (index, pixel) in crop.as_raw().chunks_exact(3).take(PLANE).enumerate() {
        for (channel, &level) in pixel.iter().enumerate() {
            planes[channel * PLANE + index] = normalise(level); // three planes, and a place in each for every pixel
        }
    }
    planes
}

/// A grey level, 0 to 255, as the network sees it.
pub(crate) fn normalise(level: u8) -> f32 {
    (f32::from(level) - MEAN) / SCALE
}
