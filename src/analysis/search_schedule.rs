//! When a video's faces are only followed, when the whole frame is looked at, and which part of it closely.

use crate::detection::{Expected, tiles_of_video};
use crate::geometry::Rectangle;
use serde::{Deserialize, Serialize};

/// Milliseconds after which somebody new is looked for.
const LONGEST_FOLLOWED: f64 = 350.0;
/// Milliseconds for which the whole frame is looked at each time after following has failed: it would likely fail again.
const WARY: f64 = 200.0;
/// Milliseconds in which every tile of a frame has its turn: so long does a small face remain unseen.
const ROUND: f64 = 900.0;

/// Where the faces of a video were last, and when its frames were looked at.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SearchSchedule {
    boxes: Vec<Rectangle>,
    /// When the whole frame was last looked at because its turn had come, and when because following had failed.
    looked: Option<f64>,
    failed: Option<f64>,
    /// How many tiles were looked at, and when the last one was, or the first frame.
    tiles: usize,
    looked_closely: Option<f64>,
}

impl SearchSchedule {
    /// What is expected of the frame of `time`, in milliseconds, which has these `dimensions`, in pixels.
    pub fn expected(&self, dimensions: (u32, u32), time: f64) -> Expected<'_> {
        let (width, height) = dimensions;
        let tiles = tiles_of_video(width, height);
        let is_due =
            self.looked_closely.is_some_and(|since| !(0.0..ROUND / tiles.len() as f64).contains(&(time - since)));
        let tile = tiles.get(self.tiles.checked_rem(tiles.len()).unwrap_or_default()).filter(|_| is_due);
        Expected { boxes: &self.boxes, may_follow: self.may_follow(time), tile: tile.copied() }
    }

    fn may_follow(&self, time: f64) -> bool {
        let is_within =
            |since: Option<f64>, most: f64| since.is_some_and(|since| (0.0..most).contains(&(time - since)));
        is_within(self.looked, LONGEST_FOLLOWED) && !is_within(self.failed, WARY)
    }

    /// Notes the faces of a frame, whether they were only followed, and whether a tile was looked at as well.
    pub fn note(&mut self, boxes: Vec<Rectangle>, is_followed: bool, has_close_look: bool, time: f64) {
        if !is_followed {
            if self.may_follow(time) && !self.boxes.is_empty() {
                self.failed = Some(time);
            }
            self.looked = Some(time);
        }
        if has_close_look {
            self.tiles = self.tiles.wrapping_add(1);
        }
        if has_close_look || self.looked_closely.is_none() {
            self.looked_closely = Some(time);
        }
        self.boxes = boxes;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACE: Rectangle = Rectangle { x: 1.0, y: 2.0, width: 3.0, height: 3.0 };
    const SIZE: (u32, u32) = (640, 480);

    #[test]
    fn the_whole_frame_is_looked_at_first_and_every_so_often_at_any_pace() {
        for step in [10.0, 33.0, 200.0] {
            let mut schedule = SearchSchedule::default();
            assert!(!schedule.expected(SIZE, 0.0).may_follow);
            schedule.note(vec![FACE], false, false, 0.0);
            let mut time = step;
            while time < LONGEST_FOLLOWED {
                let expected = schedule.expected(SIZE, time);
                assert!(expected.may_follow);
                assert_eq!(expected.boxes, [FACE]);
                schedule.note(vec![FACE], true, false, time);
                time += step;
            }
            let expected = schedule.expected(SIZE, time);
            assert!(!expected.may_follow, "somebody new may have come");
            assert_eq!(expected.boxes, [FACE], "who is too small for a look at the whole is looked for all the same");
            schedule.note(vec![FACE], false, false, time);
            assert!(schedule.expected(SIZE, time + step).may_follow);
        }
    }

    #[test]
    fn what_could_not_be_followed_is_not_followed_for_a_while() {
        let mut schedule = SearchSchedule::default();
        schedule.note(vec![FACE], false, false, 0.0);
        schedule.note(vec![FACE], false, false, 33.0);
        assert!(!schedule.expected(SIZE, 66.0).may_follow);
        schedule.note(vec![FACE], false, false, 66.0);
        assert!(schedule.expected(SIZE, 33.0 + WARY).may_follow);
    }

    #[test]
    fn every_tile_has_its_turn_within_a_second_and_none_in_the_first_frame() {
        for size in [(1280, 720), (1280, 960)] {
            let all = tiles_of_video(size.0, size.1);
            assert!(!all.is_empty());
            let mut schedule = SearchSchedule::default();
            let mut seen = Vec::new();
            for frame in 0..=30 {
                let time = f64::from(frame) * 33.0;
                let tile = schedule.expected(size, time).tile;
                assert!(frame > 0 || tile.is_none(), "the first answer does not wait");
                seen.extend(tile);
                schedule.note(vec![], false, tile.is_some(), time);
            }
            assert_eq!(seen, all, "each once");
        }
    }

    #[test]
    fn a_frame_that_one_look_sees_well_has_no_tiles() {
        let mut schedule = SearchSchedule::default();
        schedule.note(vec![], false, false, 0.0);
        assert_eq!(schedule.expected(SIZE, 5_000.0).tile, None);
    }
}
