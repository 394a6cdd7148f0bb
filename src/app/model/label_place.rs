//! Where a face's label goes, so that labels lie on no other.

use crate::geometry::Rectangle;

/// A place for a label of that width and height at the box `face`, on a canvas of that size: above the box, below it, in it, or
/// further up or down, whichever is the first that none of `taken` touches; `None` where there is no room at that width.
/// Lengths are in the canvas' pixels.
pub fn label_place(
    face: &Rectangle,
    (width, height): (f32, f32),
    canvas: (f32, f32),
    gap: f32,
    taken: &[Rectangle],
) -> Option<Rectangle> {
    let rightmost = (canvas.0 - width).max(0.0);
    let lowest = (canvas.1 - height).max(0.0);
    let at = |x: f32, y: f32| Rectangle { x: x.clamp(0.0, rightmost), y: y.clamp(0.0, lowest), width, height };
    let (left, right) = (face.x, face.x + face.width - width);
    let (above, below) = (face.y - height - gap, face.y + face.height + gap);
    let (top, bottom) = (face.y + gap, face.y + face.height - height - gap);
    let near = [above, below].into_iter().chain([top, bottom]).flat_map(|y| [at(left, y), at(right, y)]);
    // Further away in steps of the gap, until both directions have left the canvas.
    let step = gap.max(1.0);
    let steps = (canvas.1 / step) as usize;
    let far = (1..=steps).flat_map(|count| {
        let distance = step * count as f32;
        [above - distance, below + distance].into_iter().flat_map(|y| [at(left, y), at(right, y)])
    });
    near.chain(far).find(|place| taken.iter().all(|other| place.intersection_over_union(other) == 0.0))
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
        assert_eq!(place, Some(Rectangle { x: 520.0, y: 76.0, width: 120.0, height: 20.0 }));
        let at_the_top = label_place(&Rectangle { y: 2.0, ..face(10.0) }, (120.0, 20.0), CANVAS, 4.0, &[]);
        assert_eq!(at_the_top.map(|place| place.y), Some(0.0));
    }

    fn is_free(place: &Rectangle, taken: &[Rectangle]) -> bool {
        taken.iter().all(|other| place.intersection_over_union(other) == 0.0)
    }

    #[test]
    fn neighbours_do_not_cover_each_other() {
        let mut taken = Vec::new();
        for x in [100.0, 160.0, 220.0] {
            let place = label_place(&face(x), (150.0, 20.0), CANVAS, 4.0, &taken).unwrap();
            assert!(is_free(&place, &taken), "{place:?} in {taken:?}");
            taken.push(place);
        }
    }

    #[test]
    fn a_crowd_is_labelled_as_long_as_there_is_room() {
        let mut taken = Vec::new();
        for _ in 0..16 {
            let place = label_place(&face(300.0), (150.0, 24.0), CANVAS, 4.0, &taken).unwrap();
            assert!(is_free(&place, &taken), "{place:?} in {taken:?}");
            assert!(place.x >= 0.0 && place.x + place.width <= CANVAS.0, "{place:?}");
            assert!(place.y >= 0.0 && place.y + place.height <= CANVAS.1, "{place:?}");
            taken.push(place);
        }
        let everything = Rectangle { x: 0.0, y: 0.0, width: CANVAS.0, height: CANVAS.1 };
        assert_eq!(label_place(&face(300.0), (150.0, 24.0), CANVAS, 4.0, &[everything]), None);
    }
}
