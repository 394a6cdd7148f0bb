//! Laying a coloured map back on the frame that the face was cut from.

use crate::geometry::{Point, Similarity};
use image::{Rgba, RgbaImage};

/// Blends `map`, an image in the coordinates of the aligned crop, onto `frame`.
///
/// `crop_to_frame` takes pixels of the crop to pixels of the frame. Each pixel of the frame whose centre lies in the
/// crop is coloured by bilinear interpolation of the map; others stay as they are. A degenerate transform changes
/// nothing.
pub fn blend_onto_frame(map: &RgbaImage, crop_to_frame: &Similarity, frame: &mut RgbaImage) {
    let Some(frame_to_crop) = crop_to_frame.inverse() else { return };
    let (columns, rows) = covered(map, crop_to_frame, frame);
    for y in rows {
        for x in columns.clone() {
            let place = frame_to_crop.apply(Point { x: x as f32 + 0.5, y: y as f32 + 0.5 });
            if let Some(colour) = sample(map, place) {
                let pixel = frame.get_pixel_mut(x, y);
                *pixel = over(colour, *pixel);
            }
        }
    }
}

/// Columns and rows of the frame that enclose the crop.
fn covered(
    map: &RgbaImage,
    crop_to_frame: &Similarity,
    frame: &RgbaImage,
) -> (std::ops::Range<u32>, std::ops::Range<u32>) {
    let (width, height) = (map.width() as f32, map.height() as f32);
    let corners = [(0.0, 0.0), (width, 0.0), (0.0, height), (width, height)];
    let corners = corners.map(|(x, y)| crop_to_frame.apply(Point { x, y }));
    let range = |coordinates: [f32; 4], end: u32| {
        let low = coordinates.iter().copied().fold(f32::INFINITY, f32::min);
        let high = coordinates.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        // Casts of floats saturate, so nothing left of the frame or far beyond it wraps around.
        (low.floor() as u32).min(end)..(high.ceil() as u32).min(end)
    };
    (range(corners.map(|p| p.x), frame.width()), range(corners.map(|p| p.y), frame.height()))
}

/// The map's colour at `place` (pixel centres at halves), with premultiplied interpolation; `None` outside.
fn sample(map: &RgbaImage, place: Point) -> Option<[f32; 4]> {
    let (width, height) = (map.width(), map.height());
    let inside = place.x >= 0.0 && place.y >= 0.0 && place.x < width as f32 && place.y < height as f32;
    if !inside {
        return None;
    }
    let (x, y) = ((place.x - 0.5).max(0.0), (place.y - 0.5).max(0.0));
    let (left, top) = (x as u32, y as u32);
    let (right, bottom) = ((left + 1).min(width - 1), (top + 1).min(height - 1));
    let (fx, fy) = (x - left as f32, y - top as f32);
    let mut sum = [0.0; 4];
    for (column, row, weight) in [
        (left, top, (1.0 - fx) * (1.0 - fy)),
        (right, top, fx * (1.0 - fy)),
        (left, bottom, (1.0 - fx) * fy),
        (right, bottom, fx * fy),
    ] {
        let Rgba([red, green, blue, alpha]) = *map.get_pixel(column, row);
        let opacity = weight * f32::from(alpha) / 255.0;
        for (total, channel) in sum.iter_mut().zip([red, green, blue]) {
            *total += opacity * f32::from(channel);
        }
        sum[3] += opacity;
    }
    Some(sum)
}

/// The premultiplied colour `above` (channels 0 to 255, opacity 0 to 1) over an opaque pixel (Porter and Duff, 1984).
fn over(above: [f32; 4], Rgba([red, green, blue, alpha]): Rgba<u8>) -> Rgba<u8> {
    let [above_red, above_green, above_blue, opacity] = above;
    let mix = |above: f32, below: u8| (above + (1.0 - opacity) * f32::from(below)).round() as u8;
    Rgba([mix(above_red, red), mix(above_green, green), mix(above_blue, blue), alpha])
}

#[cfg(test)]
mod tests {
    use super::*;

    const GREY: Rgba<u8> = Rgba([100, 100, 100, 255]);

    fn hot_pixel(x: u32, y: u32) -> RgbaImage {
        let mut map = RgbaImage::new(112, 112);
        map.put_pixel(x, y, Rgba([255, 0, 0, 255]));
        map
    }

    #[test]
    fn a_hot_pixel_of_a_tilted_face_lands_where_the_alignment_came_from() {
        // A crop of twice the scale, turned by 30 degrees and moved.
        let (sine, cosine) = 30f32.to_radians().sin_cos();
        let crop_to_frame = Similarity { a: 2.0 * cosine, b: 2.0 * sine, tx: 150.0, ty: 20.0 };
        let mut frame = RgbaImage::from_pixel(400, 400, GREY);
        blend_onto_frame(&hot_pixel(70, 40), &crop_to_frame, &mut frame);

        let expected = crop_to_frame.apply(Point { x: 70.5, y: 40.5 });
        let (x, y, pixel) = frame.enumerate_pixels().max_by_key(|(_, _, pixel)| pixel.0[0]).unwrap();
        let distance = (x as f32 + 0.5 - expected.x).hypot(y as f32 + 0.5 - expected.y);
        assert!(distance < 1.5, "hottest at {x}, {y}, expected {expected:?}");
        assert!(pixel.0[0] > 200 && pixel.0[1] < 50);
        let changed = frame.pixels().filter(|&&pixel| pixel != GREY).count();
        assert!(changed < 40, "{changed} pixels changed");
    }

    #[test]
    fn the_identity_blends_pixel_on_pixel() {
        let mut frame = RgbaImage::from_pixel(112, 112, GREY);
        blend_onto_frame(&hot_pixel(3, 5), &Similarity::IDENTITY, &mut frame);
        for (x, y, pixel) in frame.enumerate_pixels() {
            assert_eq!(*pixel, if (x, y) == (3, 5) { Rgba([255, 0, 0, 255]) } else { GREY });
        }
    }

    #[test]
    fn a_crop_that_sticks_out_of_the_frame_is_cut_off() {
        let mut frame = RgbaImage::from_pixel(50, 50, GREY);
        let solid = RgbaImage::from_pixel(112, 112, Rgba([0, 0, 0, 255]));
        let crop_to_frame = Similarity { tx: -80.0, ty: 30.0, ..Similarity::IDENTITY };
        blend_onto_frame(&solid, &crop_to_frame, &mut frame);
        let black = frame.enumerate_pixels().filter(|(_, _, pixel)| pixel.0[0] == 0);
        assert!(black.clone().all(|(x, y, _)| x < 32 && y >= 30));
        assert_eq!(black.count(), 32 * 20);
    }

    #[test]
    fn a_degenerate_transform_changes_nothing() {
        let mut frame = RgbaImage::from_pixel(8, 8, GREY);
        blend_onto_frame(&hot_pixel(0, 0), &Similarity { a: 0.0, b: 0.0, tx: 0.0, ty: 0.0 }, &mut frame);
        assert!(frame.pixels().all(|&pixel| pixel == GREY));
    }
}
