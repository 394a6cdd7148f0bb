//! Points, rectangles and similarity transforms. All lengths are in pixels of the image they belong to.

use serde::{Deserialize, Serialize};

/// A point; `x` grows to the right and `y` downwards, (0, 0) is the image's top-left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Distance from the left edge, in pixels.
    pub x: f32,
    /// Distance from the top edge, in pixels.
    pub y: f32,
}

/// An axis-parallel rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Rectangle {
    /// Left edge, in pixels.
    pub x: f32,
    /// Top edge, in pixels.
    pub y: f32,
    /// Width, in pixels.
    pub width: f32,
    /// Height, in pixels.
    pub height: f32,
}

impl Rectangle {
    /// Area in square pixels; an inverted rectangle has none.
    pub fn area(&self) -> f32 {
        self.width.max(0.0) * self.height.max(0.0)
    }

    /// The point in the middle.
    pub fn centre(&self) -> Point {
        Point { x: self.x + self.width / 2.0, y: self.y + self.height / 2.0 }
    }

    /// Whether `point` lies inside or on the edge.
    pub fn contains(&self, point: Point) -> bool {
        (self.x..=self.x + self.width).contains(&point.x) && (self.y..=self.y + self.height).contains(&point.y)
    }

    /// Intersection over union with `other`, 0 to 1.
    pub fn intersection_over_union(&self, other: &Self) -> f32 {
        let width = (self.x + self.width).min(other.x + other.width) - self.x.max(other.x);
        let height = (self.y + self.height).min(other.y + other.height) - self.y.max(other.y);
        let intersection = width.max(0.0) * height.max(0.0);
        let union = self.area() + other.area() - intersection;
        if union > 0.0 { intersection / union } else { 0.0 }
    }
}

/// An ellipse whose axes are parallel to the image's sides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ellipse {
    /// The ellipse's middle.
    pub centre: Point,
    /// Half of the ellipse's width and half of its height, in pixels.
    pub half_axes: [f32; 2],
}

impl Ellipse {
    /// How far `point` is from the centre, in distances of the edge in that direction: below 1 inside.
    pub fn distance(&self, point: Point) -> f32 {
        let [across, down] = self.half_axes;
        ((point.x - self.centre.x) / across).hypot((point.y - self.centre.y) / down)
    }
}

/// A rotation, uniform scaling and translation: `x' = a·x − b·y + tx`, `y' = b·x + a·y + ty`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Similarity {
    /// Scale times the cosine of the rotation.
    pub a: f32,
    /// Scale times the sine of the rotation (clockwise on screen, as `y` points down).
    pub b: f32,
    /// Translation to the right.
    pub tx: f32,
    /// Translation downwards.
    pub ty: f32,
}

impl Similarity {
    /// The transform that changes nothing.
    pub const IDENTITY: Self = Self { a: 1.0, b: 0.0, tx: 0.0, ty: 0.0 };

    /// Where `point` goes.
    pub fn apply(&self, point: Point) -> Point {
        Point { x: self.a * point.x - self.b * point.y + self.tx, y: self.b * point.x + self.a * point.y + self.ty }
    }

    /// The scaling factor.
    pub fn scale(&self) -> f32 {
        self.a.hypot(self.b)
    }

    /// The transform that undoes this one, or `None` where the scale is zero or not finite.
    pub fn inverse(&self) -> Option<Self> {
        let squared = self.a * self.a + self.b * self.b;
        if !squared.is_normal() {
            return None;
        }
        let (a, b) = (self.a / squared, -self.b / squared);
        Some(Self { a, b, tx: -(a * self.tx - b * self.ty), ty: -(b * self.tx + a * self.ty) })
    }

    /// First `self`, then `next`.
    pub fn then(&self, next: &Self) -> Self {
        let origin = next.apply(Point { x: self.tx, y: self.ty });
        Self { a: next.a * self.a - next.b * self.b, b: next.b * self.a + next.a * self.b, tx: origin.x, ty: origin.y }
    }

    /// The similarity that takes the points `from` nearest to the points `to` in the least-squares sense
    /// (Umeyama, PAMI 1991, without reflection). `None` for fewer than two distinct points.
    ///
    /// ```
    /// use visage::geometry::{Point, Similarity};
    ///
    /// let eyes = [Point { x: 310.0, y: 200.0 }, Point { x: 350.0, y: 200.0 }];
    /// let wanted = [Point { x: 38.0, y: 42.0 }, Point { x: 74.0, y: 42.0 }];
    /// let to_crop = Similarity::fit(&eyes, &wanted).expect("the eyes are apart");
    /// assert!((to_crop.scale() - 0.9).abs() < 1e-6);
    /// assert!((to_crop.apply(eyes[0]).x - 38.0).abs() < 1e-3);
    /// ```
    pub fn fit(from: &[Point], to: &[Point]) -> Option<Self> {
        let count = from.len().min(to.len()) as f32;
        let mean = |points: &[Point]| {
            let (x, y) = points.iter().fold((0.0, 0.0), |(x, y), p| (x + p.x, y + p.y));
            Point { x: x / count, y: y / count }
        };
        let (centre_from, centre_to) = (mean(from), mean(to));
        let (mut dot, mut cross, mut spread) = (0.0, 0.0, 0.0);
        for (p, q) in from.iter().zip(to) {
            let (px, py) = (p.x - centre_from.x, p.y - centre_from.y);
            let (qx, qy) = (q.x - centre_to.x, q.y - centre_to.y);
            dot += px * qx + py * qy;
            cross += px * qy - py * qx;
            spread += px * px + py * py;
        }
        if !f32::is_normal(spread) {
            return None;
        }
        let (a, b) = (dot / spread, cross / spread);
        let linear = Self { a, b, tx: 0.0, ty: 0.0 };
        let moved = linear.apply(centre_from);
        Some(Self { tx: centre_to.x - moved.x, ty: centre_to.y - moved.y, ..linear })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TURNED: Similarity = Similarity { a: 1.2, b: -0.7, tx: 14.0, ty: -3.0 };

    fn near(p: Point, q: Point) -> bool {
        (p.x - q.x).abs() < 1e-3 && (p.y - q.y).abs() < 1e-3
    }

    #[test]
    fn an_ellipse_ends_at_its_half_axes() {
        let oval = Ellipse { centre: Point { x: 10.0, y: 20.0 }, half_axes: [4.0, 8.0] };
        assert_eq!(oval.distance(oval.centre), 0.0);
        assert_eq!(oval.distance(Point { x: 14.0, y: 20.0 }), 1.0);
        assert_eq!(oval.distance(Point { x: 10.0, y: 36.0 }), 2.0);
    }

    #[test]
    fn a_transform_and_its_inverse_cancel() {
        let point = Point { x: 31.0, y: 8.5 };
        let back = TURNED.then(&TURNED.inverse().unwrap()).apply(point);
        assert!(near(back, point));
        assert!(Similarity { a: 0.0, b: 0.0, tx: 1.0, ty: 1.0 }.inverse().is_none());
    }

    #[test]
    fn fitting_recovers_a_similarity_exactly() {
        let from = [(0.0, 0.0), (10.0, 2.0), (-4.0, 7.0)].map(|(x, y)| Point { x, y });
        let fitted = Similarity::fit(&from, &from.map(|p| TURNED.apply(p))).unwrap();
        assert!((fitted.a - TURNED.a).abs() < 1e-5 && (fitted.b - TURNED.b).abs() < 1e-5);
        assert!(Similarity::fit(&from[..1], &from[..1]).is_none());
    }

    #[test]
    fn intersection_over_union_of_known_rectangles() {
        let unit = Rectangle { x: 0.0, y: 0.0, width: 2.0, height: 2.0 };
        let shifted = Rectangle { x: 1.0, ..unit };
        assert!((unit.intersection_over_union(&shifted) - 1.0 / 3.0).abs() < 1e-6);
        assert_eq!(unit.intersection_over_union(&Rectangle { x: 5.0, ..unit }), 0.0);
        assert_eq!(Rectangle::default().intersection_over_union(&Rectangle::default()), 0.0);
    }
}
