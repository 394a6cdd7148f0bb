//! When the estimates of a face should not be believed.

use super::alignment::{CROP_PIXELS, EYE_DISTANCE};
use super::appearance::luma;
use crate::detection::{Detection, KeyPoint};
use crate::estimates::Doubt;
use crate::geometry::{Point, Rectangle, Similarity};
use image::RgbImage;

// The thresholds lie where the errors of `visage evaluate` rise: its report compares the faces that each reason marks
// with the others.

/// Least distance of the eyes in the frame, in pixels.
const LEAST_EYE_DISTANCE: f32 = 16.0;
/// Largest part of the face's box that may lie beyond the frame.
const MOST_CUT_OFF: f32 = 0.2;
/// Least share of the grey levels' variance that is in their finest detail.
const LEAST_DETAIL: f32 = 0.0012;
/// Least mean grey level of the face, of 255.
const LEAST_LIGHT: f32 = 40.0;
/// Most mean grey level of the face, of 255.
const MOST_LIGHT: f32 = 225.0;
/// Furthest that the nose may lie from the middle of the eyes along the line through them, in distances of the eyes.
/// A nose stands out by about 0.4 of that distance, so this is a turn by about 45 degrees.
const MOST_TURN: f32 = 0.42;
/// How far down between eyes and mouth the nose of a face lies that is seen neither from below nor from above.
const TILTS: std::ops::RangeInclusive<f32> = 0.33..=0.72;
/// Least score of the detector.
const LEAST_SCORE: f32 = 0.65;
/// The part of the crop, from each border, that is not looked at: hair and background.
const SURROUNDINGS: usize = CROP_PIXELS as usize / 5;

/// The reasons to doubt what is said about a face, by the way it was found and by its crop.
///
/// `crop` has [`CROP_PIXELS`] pixels in width and height; `frame` is the width and height of the picture in pixels.
pub fn doubts(detection: &Detection, crop_to_frame: &Similarity, crop: &RgbImage, frame: (u32, u32)) -> Vec<Doubt> {
    let is_cut = part_beyond(&detection.bounding_box, frame) > MOST_CUT_OFF;
    let of_the_place = [
        (Doubt::Small, EYE_DISTANCE * crop_to_frame.scale() < LEAST_EYE_DISTANCE),
        (Doubt::CutOff, is_cut),
        (Doubt::Turned, turn(detection) > MOST_TURN),
        (Doubt::Unclear, detection.score < LEAST_SCORE),
        (Doubt::Tilted, !TILTS.contains(&tilt(detection))),
    ];
    let found = of_the_place.into_iter().filter_map(|(doubt, holds)| holds.then_some(doubt));
    found.chain(doubts_of_crop(crop)).collect()
}

/// The reasons that the crop alone gives.
pub fn doubts_of_crop(crop: &RgbImage) -> Vec<Doubt> {
    let Some(face) = GreyLevels::of_face(crop) else { return Vec::new() };
    let reasons = [
        (Doubt::Dark, face.mean < LEAST_LIGHT),
        (Doubt::Bright, face.mean > MOST_LIGHT),
        (Doubt::Blurred, face.detail() < LEAST_DETAIL),
    ];
    reasons.into_iter().filter_map(|(doubt, holds)| holds.then_some(doubt)).collect()
}

/// The part of `face` that lies beyond a frame of that width and height, 0 to 1.
fn part_beyond(face: &Rectangle, (width, height): (u32, u32)) -> f32 {
    let inside = |start: f32, length: f32, most: u32| (start + length).min(most as f32) - start.max(0.0);
    let visible = inside(face.x, face.width, width).max(0.0) * inside(face.y, face.height, height).max(0.0);
    if face.area() > 0.0 { 1.0 - visible / face.area() } else { 0.0 }
}

/// How far the nose lies from the middle of the eyes along the line through them, in distances of the eyes.
fn turn(face: &Detection) -> f32 {
    let [right, left, nose] =
        [KeyPoint::RightEye, KeyPoint::LeftEye, KeyPoint::Nose].map(|point| face.key_point(point));
    let axis = Point { x: left.x - right.x, y: left.y - right.y };
    let from_middle = Point { x: nose.x - (left.x + right.x) / 2.0, y: nose.y - (left.y + right.y) / 2.0 };
    let squared = axis.x * axis.x + axis.y * axis.y;
    if squared > 0.0 { ((from_middle.x * axis.x + from_middle.y * axis.y) / squared).abs() } else { f32::INFINITY }
}

/// How far down the nose lies between the eyes (0) and the mouth (1), which is about half of the way: less in a face that is
/// seen from below, more in one from above.
fn tilt(face: &Detection) -> f32 {
    let [right, left, nose, mouth] =
        [KeyPoint::RightEye, KeyPoint::LeftEye, KeyPoint::Nose, KeyPoint::Mouth].map(|point| face.key_point(point));
    let eyes = Point { x: (left.x + right.x) / 2.0, y: (left.y + right.y) / 2.0 };
    let (down, to_nose) = (Point { x: mouth.x - eyes.x, y: mouth.y - eyes.y }, [nose.x - eyes.x, nose.y - eyes.y]);
    let squared = down.x * down.x + down.y * down.y;
    if squared > 0.0 { (to_nose[0] * down.x + to_nose[1] * down.y) / squared } else { 0.5 }
}

/// Moments of the grey levels of a face's inner part.
struct GreyLevels {
    mean: f32,
    variance: f32,
    /// Mean square of the second difference in rows and columns.
    curvature: f32,
}

impl GreyLevels {
    /// `None` for a crop that is too small to have an inner part.
    fn of_face(crop: &RgbImage) -> Option<Self> {
        let (width, height) = (crop.width() as usize, crop.height() as usize);
        let (rows, columns) =
            (SURROUNDINGS..height.checked_sub(SURROUNDINGS)?, SURROUNDINGS..width.checked_sub(SURROUNDINGS)?);
        let levels: Vec<f32> = crop.pixels().map(|pixel| luma(pixel.0)).collect();
        let (mut sum, mut squares, mut curvature) = (0.0, 0.0, 0.0);
        let count = (rows.len() * columns.len()) as f32;
        for row in rows {
            for column in columns.clone() {
                // The surroundings are wider than one pixel, so every pixel here has its four neighbours.
                let at = |row: usize, column: usize| levels[row * width + column];
                let level = at(row, column);
                let neighbours = at(row - 1, column) + at(row + 1, column) + at(row, column - 1) + at(row, column + 1);
                sum += level;
                squares += level * level;
                curvature += (neighbours - 4.0 * level).powi(2);
            }
        }
        let mean = sum / count;
        (count > 0.0).then(|| Self { mean, variance: squares / count - mean * mean, curvature: curvature / count })
    }

    /// The share of the variance that is in the finest detail: it falls as the picture loses its focus, but not as it
    /// loses its light. The discrete Laplace operator amplifies white noise, the finest there is, by 20.
    fn detail(&self) -> f32 {
        if self.variance > 0.0 { self.curvature / (20.0 * self.variance) } else { 0.0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;
    use image::imageops::blur;

    fn face() -> Detection {
        let mut key_points = [Point { x: 50.0, y: 60.0 }; KeyPoint::COUNT];
        key_points[KeyPoint::RightEye as usize] = Point { x: 32.0, y: 40.0 };
        key_points[KeyPoint::LeftEye as usize] = Point { x: 68.0, y: 40.0 };
        key_points[KeyPoint::Mouth as usize] = Point { x: 50.0, y: 78.0 };
        let bounding_box = Rectangle { x: 10.0, y: 20.0, width: 80.0, height: 80.0 };
        Detection { bounding_box, key_points, score: 0.9 }
    }

    /// Stripes of middle grey levels.
    fn crop() -> RgbImage {
        RgbImage::from_fn(CROP_PIXELS, CROP_PIXELS, |x, y| Rgb([90 + ((x / 3 + y / 5) % 4) as u8 * 25; 3]))
    }

    fn found(face: &Detection, transform: Similarity, crop: &RgbImage) -> Vec<Doubt> {
        doubts(face, &transform, crop, (112, 112))
    }

    #[test]
    fn nothing_is_wrong_with_a_plain_face() {
        assert_eq!(found(&face(), Similarity::IDENTITY, &crop()), []);
    }

    #[test]
    fn each_fault_is_named() {
        let small = Similarity { a: 0.3, ..Similarity::IDENTITY };
        assert_eq!(found(&face(), small, &crop()), [Doubt::Small]);

        let mut cut = face();
        cut.bounding_box.x = -20.0;
        assert_eq!(found(&cut, Similarity::IDENTITY, &crop()), [Doubt::CutOff]);

        let mut turned = face();
        turned.key_points[KeyPoint::Nose as usize].x = 70.0;
        assert_eq!(found(&turned, Similarity::IDENTITY, &crop()), [Doubt::Turned]);

        for nose in [50.0, 72.0] {
            let mut tilted = face();
            tilted.key_points[KeyPoint::Nose as usize].y = nose;
            assert_eq!(found(&tilted, Similarity::IDENTITY, &crop()), [Doubt::Tilted]);
        }

        assert_eq!(found(&Detection { score: 0.5, ..face() }, Similarity::IDENTITY, &crop()), [Doubt::Unclear]);
    }

    #[test]
    fn each_fault_of_the_crop_is_named() {
        let dim =
            RgbImage::from_fn(CROP_PIXELS, CROP_PIXELS, |x, y| Rgb(crop().get_pixel(x, y).0.map(|level| level / 6)));
        assert_eq!(doubts_of_crop(&dim), [Doubt::Dark]);
        let pale = RgbImage::from_fn(CROP_PIXELS, CROP_PIXELS, |x, y| {
            Rgb(crop().get_pixel(x, y).0.map(|level| 230 + level / 10))
        });
        assert_eq!(doubts_of_crop(&pale), [Doubt::Bright]);
        assert_eq!(doubts_of_crop(&blur(&crop(), 6.0)), [Doubt::Blurred]);
        assert_eq!(doubts_of_crop(&RgbImage::new(3, 3)), []);
    }
}
