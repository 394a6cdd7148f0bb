//! Painting over the aligned crop, and what comes of it.

use super::anchors::CROP_PIXELS;
use super::explain_target::ExplainTarget;
use super::phrase::{Argument, Phrase};
use super::sentences::target_phrase;
use crate::attributes::Category;
use crate::estimates::Estimates;
use crate::heat_palette::Palette;

/// A place of the crop: column and row of a pixel.
pub type Place = (i32, i32);

/// Radius of the brush in pixels of the crop.
pub const RADIUS: i32 = 8;
/// Pixels that an arrow key moves the brush by.
pub const KEY_STEP: i32 = 6;
/// The middle of the crop, where the brush is at first.
pub const MIDDLE: Place = (CROP_PIXELS as i32 / 2, CROP_PIXELS as i32 / 2);
/// What is painted: the grey that the network's padding has.
const GREY: u8 = 127;

/// What lies where in an upright crop. Left and right are those of the picture.
const LANDMARKS: [(&str, f32, f32); 11] = [
    ("place-left-eye", 38.0, 42.0),
    ("place-right-eye", 74.0, 42.0),
    ("place-nose", 56.0, 62.5),
    ("place-mouth", 56.0, 80.9),
    ("place-forehead", 56.0, 22.0),
    ("place-chin", 56.0, 102.0),
    ("place-left-cheek", 32.0, 68.0),
    ("place-right-cheek", 80.0, 68.0),
    ("place-top", 56.0, 4.0),
    ("place-left-edge", 6.0, 56.0),
    ("place-right-edge", 106.0, 56.0),
];

/// What lies nearest to a place in most faces, a message.
pub fn nearest_landmark((x, y): Place) -> &'static str {
    let distance = |(_, column, row): &(&str, f32, f32)| (column - x as f32).hypot(row - y as f32);
    // There is always one.
    LANDMARKS.iter().min_by(|a, b| distance(a).total_cmp(&distance(b))).map_or("place-nose", |(name, _, _)| name)
}

/// Paints along a line of a square RGB picture of that side length.
pub fn stroke(pixels: &mut [u8], size: u32, from: Place, to: Place) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    // So near to each other that the discs leave no gap.
    let steps = dx.abs().max(dy.abs()) / (RADIUS / 2) + 1;
    for step in 0..=steps {
        cover(pixels, size as i32, from.0 + dx * step / steps, from.1 + dy * step / steps);
    }
}

/// Paints a disc; what lies outside the picture is left out.
fn cover(pixels: &mut [u8], size: i32, x: i32, y: i32) {
    for row in (y - RADIUS).max(0)..(y + RADIUS + 1).min(size) {
        for column in (x - RADIUS).max(0)..(x + RADIUS + 1).min(size) {
            let start = 3 * (row * size + column) as usize;
            if (row - y).pow(2) + (column - x).pow(2) <= RADIUS.pow(2)
                && let Some(pixel) = pixels.get_mut(start..start + 3)
            {
                pixel.fill(GREY);
            }
        }
    }
}

/// An RGB picture with a heat map of the same size over it. `opacity` is between 0 and 1.
pub fn heated(rgb: &[u8], levels: &[u8], palette: Palette, opacity: f32) -> Vec<u8> {
    let colours = palette.translucent_levels();
    let (pixels, _) = rgb.as_chunks::<3>();
    let mixed = |(pixel, level): (&[u8; 3], &u8)| {
        let [red, green, blue, alpha] = colours[usize::from(*level)]; // there is a colour for every byte
        let share = opacity * f32::from(alpha) / 255.0;
        let mix = |below: u8, above: u8| (f32::from(below) + share * (f32::from(above) - f32::from(below))) as u8;
        [mix(pixel[0], red), mix(pixel[1], green), mix(pixel[2], blue)]
    };
    pixels.iter().zip(levels).flat_map(mixed).collect()
}

/// How far painting has moved the output that is explained, or the age where none is.
pub fn change_phrase(explained: &ExplainTarget, before: &Estimates, after: &Estimates) -> Phrase {
    let Some(attribute) = explained.attribute.filter(|attribute| attribute.category() == Category::Nominal) else {
        let [before, after] = [before, after].map(|estimates| f64::from(estimates.age.years()));
        return Phrase::new("brush-change-age")
            .with("years", Argument::Change(after - before, 1))
            .with("before", Argument::Number(before, 1))
            .with("after", Argument::Number(after, 1));
    };
    let class = explained.class.unwrap_or_else(|| before.likeliest(attribute).0);
    let share = |estimates: &Estimates| estimates.of(attribute).get(class).copied().unwrap_or_default();
    let [before_share, after_share] = [before, after].map(|estimates| Argument::Share(f64::from(share(estimates))));
    let phrase = Phrase::new("brush-change-class").with("before", before_share).with("after", after_share);
    // Something is explained.
    target_phrase(explained, Some(before)).into_iter().fold(phrase, |phrase, class| phrase.with("class", class.into()))
}

#[cfg(test)]
mod tests {
    use super::super::sentences::tests::face;
    use super::*;

    const SIZE: u32 = CROP_PIXELS as u32;

    fn is_painted(pixels: &[u8], (x, y): Place) -> bool {
        pixels[3 * (y as usize * SIZE as usize + x as usize)] == GREY
    }

    #[test]
    fn a_quick_stroke_has_no_gaps_and_ends_at_the_edge() {
        let mut pixels = vec![0; 3 * (SIZE * SIZE) as usize];
        stroke(&mut pixels, SIZE, (10, 20), (300, 20));
        assert!((10..SIZE as i32).all(|x| is_painted(&pixels, (x, 20))));
        assert!(!is_painted(&pixels, (50, 20 + RADIUS + 1)));
    }

    #[test]
    fn a_heat_map_colours_only_what_has_evidence() {
        let warm = heated(&[100; 6], &[0, 255], Palette::Viridis, 1.0);
        assert_eq!(warm[..3], [100; 3]);
        assert!(warm[3] > 150 && warm[5] < 100, "{warm:?}");
        assert_eq!(heated(&[100; 6], &[0, 255], Palette::Viridis, 0.0), [100; 6]);
    }

    #[test]
    fn the_output_that_is_explained_is_the_one_reported() {
        let before = face(vec![]).estimates;
        let mut after = before.clone();
        after.gender = [0.4, 0.6];
        let said = |target: &str| change_phrase(&ExplainTarget::parse(target).unwrap(), &before, &after);
        assert_eq!(said("none").id, "brush-change-age");
        let gender = said("gender");
        assert_eq!(gender.arguments[0], ("before", Argument::Share(f64::from(0.97f32))));
        assert_eq!(gender.arguments[2], ("class", Phrase::new("class-female").into()));
        assert_eq!(said("gender:male").arguments[1], ("after", Argument::Share(f64::from(0.4f32))));
    }

    #[test]
    fn places_have_the_names_of_what_is_near() {
        assert_eq!(nearest_landmark(MIDDLE), "place-nose");
        assert_eq!(nearest_landmark((36, 45)), "place-left-eye");
        assert_eq!(nearest_landmark((0, 60)), "place-left-edge");
    }

    // Compared with what the page does not link: a face whose points lie there needs no alignment.
    #[cfg(feature = "inference")]
    #[test]
    fn eyes_nose_and_mouth_are_where_alignment_puts_them() {
        use crate::analysis::alignment::crop_to_frame;
        use crate::detection::{Detection, KeyPoint};
        use crate::geometry::{Point, Rectangle, Similarity};
        let mut key_points = [Point::default(); KeyPoint::COUNT];
        // The person's right eye is on the left of the picture.
        let points = [KeyPoint::RightEye, KeyPoint::LeftEye, KeyPoint::Nose, KeyPoint::Mouth];
        for (key_point, (_, x, y)) in points.into_iter().zip(LANDMARKS) {
            key_points[key_point as usize] = Point { x, y };
        }
        let Similarity { a, b, tx, ty } =
            crop_to_frame(&Detection { bounding_box: Rectangle::default(), key_points, score: 1.0 }).unwrap();
        assert!((a - 1.0).abs() < 0.01 && b.abs() < 0.01 && tx.abs() < 0.3 && ty.abs() < 0.3, "{a} {b} {tx} {ty}");
    }
}
