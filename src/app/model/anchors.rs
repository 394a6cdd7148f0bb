//! Where the detector's anchors lie, to draw them. The page does not link the detector itself.

use crate::geometry::Point;

/// Cells along a side of each grid of anchors, and the radius of the dots that stand for them, in CSS pixels.
pub const ANCHOR_GRIDS: [(usize, f64); 2] = [(16, 1.0), (8, 1.8)];
/// Side length of the aligned crop in pixels.
pub const CROP_SIZE: f32 = 112.0;

/// The anchors of a grid of `cells × cells` that lie in a frame of that width and height, in its pixels. The grid covers the
/// square around the frame.
pub fn anchor_places(cells: usize, width: f32, height: f32) -> impl Iterator<Item = Point> {
    let side = width.max(height);
    let (left, top) = ((width - side) / 2.0, (height - side) / 2.0);
    let cell = side / cells as f32;
    let place = move |index: usize| Point {
        x: left + ((index % cells) as f32 + 0.5) * cell,
        y: top + ((index / cells) as f32 + 0.5) * cell,
    };
    let is_inside = move |point: &Point| (0.0..width).contains(&point.x) && (0.0..height).contains(&point.y);
    (0..cells * cells).map(place).filter(is_inside)
}

// Compared with what the page does not link.
#[cfg(all(test, feature = "inference"))]
mod tests {
    use super::*;
    use crate::{analysis::alignment, detection};

    #[test]
    fn the_grid_lies_where_the_detector_has_it() {
        let input = detection::INPUT_SIZE as f32;
        let places: Vec<Point> = anchor_places(16, input, input).collect();
        assert_eq!(places.len(), 256);
        assert_eq!(places[0], Point { x: 8.0, y: 8.0 });
        let wide: Vec<Point> = anchor_places(8, 640.0, 480.0).collect();
        assert_eq!(wide.len(), 48);
        assert_eq!(wide[0], Point { x: 40.0, y: 40.0 });
    }

    #[test]
    fn the_crop_has_the_size_that_the_network_reads() {
        assert_eq!(CROP_SIZE, alignment::CROP_SIZE as f32);
    }
}
