//! Where the detector's anchors lie, to draw them. The page does not link the detector itself.

use crate::geometry::Point;
use crate::network::CROP_SIDE;

/// Width of the cells of each grid of anchors in pixels of the detector's input, and the radius of the dots that stand for
/// them, in CSS pixels.
pub const ANCHOR_GRIDS: [(f32, f64); 2] = [(16.0, 1.0), (COARSE_CELL, 1.8)];
/// The longer side of the detector's input.
const INPUT_SIDE: f32 = 256.0;
/// What the sides of the detector's input are multiples of.
const COARSE_CELL: f32 = 32.0;
/// Side length of the aligned crop in pixels.
pub const CROP_PIXELS: f32 = CROP_SIDE as f32;

/// The anchors of the grid with cells of that width that lie in a frame of that width and height, in its pixels. The grid
/// covers the frame and what is around it in the detector's input.
pub fn anchor_places(cell: f32, width: f32, height: f32) -> impl Iterator<Item = Point> {
    let scale = INPUT_SIDE / width.max(height);
    let covered = move |length: f32| ((length * scale).round() / COARSE_CELL).ceil().max(1.0) * COARSE_CELL;
    let places = move |length: f32| {
        let covered = covered(length);
        let before = (covered - length * scale) / 2.0;
        let places = (0..(covered / cell) as usize).map(move |index| ((index as f32 + 0.5) * cell - before) / scale);
        places.filter(move |place| (0.0..length).contains(place))
    };
    places(height).flat_map(move |y| places(width).map(move |x| Point { x, y }))
}

// Compared with what the page does not link.
#[cfg(all(test, feature = "inference"))]
mod tests {
    use super::*;
    use crate::detection;

    #[test]
    fn the_grid_lies_where_the_detector_has_it() {
        assert_eq!(INPUT_SIDE, detection::DETECTOR_SIDE as f32);
        let places = |cell, width, height| anchor_places(cell, width, height).collect::<Vec<Point>>();
        let square = places(16.0, INPUT_SIDE, INPUT_SIDE);
        assert_eq!(square.len(), 256);
        assert_eq!(square[0], Point { x: 8.0, y: 8.0 });
        for (width, height) in [(640, 480), (480, 640)] {
            let [rows, columns] = detection::input_shape(width, height, detection::DETECTOR_SIDE, 0);
            for (cell, _) in ANCHOR_GRIDS {
                let found = places(cell, width as f32, height as f32);
                assert_eq!(found.len(), rows / cell as usize * (columns / cell as usize));
                assert_eq!(found[0], Point { x: cell * 1.25, y: cell * 1.25 });
            }
        }
        // Eight pixels of the input are above a frame of 16 by 9, and as many below.
        let flat = places(32.0, 1280.0, 720.0);
        assert_eq!(flat.len(), 5 * 8);
        assert_eq!(flat[0], Point { x: 80.0, y: 40.0 });
    }
}
