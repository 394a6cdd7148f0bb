use crate::geometry::Point;

/// Number of anchors of a look at a whole frame: two for each cell of a 16 x 16 grid, then six for each cell of an 8 x 8 grid.
pub const ANCHORS: usize = 16 * 16 * 2 + 8 * 8 * 6;

/// Width of the cells of each grid in pixels of the input, and anchors in each cell, in the order of the network's output.
const GRIDS: [(usize, usize); 2] = [(16, 2), (32, 6)];

/// The places that the network's answers are relative to: the centres of the cells, row by row, in pixels of its
/// input of `size`.
///
/// The anchors of a cell are all at its centre: BlazeFace's have no size of their own.
pub fn anchors(size: usize) -> Vec<Point> {
    let mut anchors = Vec::with_capacity(ANCHORS);
    for (width, copies) in GRIDS {
        let (cells, cell_size) = (size / width, width as f32);
        for row in 0..cells {
            for column in 0..cells {
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
    fn there_are_896_anchors_in_the_networks_order() {
        let anchors = anchors(super::super::INPUT_SIZE);
        assert_eq!(anchors.len(), ANCHORS);
        assert_eq!(ANCHORS, 896);
        assert_eq!(anchors[1], Point { x: 8.0, y: 8.0 });
        assert_eq!(anchors[2], Point { x: 24.0, y: 8.0 });
        assert_eq!(anchors[511], Point { x: 248.0, y: 248.0 });
        assert_eq!(anchors[512], Point { x: 16.0, y: 16.0 });
        assert_eq!(anchors[895], Point { x: 240.0, y: 240.0 });
    }
}
