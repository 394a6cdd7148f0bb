//! Quarter and half turns of the network's input planes, for faces that aren't upright, and the
//! way back to pixels of the input as it was.

use crate::geometry::Similarity;

/// A turn of the network's input, for faces that are not upright in the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Turn {
    /// No turn: the input is as the picture is.
    #[default]
    None,
    /// A quarter turn to the right.
    Clockwise,
    /// A half turn: upside down.
    Half,
    /// A quarter turn to the left.
    Anticlockwise,
}

impl Turn {
    /// The turns that change something.
    pub(super) const REAL: [Self; 3] = [Self::Clockwise, Self::Anticlockwise, Self::Half];

    /// The planes of an input of these rows and columns, turned, and the rows and columns that they have then.
    pub(super) fn apply(self, planes: Vec<f32>, shape: [usize; 2]) -> (Vec<f32>, [usize; 2]) {
        let [rows, columns] = shape;
        let turned = match self {
            Self::None => return (planes, shape),
            Self::Half => shape,
            Self::Clockwise | Self::Anticlockwise => [columns, rows],
        };
        let mut out = Vec::with_capacity(planes.len());
        for plane in planes.chunks_exact((rows * columns).max(1)) {
            for row in 0..turned[0] {
                for column in 0..turned[1] {
                    let (row, column) = match self {
                        Self::None => (row, column),
                        Self::Clockwise => (rows - 1 - column, row),
                        Self::Half => (rows - 1 - row, columns - 1 - column),
                        Self::Anticlockwise => (column, columns - 1 - row),
                    };
                    out.push(plane[row * columns + column]); // below rows and columns, as above
                }
            }
        }
        (out, turned)
    }

    /// From the pixels of the turned input to those of the input of these rows and columns that was turned.
    pub(super) fn back(self, [rows, columns]: [usize; 2]) -> Similarity {
        let (rows, columns) = (rows as f32, columns as f32);
        match self {
            Self::None => Similarity::IDENTITY,
            Self::Clockwise => Similarity { a: 0.0, b: -1.0, tx: 0.0, ty: rows },
            Self::Half => Similarity { a: -1.0, b: 0.0, tx: columns, ty: rows },
            Self::Anticlockwise => Similarity { a: 0.0, b: 1.0, tx: columns, ty: 0.0 },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::Point;

    #[test]
    fn what_lies_at_a_place_of_the_turned_input_lay_where_the_way_back_leads() {
        let shape @ [rows, columns] = [3, 5];
        let planes: Vec<f32> = (0..3 * rows * columns).map(|value| value as f32).collect();
        for turn in [Turn::None, Turn::Clockwise, Turn::Half, Turn::Anticlockwise] {
            let (turned, [turned_rows, turned_columns]) = turn.apply(planes.clone(), shape);
            assert_eq!(turned.len(), planes.len());
            for row in 0..turned_rows {
                for column in 0..turned_columns {
                    let place = Point { x: column as f32 + 0.5, y: row as f32 + 0.5 };
                    let from = turn.back(shape).apply(place);
                    let before = from.y as usize * columns + from.x as usize;
                    assert_eq!(turned[row * turned_columns + column], planes[before], "{turn:?}");
                }
            }
        }
    }

    #[test]
    fn a_quarter_to_the_right_takes_the_left_edge_to_the_top() {
        let (turned, shape) = Turn::Clockwise.apply(vec![1.0, 2.0, 3.0, 4.0], [2, 2]);
        assert_eq!((turned, shape), (vec![3.0, 1.0, 4.0, 2.0], [2, 2]));
    }
}
