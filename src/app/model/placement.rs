//! Where things of a frame lie on the canvas over it, which covers exactly the frame, mirrored for a front camera.

use crate::geometry::{Point, Rectangle, Similarity};

/// The map from pixels of a frame to pixels of the canvas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placement {
    scale: f32,
    canvas_width: f32,
    mirrored: bool,
}

impl Placement {
    /// A frame of one width on a canvas of another; `None` where one of them is empty.
    pub fn new(frame_width: f32, canvas_width: f32, mirrored: bool) -> Option<Self> {
        let scale = canvas_width / frame_width;
        (scale.is_finite() && scale > 0.0).then_some(Self { scale, canvas_width, mirrored })
    }

    /// Where a point of the frame is on the canvas.
    pub fn point(&self, point: Point) -> Point {
        let across = point.x * self.scale;
        Point { x: if self.mirrored { self.canvas_width - across } else { across }, y: point.y * self.scale }
    }

    /// How long a length of the frame is on the canvas.
    pub fn length(&self, length: f32) -> f32 {
        length * self.scale
    }

    /// Where a rectangle of the frame is on the canvas.
    pub fn rectangle(&self, rectangle: &Rectangle) -> Rectangle {
        let (width, height) = (self.length(rectangle.width), self.length(rectangle.height));
        let corner = self.point(Point { x: rectangle.x, y: rectangle.y });
        let x = if self.mirrored { corner.x - width } else { corner.x };
        Rectangle { x, y: corner.y, width, height }
    }

    /// The canvas transform (`setTransform`'s a, b, c, d, e, f) under which something in the source coordinates of
    /// `to_frame` lies where it belongs.
    pub fn canvas_transform(&self, to_frame: &Similarity) -> [f64; 6] {
        let across = if self.mirrored { -self.scale } else { self.scale };
        let origin = self.point(Point { x: to_frame.tx, y: to_frame.ty });
        [
            across * to_frame.a,
            self.scale * to_frame.b,
            -across * to_frame.b,
            self.scale * to_frame.a,
            origin.x,
            origin.y,
        ]
        .map(f64::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mirroring_swaps_left_and_right_only() {
        let boxed = Rectangle { x: 40.0, y: 60.0, width: 100.0, height: 80.0 };
        let plain = Placement::new(640.0, 320.0, false).unwrap().rectangle(&boxed);
        assert_eq!(plain, Rectangle { x: 20.0, y: 30.0, width: 50.0, height: 40.0 });
        let mirrored = Placement::new(640.0, 320.0, true).unwrap().rectangle(&boxed);
        assert_eq!(mirrored, Rectangle { x: 250.0, ..plain });
    }

    #[test]
    fn the_canvas_transform_agrees_with_mapping_points() {
        let to_frame = Similarity { a: 1.5, b: 0.4, tx: 90.0, ty: 35.0 };
        for mirrored in [false, true] {
            let placement = Placement::new(640.0, 500.0, mirrored).unwrap();
            let [a, b, c, d, e, f] = placement.canvas_transform(&to_frame);
            for corner in [Point { x: 0.0, y: 0.0 }, Point { x: 112.0, y: 0.0 }, Point { x: 30.0, y: 112.0 }] {
                let expected = placement.point(to_frame.apply(corner));
                let (x, y) = (f64::from(corner.x), f64::from(corner.y));
                assert!((a * x + c * y + e - f64::from(expected.x)).abs() < 1e-3);
                assert!((b * x + d * y + f - f64::from(expected.y)).abs() < 1e-3);
            }
        }
    }

    #[test]
    fn nothing_is_placed_on_an_empty_canvas() {
        assert_eq!(Placement::new(640.0, 0.0, false), None);
        assert_eq!(Placement::new(0.0, 640.0, false), None);
    }
}
