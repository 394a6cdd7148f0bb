//! An evidence map in colours.

use super::EvidenceMap;
use crate::heat_palette::Palette;
use image::{Rgba, RgbaImage};

/// The map as an image of its own size, opaque where the evidence is strong.
pub fn colour_image(map: &EvidenceMap, palette: Palette) -> RgbaImage {
    let side = map.side();
    let mut image = RgbaImage::new(side as u32, side as u32);
    for (pixel, &value) in image.pixels_mut().zip(map.values()) {
        *pixel = Rgba(palette.translucent(value));
    }
    image
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_image_has_the_maps_pixels() {
        let palette = Palette::Inferno;
        let image = colour_image(&EvidenceMap::from_raw(vec![0.0, 0.0, 1.0, 0.0], 2), palette);
        assert_eq!(image.get_pixel(0, 1).0, palette.translucent(1.0));
        assert_eq!(image.get_pixel(1, 0).0, palette.translucent(0.0));
    }
}
