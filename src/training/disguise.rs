//! Changes what lies around a face and before it, so that a network learns to read the face: other surroundings, caps, masks,
//! sunglasses and hands.

use super::crops::{MARGIN, sample};
use crate::analysis::alignment::FACE_OVAL;
use crate::geometry::{Ellipse, Point, Similarity};
use rand::Rng;
use rand::rngs::StdRng;

/// Where the face ends and its surroundings begin, in half axes of its oval, and over how much of them one fades into the other.
const ENDS: std::ops::Range<f32> = 0.92..1.25;
const FADES: std::ops::Range<f32> = 0.01..0.12;
/// How often surroundings are those of another picture, and how often one colour; else they are noise.
const OTHER_SHARE: f64 = 0.7;
const COLOUR_SHARE: f64 = 0.2;
/// Middles of the eyes and a width and height of glasses, in pixels of the canonical crop.
const EYES: [Point; 2] = [Point { x: 38.0, y: 43.0 }, Point { x: 74.0, y: 43.0 }];
const GLASSES: std::ops::Range<f32> = 9.0..15.0;

/// An image with channels last, of which is known where in the canonical crop its pixels lie.
pub(super) struct Canvas<'a> {
    /// The image, `[size, size, 3]`, −1 to 1.
    pub image: &'a mut [f32],
    /// Width and height of the image.
    pub size: usize,
    /// From its pixels to those of the kept crop.
    pub to_crop: Similarity,
}

impl Canvas<'_> {
    /// Puts the face before what lies around another one, whose kept crop is `other`, before one colour, or before noise.
    pub(super) fn surround(&mut self, other: &[u8], random: &mut StdRng) {
        let (ends, fades) = (random.random_range(ENDS), random.random_range(FADES));
        let mut outside = vec![0.0; self.image.len()];
        if random.random_bool(OTHER_SHARE) {
            sample(other, &self.to_crop, &mut outside, self.size);
        } else {
            let colour = colour(random);
            let noise = if random.random_bool(COLOUR_SHARE / (1.0 - OTHER_SHARE)) { 0.0 } else { 0.8 };
            for pixel in outside.chunks_exact_mut(3) {
                for (value, level) in pixel.iter_mut().zip(colour) {
                    *value = (level + noise * random.random_range(-1.0..1.0f32)).clamp(-1.0, 1.0);
                }
            }
        }
        let places = self.places();
        for ((pixel, other), place) in self.image.chunks_exact_mut(3).zip(outside.chunks_exact(3)).zip(places) {
            let inside = 1.0 / (1.0 + ((FACE_OVAL.distance(place) - ends) / fades).exp());
            for (value, other) in pixel.iter_mut().zip(other) {
                *value = inside * *value + (1.0 - inside) * other;
            }
        }
    }

    /// Hides a part of the face: by a cap, a mask, sunglasses, or a hand.
    pub(super) fn cover(&mut self, random: &mut StdRng) {
        let colour = colour(random);
        match random.random_range(0..10) {
            0..4 => {
                let (edge, slope) = (random.random_range(14.0..32.0), random.random_range(-0.2..0.2));
                self.fill(colour, |place| place.y + slope * (place.x - FACE_OVAL.centre.x) < edge);
            }
            4..6 => {
                let edge = random.random_range(58.0..72.0);
                self.fill(colour, |place| place.y > edge && FACE_OVAL.distance(place) < 1.1);
            }
            6..8 => {
                let across = random.random_range(GLASSES);
                let glasses = EYES.map(|centre| Ellipse { centre, half_axes: [across, 0.7 * across] });
                let bridge = |place: Point| (place.y - 40.0).abs() < 1.5 && (place.x - FACE_OVAL.centre.x).abs() < 18.0;
                let dark = colour.map(|level| 0.3 * level - 0.7);
                self.fill(dark, |place| glasses.iter().any(|glass| glass.distance(place) < 1.0) || bridge(place));
            }
            _ => {
                let centre = Point { x: random.random_range(20.0..92.0), y: random.random_range(55.0..110.0) };
                let hand = Ellipse {
                    centre: Point::default(),
                    half_axes: [random.random_range(8.0..16.0), random.random_range(16.0..34.0)],
                };
                let (sine, cosine) = random.random_range(0.0..std::f32::consts::TAU).sin_cos();
                let turned = move |place: Point| {
                    let (x, y) = (place.x - centre.x, place.y - centre.y);
                    Point { x: cosine * x + sine * y, y: cosine * y - sine * x }
                };
                let skin = self.skin();
                self.fill(skin, |place| hand.distance(turned(place)) < 1.0);
            }
        }
    }

    /// The places of the pixels' middles in the canonical crop.
    fn places(&self) -> impl Iterator<Item = Point> + use<> {
        let (size, to_crop) = (self.size, self.to_crop);
        (0..size * size).map(move |index| {
            let place = to_crop.apply(Point { x: (index % size) as f32, y: (index / size) as f32 });
            let middle = 0.5 - MARGIN as f32;
            Point { x: place.x + middle, y: place.y + middle }
        })
    }

    fn fill(&mut self, colour: [f32; 3], covers: impl Fn(Point) -> bool) {
        let places = self.places();
        for (pixel, place) in self.image.chunks_exact_mut(3).zip(places) {
            if covers(place) {
                pixel.copy_from_slice(&colour);
            }
        }
    }

    /// The mean colour about the nose.
    fn skin(&self) -> [f32; 3] {
        let nose = Ellipse { centre: FACE_OVAL.centre, half_axes: [14.0, 8.0] };
        let near = self.image.chunks_exact(3).zip(self.places()).filter(|(_, place)| nose.distance(*place) < 1.0);
        let (mut sums, mut count) = ([0.0; 3], 0.0);
        for (pixel, _) in near {
            sums.iter_mut().zip(pixel).for_each(|(sum, value)| *sum += value);
            count += 1.0;
        }
        sums.map(|sum| sum / f32::max(count, 1.0))
    }
}

fn colour(random: &mut StdRng) -> [f32; 3] {
    std::array::from_fn(|_| random.random_range(-1.0..0.8))
}

#[cfg(test)]
mod tests {
    use super::super::crops::{KEPT_BYTES, KEPT_SIDE};
    use super::*;
    use rand::SeedableRng;

    /// A canvas of the middle of a kept crop, all of one level.
    fn with_canvas(change: impl FnOnce(&mut Canvas<'_>, &[u8])) -> Vec<f32> {
        let size = KEPT_SIDE - 2 * MARGIN as usize;
        let mut image = vec![0.25; size * size * 3];
        let to_crop = Similarity { tx: MARGIN as f32, ty: MARGIN as f32, ..Similarity::IDENTITY };
        change(&mut Canvas { image: &mut image, size, to_crop }, &vec![200; KEPT_BYTES]);
        image
    }

    fn at(image: &[f32], x: usize, y: usize) -> &[f32] {
        &image[(y * (KEPT_SIDE - 2 * MARGIN as usize) + x) * 3..][..3]
    }

    #[test]
    fn the_middle_of_a_face_keeps_its_pixels_and_the_corners_do_not() {
        for seed in 0..40 {
            let mut random = StdRng::seed_from_u64(seed);
            let image = with_canvas(|canvas, other| canvas.surround(other, &mut random));
            for (x, y) in [(56, 60), (40, 45), (72, 45), (56, 90)] {
                assert!(at(&image, x, y).iter().all(|value| (value - 0.25).abs() < 0.03), "seed {seed} at {x}, {y}");
            }
            for (x, y) in [(1, 1), (110, 2), (2, 110), (110, 110)] {
                assert!(at(&image, x, y).iter().any(|value| (value - 0.25).abs() > 1e-3), "seed {seed} at {x}, {y}");
            }
            assert!(image.iter().all(|value| (-1.0..=1.0).contains(value)));
        }
    }

    #[test]
    fn a_cover_hides_some_of_a_face_and_never_all() {
        let mut kinds = [false; 2];
        for seed in 0..60 {
            // A hand of an even face's colour is not seen.
            let mut random = StdRng::seed_from_u64(seed);
            let image = with_canvas(|canvas, _| canvas.cover(&mut random));
            let changed = image.chunks_exact(3).filter(|pixel| pixel.iter().any(|value| (value - 0.25).abs() > 1e-6));
            let share = changed.count() as f64 / (image.len() / 3) as f64;
            assert!(share < 0.5, "seed {seed}: {share}");
            kinds[usize::from(share > 0.0)] = true;
        }
        assert_eq!(kinds, [true; 2]);
    }
}
