//! Where a face's label goes, so that labels lie on no other.

use crate::geometry::Rectangle;

/// A place for a label of that width and height at the box `face`, on a canvas of that size: above the box, below it, or in
/// it, where no label of `taken` lies; above it if all places are taken. Lengths are in the canvas' pixels.
pub fn label_place(
    face: &Rectangle,
    (width, height): (f32, f32),
    canvas: (f32, f32),
    gap: f32,
    taken: &[Rectangle],
) -> Rectangle {
    let rightmost = (canvas.0 - width).max(0.0);
    let lowest = (canvas.1 - height).max(0.0);
    let at = |x: f32, y: f32| Rectangle { x: x.clamp(0.0, rightmost), y: y.clamp(0.0, lowest), width, height };
    let (left, right) = (face.x, face.x + face.width - width);
    let (above, below) = (face.y - height - gap, face.y + face.height + gap);
    let (top, bottom) = (face.y + gap, face.y + face.height - height - gap);
    let places =
        [at(left, above), at(right, above), at(left, below), at(right, below), at(left, top), at(left, bottom)];
    let is_free = |place: &&Rectangle| taken.iter().all(|other| place.intersection_over_union(other) == 0.0);
    *places.iter().find(is_free).unwrap_or(&places[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    const CANVAS: (f32, f32) = (640.0, 480.0);

    fn face(x: f32) -> Rectangle {
        Rectangle { x, y: 100.0, width: 80.0, height: 80.0 }
    }

    #[test]
    fn a_label_lies_above_its_face_within_the_canvas() {
        let place = label_place(&face(600.0), (120.0, 20.0), CANVAS, 4.0, &[]);
        assert_eq!(place, Rectangle { x: 520.0, y: 76.0, width: 120.0, height: 20.0 });
        let at_the_top = label_place(&Rectangle { y: 2.0, ..face(10.0) }, (120.0, 20.0), CANVAS, 4.0, &[]);
        assert_eq!(at_the_top.y, 0.0);
    }

    #[test]
    fn neighbours_do_not_cover_each_other() {
        let mut taken = Vec::new();
        for x in [100.0, 160.0, 220.0] {
            let place = label_place(&face(x), (150.0, 20.0), CANVAS, 4.0, &taken);
            assert!(taken.iter().all(|other| place.intersection_over_union(other) == 0.0), "{place:?} in {taken:?}");
            taken.push(place);
        }
    }
}
