//! Following faces from frame to frame, so that each keeps its number.

use crate::geometry::Rectangle;

/// Frames that a face may be missed in, by a blink of the detector, before its number is free again.
const MOST_MISSED: u32 = 5;
/// Furthest that a face moves between two frames, in widths of its box.
const FURTHEST_MOVE: f32 = 0.75;
/// Largest ratio of the widths of the same face's boxes in two frames.
const LARGEST_CHANGE: f32 = 1.6;

/// The faces of a video, by number. Numbers start at 0, and the smallest free one is given to a new face.
#[derive(Clone, Debug, Default)]
pub struct Tracker {
    tracks: Vec<Track>,
}

#[derive(Clone, Copy, Debug)]
struct Track {
    number: u32,
    bounding_box: Rectangle,
    missed: u32,
}

impl Tracker {
    /// The numbers of the faces of the next frame, in the order of their boxes.
    pub fn follow(&mut self, boxes: &[Rectangle]) -> Vec<u32> {
        let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
        for (place, track) in self.tracks.iter().enumerate() {
            let likeness = boxes.iter().enumerate();
            pairs.extend(
                likeness.filter_map(|(face, found)| Some((likeness_of(&track.bounding_box, found)?, place, face))),
            );
        }
        pairs.sort_by(|(a, ..), (b, ..)| b.total_cmp(a));
        let mut numbers = vec![None; boxes.len()];
        let mut seen = vec![false; self.tracks.len()];
        for (_, place, face) in pairs {
            // `place` and `face` come from enumerating what the two lists were made from.
            if !seen[place] && numbers[face].is_none() {
                seen[place] = true;
                numbers[face] = Some(self.tracks[place].number);
                self.tracks[place].bounding_box = boxes[face];
            }
        }
        for (track, seen) in self.tracks.iter_mut().zip(seen) {
            track.missed = if seen { 0 } else { track.missed + 1 };
        }
        self.tracks.retain(|track| track.missed <= MOST_MISSED);
        boxes.iter().zip(numbers).map(|(face, number)| number.unwrap_or_else(|| self.begin(*face))).collect()
    }

    /// Forgets all faces: the next frame is of another video.
    pub fn forget(&mut self) {
        self.tracks.clear();
    }

    fn begin(&mut self, bounding_box: Rectangle) -> u32 {
        let is_free = |number: &u32| self.tracks.iter().all(|track| track.number != *number);
        // There are fewer tracks than numbers.
        let number = (0..).find(is_free).unwrap_or_default();
        self.tracks.push(Track { number, bounding_box, missed: 0 });
        number
    }
}

/// How well two boxes of neighbouring frames may be the same face's; `None` where they cannot.
fn likeness_of(before: &Rectangle, after: &Rectangle) -> Option<f32> {
    let width = (before.width + after.width) / 2.0;
    let (from, to) = (before.centre(), after.centre());
    let moved = (to.x - from.x).hypot(to.y - from.y) / width;
    let change = before.width.max(after.width) / before.width.min(after.width);
    let is_possible = moved <= FURTHEST_MOVE && change <= LARGEST_CHANGE;
    is_possible.then(|| before.intersection_over_union(after) + 0.5 * (1.0 - moved))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn face(x: f32, width: f32) -> Rectangle {
        Rectangle { x, y: 50.0, width, height: width }
    }

    #[test]
    fn faces_keep_their_numbers_when_their_order_changes() {
        let mut tracker = Tracker::default();
        assert_eq!(tracker.follow(&[face(0.0, 100.0), face(300.0, 90.0)]), [0, 1]);
        assert_eq!(tracker.follow(&[face(290.0, 105.0), face(12.0, 95.0)]), [1, 0]);
    }

    #[test]
    fn a_face_that_is_missed_for_a_moment_comes_back_as_itself() {
        let mut tracker = Tracker::default();
        tracker.follow(&[face(0.0, 100.0), face(300.0, 90.0)]);
        for _ in 0..MOST_MISSED {
            assert_eq!(tracker.follow(&[face(300.0, 90.0)]), [1]);
        }
        assert_eq!(tracker.follow(&[face(5.0, 100.0), face(300.0, 90.0)]), [0, 1]);
    }

    #[test]
    fn the_number_of_a_face_that_left_goes_to_the_next_newcomer() {
        let mut tracker = Tracker::default();
        tracker.follow(&[face(0.0, 100.0), face(300.0, 90.0)]);
        for _ in 0..=MOST_MISSED {
            tracker.follow(&[face(300.0, 90.0)]);
        }
        assert_eq!(tracker.follow(&[face(300.0, 90.0), face(600.0, 40.0)]), [1, 0]);
    }

    #[test]
    fn somebody_else_elsewhere_is_a_newcomer() {
        let mut tracker = Tracker::default();
        tracker.follow(&[face(0.0, 100.0)]);
        assert_eq!(tracker.follow(&[face(400.0, 100.0)]), [1]);
        tracker.forget();
        assert_eq!(tracker.follow(&[face(400.0, 100.0)]), [0]);
    }

    #[test]
    fn boxes_without_size_harm_nothing() {
        let mut tracker = Tracker::default();
        assert_eq!(tracker.follow(&[Rectangle::default(), Rectangle::default()]), [0, 1]);
        assert_eq!(tracker.follow(&[]), [0; 0]);
    }
}
