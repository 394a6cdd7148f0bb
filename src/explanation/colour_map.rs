//! Colours for evidence.

use super::EvidenceMap;
use image::{Rgba, RgbaImage};

/// Ten equidistant points of *viridis* (Smith and van der Walt, matplotlib, CC0): its lightness grows evenly, so that
/// it also reads without colour vision and in grey, and its green and yellow stand out from skin.
const VIRIDIS: [[u8; 3]; 10] = [
    [0x44, 0x01, 0x54],
    [0x48, 0x28, 0x78],
    [0x3e, 0x4a, 0x89],
    [0x31, 0x68, 0x8e],
    [0x26, 0x82, 0x8e],
    [0x1f, 0x9e, 0x89],
    [0x35, 0xb7, 0x79],
    [0x6d, 0xcd, 0x59],
    [0xb4, 0xde, 0x2c],
    [0xfd, 0xe7, 0x25],
];

/// Opacity of the strongest evidence, 0 to 1: the face must stay visible below.
const STRONGEST_OPACITY: f32 = 0.75;

/// The colour of `evidence` (0 to 1, clamped), with an alpha that grows from nothing in proportion to it.
pub fn colour(evidence: f32) -> Rgba<u8> {
    // A NaN clamps to NaN and casts to index 0 and alpha 0.
    let evidence = evidence.clamp(0.0, 1.0);
    let last = VIRIDIS.len() - 1;
    let position = evidence * last as f32;
    let index = (position as usize).min(last - 1);
    let fraction = position - index as f32;
    let (low, high) = (VIRIDIS[index], VIRIDIS[index + 1]); // index < last by the line above
    let mix = |channel: usize| {
        let (from, to) = (f32::from(low[channel]), f32::from(high[channel]));
        (from + (to - from) * fraction).round() as u8
    };
    Rgba([mix(0), mix(1), mix(2), (255.0 * STRONGEST_OPACITY * evidence).round() as u8])
}

/// The map as an image of its own size.
pub fn colour_image(map: &EvidenceMap) -> RgbaImage {
    let side = map.side();
    let mut image = RgbaImage::new(side as u32, side as u32);
    for (pixel, &value) in image.pixels_mut().zip(map.values()) {
        *pixel = colour(value);
    }
    image
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance of an opaque colour, 0 to 255 (ITU-R BT.709, without gamma).
    fn luminance(Rgba([red, green, blue, _]): Rgba<u8>) -> f32 {
        0.2126 * f32::from(red) + 0.7152 * f32::from(green) + 0.0722 * f32::from(blue)
    }

    #[test]
    fn the_ends_are_those_of_viridis() {
        assert_eq!(colour(0.0), Rgba([0x44, 0x01, 0x54, 0]));
        assert_eq!(colour(1.0), Rgba([0xfd, 0xe7, 0x25, 191]));
        assert_eq!(colour(7.0), colour(1.0));
        assert_eq!(colour(-7.0), colour(0.0));
        assert_eq!(colour(f32::NAN).0[3], 0);
    }

    #[test]
    fn lightness_and_opacity_grow_with_the_evidence() {
        for step in 0..50 {
            let (less, more) = (colour(step as f32 / 50.0), colour((step + 1) as f32 / 50.0));
            assert!(luminance(less) < luminance(more), "at {step}");
            assert!(less.0[3] < more.0[3], "at {step}");
        }
    }

    #[test]
    fn an_image_has_the_maps_pixels() {
        let image = colour_image(&EvidenceMap::from_raw(vec![0.0, 0.0, 1.0, 0.0], 2));
        assert_eq!(*image.get_pixel(0, 1), colour(1.0));
        assert_eq!(*image.get_pixel(1, 0), colour(0.0));
    }
}
