//! Following faces from frame to frame, so that each keeps its number.

use crate::geometry::Rectangle;
use serde::{Deserialize, Serialize};

/// Milliseconds that a face may be missed for, by a blink of the detector, before its number is free again.
const LONGEST_MISSED: f64 = 600.0;
/// Furthest that a face moves between two frames, in widths of its box.
const FURTHEST_MOVE: f32 = 0.75;
/// Largest ratio of the widths of the same face's boxes in two frames.
const LARGEST_CHANGE: f32 = 1.6;

/// The faces of a video, by number. Numbers start at 0, and the smallest free one is given to a new face.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tracker {
    tracks: Vec<Track>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct Track {
    number: u32,
    bounding_box: Rectangle,
    /// When the face was last found.
    seen: f64,
}

impl Tracker {
    /// The numbers of the faces of the next frame, in the order of their boxes. `time` is the frame's, in milliseconds.
    pub fn follow(&mut self, boxes: &[Rectangle], time: f64) -> Vec<u32> {
        let mut pairs: Vec<(f32, usize, usize)> = Vec::new();
        for (place, track) in self.tracks.iter().enumerate() {
            let likeness = boxes.iter().enumerate();
            pairs.extend(
                likeness.filter_map(|(face, found)| Some((likeness_of(&track.bounding_box, found)?, place, face))),
            );
        }
        pairs.sort_by(|(a, ..), (b, ..)| b.total_cmp(a));
        let mut numbers = vec![None; boxes.len()];
        let mut taken = vec![false; self.tracks.len()];
        for (_, place, face) in pairs {
            // `place` and `face` come from enumerating what the two lists were made from.
            let track = &mut self.tracks[place];
            if !taken[place] && numbers[face].is_none() {
                taken[place] = true;
                *track = Track { bounding_box: boxes[face], seen: time, ..*track };
                numbers[face] = Some(track.number);
            }
        }
        self.tracks.retain(|track| time - track.seen <= LONGEST_MISSED);
        boxes.iter().zip(numbers).map(|(face, number)| number.unwrap_or_else(|| self.begin(*face, time))).collect()
    }

    fn begin(&mut self, bounding_box: Rectangle, time: f64) -> u32 {
        let is_free = |number: &u32| self.tracks.iter().all(|track| track.number != *number);
        // There are fewer tracks than numbers.
        let number = (0..).find(is_free).unwrap_or_default();
        self.tracks.push(Track { number, bounding_box, seen: time });
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
        assert_eq!(tracker.follow(&[face(0.0, 100.0), face(300.0, 90.0)], 0.0), [0, 1]);
        assert_eq!(tracker.follow(&[face(290.0, 105.0), face(12.0, 95.0)], 33.0), [1, 0]);
    }

    #[test]
    fn a_face_that_is_missed_for_a_moment_comes_back_as_itself_however_many_frames_that_is() {
        for step in [20.0, 300.0] {
            let mut tracker = Tracker::default();
            tracker.follow(&[face(0.0, 100.0), face(300.0, 90.0)], 0.0);
            let mut time = 0.0;
            while time + step <= LONGEST_MISSED {
                time += step;
                assert_eq!(tracker.follow(&[face(300.0, 90.0)], time), [1]);
            }
            assert_eq!(tracker.follow(&[face(5.0, 100.0), face(300.0, 90.0)], LONGEST_MISSED + 1.0), [0, 1]);
        }
    }

    #[test]
    fn the_number_of_a_face_that_left_goes_to_the_next_newcomer() {
        let mut tracker = Tracker::default();
        tracker.follow(&[face(0.0, 100.0), face(300.0, 90.0)], 0.0);
        tracker.follow(&[face(300.0, 90.0)], LONGEST_MISSED + 1.0);
        assert_eq!(tracker.follow(&[face(300.0, 90.0), face(600.0, 40.0)], LONGEST_MISSED + 34.0), [1, 0]);
    }

    #[test]
    fn somebody_else_elsewhere_is_a_newcomer() {
        let mut tracker = Tracker::default();
        tracker.follow(&[face(0.0, 100.0)], 0.0);
        assert_eq!(tracker.follow(&[face(400.0, 100.0)], 33.0), [1]);
    }

    #[test]
    fn boxes_without_size_harm_nothing() {
        let mut tracker = Tracker::default();
        assert_eq!(tracker.follow(&[Rectangle::default(), Rectangle::default()], 0.0), [0, 1]);
        assert_eq!(tracker.follow(&[], 33.0), [0; 0]);
    }
}
