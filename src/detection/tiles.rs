//! Which parts of a picture are looked at closely, and how closely.

use super::DETECTOR_SIDE;
use crate::geometry::Rectangle;

/// Width of the smallest face that is looked for in a still picture, in its pixels: there is little to be read in a smaller one.
const LEAST_FACE: f32 = 28.0;
/// The same in a video's frame, for which there is less time.
const LEAST_FACE_OF_VIDEO: f32 = 40.0;
/// Its width in the network's input, in which smaller ones are not reliably found.
const LEAST_IN_INPUT: f32 = 16.0;
/// Longest side of a tile, in pixels of the input. Larger ones overlap less, and smaller ones take less time at once.
const LONGEST_SIDE: f32 = 512.0;
/// The same in a video's frame: no larger than the look at the whole.
const LONGEST_SIDE_OF_VIDEO: f32 = DETECTOR_SIDE as f32;
/// By how much tiles overlap, in pixels of the input: by more than a face that a look from [`LARGEST_STEP`] times
/// as far away misses.
const OVERLAP: f32 = 56.0;
/// Most pixels of the input that all tiles may have together, which bounds the time that a picture takes.
const MOST_PIXELS: f32 = 8e6;
/// How many times closer a level is than the one before, at most. A look finds faces that are seven times as large as its least one.
const LARGEST_STEP: f32 = 3.0;
/// How many times closer a look has to be to be worth it.
const LEAST_GAIN: f32 = 1.25;

/// A part of a picture, and how closely it is looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tile {
    /// The part, in pixels of the picture.
    pub region: Rectangle,
    /// Pixels of the input per pixel of the picture.
    pub scale: f32,
}

/// The tiles of a picture of `width` x `height` pixels that is looked at as a whole as well, from further away to closer. They end
/// where the least face is found, or where all levels together would have too many pixels.
pub(super) fn tiles(width: u32, height: u32) -> Vec<Tile> {
    tiles_down_to(LEAST_FACE, LONGEST_SIDE, width, height)
}

/// The same for a video's frame, of which one is looked at at a time.
pub fn tiles_of_video(width: u32, height: u32) -> Vec<Tile> {
    tiles_down_to(LEAST_FACE_OF_VIDEO, LONGEST_SIDE_OF_VIDEO, width, height)
}

fn tiles_down_to(least_face: f32, longest_side: f32, width: u32, height: u32) -> Vec<Tile> {
    let overview = DETECTOR_SIDE as f32 / width.max(height) as f32;
    let (width, height) = (width as f32, height as f32);
    // With those of all coarser levels, and the overlaps, it is half as many pixels again.
    let affordable = (MOST_PIXELS / (1.5 * width * height)).sqrt();
    let finest = (LEAST_IN_INPUT / least_face).min(affordable);
    let gain = finest / overview;
    if gain.is_nan() || gain < LEAST_GAIN {
        return Vec::new();
    }
    let levels = (gain.log2() / LARGEST_STEP.log2()).ceil().max(1.0);
    let closer = gain.powf(1.0 / levels);
    let level = |level| level_of(width, height, overview * closer.powi(level), longest_side);
    (1..=levels as i32).flat_map(level).collect()
}

/// The tiles of one level, row by row.
fn level_of(width: f32, height: f32, scale: f32, longest_side: f32) -> impl Iterator<Item = Tile> {
    let columns = stretches(width, scale, longest_side);
    stretches(height, scale, longest_side).into_iter().flat_map(move |(y, height)| {
        columns.clone().into_iter().map(move |(x, width)| Tile { region: Rectangle { x, y, width, height }, scale })
    })
}

/// Starts and lengths of as few equal stretches as cover `length` pixels, and overlap.
fn stretches(length: f32, scale: f32, longest_side: f32) -> Vec<(f32, f32)> {
    let (longest, overlap) = (longest_side / scale, OVERLAP / scale);
    let count = ((length - overlap) / (longest - overlap)).ceil().max(1.0);
    let stretch = (length + (count - 1.0) * overlap) / count;
    (0..count as usize).map(|place| (place as f32 * (stretch - overlap), stretch)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_that_one_look_sees_well_has_none() {
        assert!(tiles(200, 300).is_empty());
        assert!(tiles(1, 1).is_empty());
    }

    #[test]
    fn each_level_covers_the_picture_with_overlaps() {
        for (width, height) in [(640, 480), (1280, 960), (4000, 3000), (9000, 300)] {
            let tiles = tiles(width, height);
            let mut scales: Vec<f32> = tiles.iter().map(|tile| tile.scale).collect();
            scales.dedup();
            assert!(scales.is_sorted(), "{scales:?}");
            for scale in scales {
                let level: Vec<_> = tiles.iter().filter(|tile| tile.scale == scale).collect();
                // Every face of the least size that the level is for lies in one of its tiles.
                let face = OVERLAP / scale - 1.0;
                for place in 0..400 {
                    let at = |length: u32, step: usize| (length as f32 - face).max(0.0) * (step % 20) as f32 / 19.0;
                    let (x, y) = (at(width, place), at(height, place / 20));
                    let holds = |tile: &&Tile| {
                        let region = tile.region;
                        let (right, bottom) = ((x + face).min(width as f32), (y + face).min(height as f32));
                        region.x <= x + 0.1
                            && region.y <= y + 0.1
                            && region.x + region.width >= right - 0.1
                            && region.y + region.height >= bottom - 0.1
                    };
                    assert!(level.iter().any(holds), "{width} x {height} at {scale}: {x}, {y}");
                }
            }
        }
    }

    #[test]
    fn levels_follow_each_other_closely_enough() {
        for (width, height, finest) in
            [(1280, 960, LEAST_IN_INPUT / LEAST_FACE), (3600, 2700, LEAST_IN_INPUT / LEAST_FACE)]
        {
            let mut last = DETECTOR_SIDE as f32 / width as f32;
            for tile in tiles(width, height) {
                assert!(tile.scale / last <= LARGEST_STEP + 0.001, "{} after {last}", tile.scale);
                last = tile.scale;
            }
            assert!(last > finest - 1e-3, "{last}");
        }
    }

    #[test]
    fn a_videos_tile_takes_no_longer_than_the_look_at_the_whole() {
        assert!(tiles_of_video(640, 480).is_empty(), "faces of 40 pixels are seen as it is");
        for (width, height) in [(1280, 720), (1280, 960), (1920, 1080)] {
            let tiles = tiles_of_video(width, height);
            assert!(!tiles.is_empty());
            for Tile { region, scale } in tiles {
                assert!(region.width.max(region.height) * scale <= DETECTOR_SIDE as f32 + 0.1);
            }
        }
    }

    #[test]
    fn the_time_for_a_picture_has_a_bound() {
        for (width, height) in [(4000, 3000), (12_000, 9_000), (100_000, 900)] {
            let pixels: f32 =
                tiles(width, height).iter().map(|tile| tile.region.area() * tile.scale * tile.scale).sum();
            assert!(pixels < 1.3 * MOST_PIXELS, "{pixels}");
        }
    }
}
