//! What faces and frames look like, in a few numbers: enough to tell whether the next ones show the same.

use image::{RgbImage, RgbaImage};
use serde::{Deserialize, Serialize};

/// Cells along each side of a face's inner part.
const FACE_CELLS: usize = 16;
/// The part of a crop, from each border, that is not looked at: hair and background.
const SURROUNDINGS: f32 = 0.2;
/// Columns and rows of cells of a frame.
const FRAME_CELLS: [usize; 2] = [16, 12];
/// Pixels along each side of a frame's cell that are looked at.
const SAMPLES: usize = 3;
/// Where two frames correlate by less, and differ by more levels of 255, there is a cut between them. A camera's frames keep what is
/// behind the people, and change their light, if at all, everywhere alike.
const CUT_CORRELATION: f32 = 0.5;
const CUT_DIFFERENCE: f32 = 18.0;

/// Grey levels of an aligned face.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Appearance(#[serde(with = "serde_bytes")] Vec<u8>);

impl Appearance {
    /// The appearance of the face in an aligned crop.
    pub fn of(crop: &RgbImage) -> Self {
        let (width, height) = crop.dimensions();
        let place = |cell: usize, length: u32| {
            let share = SURROUNDINGS + (1.0 - 2.0 * SURROUNDINGS) * cell as f32 / FACE_CELLS as f32;
            (share * length as f32) as u32
        };
        let cells = (0..FACE_CELLS * FACE_CELLS).map(|cell| {
            let (row, column) = (cell / FACE_CELLS, cell % FACE_CELLS);
            let rows = place(row, height)..place(row + 1, height);
            let levels = rows.flat_map(|y| (place(column, width)..place(column + 1, width)).map(move |x| (x, y)));
            mean(levels.filter_map(|(x, y)| crop.get_pixel_checked(x, y)).map(|pixel| luma(pixel.0)))
        });
        Self(cells.collect())
    }

    /// How alike two are, whatever their light: from −1 to 1 for the very same.
    pub fn likeness(&self, other: &Self) -> f32 {
        correlation(&self.0, &other.0)
    }
}

/// Grey levels of a frame.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FrameLook(#[serde(with = "serde_bytes")] Vec<u8>);

impl FrameLook {
    /// The look of a frame.
    pub fn of(frame: &RgbaImage) -> Self {
        let (width, height) = frame.dimensions();
        let [columns, rows] = FRAME_CELLS;
        let place = |index: usize, count: usize, length: u32| {
            ((index as f32 + 0.5) / (count * SAMPLES) as f32 * length as f32) as u32
        };
        let cells = (0..columns * rows).map(|cell| {
            let (row, column) = (cell / columns, cell % columns);
            let samples = (0..SAMPLES * SAMPLES).map(move |sample| (sample / SAMPLES, sample % SAMPLES));
            let pixels = samples.filter_map(|(down, across)| {
                let x = place(column * SAMPLES + across, columns, width);
                let y = place(row * SAMPLES + down, rows, height);
                frame.get_pixel_checked(x, y)
            });
            mean(pixels.map(|&image::Rgba([red, green, blue, _])| luma([red, green, blue])))
        });
        Self(cells.collect())
    }

    /// The frame's mean level, 0 to 255.
    pub fn light(&self) -> f32 {
        self.0.iter().map(|&level| f32::from(level)).sum::<f32>() / self.0.len().max(1) as f32
    }

    /// Whether there is a cut between this frame and the next one.
    pub fn is_cut_from(&self, next: &Self) -> bool {
        let differences = self.0.iter().zip(&next.0).map(|(a, b)| f32::from(a.abs_diff(*b)));
        let difference = differences.sum::<f32>() / self.0.len().max(1) as f32;
        difference > CUT_DIFFERENCE && correlation(&self.0, &next.0) < CUT_CORRELATION
    }
}

/// Luma of ITU-R BT.601, of levels from 0 to 255.
pub(super) fn luma([red, green, blue]: [u8; 3]) -> f32 {
    0.299 * f32::from(red) + 0.587 * f32::from(green) + 0.114 * f32::from(blue)
}

fn mean(levels: impl Iterator<Item = f32>) -> u8 {
    let (sum, count) = levels.fold((0.0, 0.0), |(sum, count), level| (sum + level, count + 1.0));
    (sum / f32::max(count, 1.0)).round() as u8
}

/// Pearson's correlation; that of levels which do not vary is 1 with any others of their length, which tell nothing.
fn correlation(one: &[u8], other: &[u8]) -> f32 {
    if one.len() != other.len() || one.is_empty() {
        return 0.0;
    }
    let mean = |levels: &[u8]| levels.iter().map(|&level| f32::from(level)).sum::<f32>() / levels.len() as f32;
    let (mean_one, mean_other) = (mean(one), mean(other));
    let (mut both, mut first, mut second) = (0.0, 0.0, 0.0);
    for (&a, &b) in one.iter().zip(other) {
        let (a, b) = (f32::from(a) - mean_one, f32::from(b) - mean_other);
        both += a * b;
        first += a * a;
        second += b * b;
    }
    let product = (first * second).sqrt();
    if product > 0.0 { both / product } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgb, Rgba};

    fn crop(shift: u32) -> RgbImage {
        RgbImage::from_fn(112, 112, |x, y| Rgb([(((x + shift) / 9 * 37 + y / 7 * 61) % 200) as u8; 3]))
    }

    #[test]
    fn a_face_is_like_itself_in_another_light() {
        let (one, other) = (Appearance::of(&crop(0)), Appearance::of(&crop(31)));
        let mut dim = crop(0);
        dim.pixels_mut().for_each(|pixel| pixel.0 = pixel.0.map(|level| 20 + level / 3));
        assert!(one.likeness(&Appearance::of(&dim)) > 0.99);
        assert!(one.likeness(&other) < 0.5, "{}", one.likeness(&other));
        assert_eq!(one.likeness(&Appearance::default()), 0.0);
    }

    #[test]
    fn another_scene_is_a_cut_and_another_light_is_none() {
        let scene = |seed: u32| {
            RgbaImage::from_fn(64, 48, |x, y| Rgba([((x / 4 * seed + y / 4 * (seed + 31)) % 211) as u8, 90, 60, 255]))
        };
        let look = |frame: &RgbaImage| FrameLook::of(frame);
        let mut bright = scene(37);
        bright.pixels_mut().for_each(|pixel| pixel.0[1] = 170);
        assert!(look(&scene(37)).is_cut_from(&look(&scene(101))));
        assert!(!look(&scene(37)).is_cut_from(&look(&bright)));
        assert!(!look(&scene(37)).is_cut_from(&look(&scene(37))));
        assert!(!FrameLook::default().is_cut_from(&look(&scene(37))));
    }
}
