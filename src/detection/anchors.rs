//! Anchors of BlazeFace: the centres of the cells of two grids, 16 and 32 pixels
//! wide, in pixels of the network's input.

use super::layout::{COARSE_ANCHORS, FINE_ANCHORS};
use crate::geometry::Point;

/// Width of the cells of each grid in pixels of the input, and anchors in each cell, in the order of the network's output.
const GRIDS: [(usize, usize); 2] = [(16, FINE_ANCHORS), (STEP, COARSE_ANCHORS)];

/// What the input's height and width are multiples of: the cells of the coarse grid.
pub(super) const STEP: usize = 32;

/// The places that the network's answers are relative to: the centres of the cells, row by row, in pixels of its
/// input, which has these rows and columns.
///
/// The anchors of a cell are all at its centre: BlazeFace's have no size of their own.
pub(super) fn anchors([rows, columns]: [usize; 2]) -> Vec<Point> {
    let mut anchors = Vec::new();
    for (width, copies) in GRIDS {
        let cell_size = width as f32;
        for row in 0..rows / width {
            for column in 0..columns / width {
                let centre = Point { x: (column as f32 + 0.5) * cell_size, y: (row as f32 + 0.5) * cell_size };
                anchors.extend(std::iter::repeat_n(centre, copies));
            }
        }
    }
    anchors
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_has_896_anchors_in_the_networks_order() {
        let anchors = anchors([256, 256]);
        assert_eq!(anchors.len(), 896);
        assert_eq!(anchors[1], Point { x: 8.0, y: 8.0 });
        assert_eq!(anchors[2], Point { x: 24.0, y: 8.0 });
        assert_eq!(anchors[511], Point { x: 248.0, y: 248.0 });
        assert_eq!(anchors[512], Point { x: 16.0, y: 16.0 });
        assert_eq!(anchors[895], Point { x: 240.0, y: 240.0 });
    }

    #[test]
    fn a_wide_input_has_fewer_rows_of_anchors() {
        let anchors = anchors([64, 128]);
        assert_eq!(anchors.len(), 4 * 8 * 2 + 2 * 4 * 6);
        assert_eq!(anchors[4 * 8 * 2 - 1], Point { x: 120.0, y: 56.0 });
        assert_eq!(anchors.last(), Some(&Point { x: 112.0, y: 48.0 }));
    }
}
