//! When a video's faces are only followed, and when the whole frame is looked at.

use crate::geometry::Rectangle;
use serde::{Deserialize, Serialize};

/// Milliseconds after which somebody new is looked for.
const LONGEST_FOLLOWED: f64 = 350.0;
/// Milliseconds for which the whole frame is looked at each time after following has failed: it would likely fail again.
const WARY: f64 = 200.0;

/// Where the faces of a video were last, and when its whole frame was looked at.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Attention {
    boxes: Vec<Rectangle>,
    /// When the whole frame was last looked at because its turn had come, and when because following had failed.
    looked: Option<f64>,
    failed: Option<f64>,
}

impl Attention {
    /// Where to look for the faces of the frame of `time`, in milliseconds; nowhere if the whole frame is to be looked at.
    pub fn boxes(&self, time: f64) -> &[Rectangle] {
        let is_within =
            |since: Option<f64>, most: f64| since.is_some_and(|since| (0.0..most).contains(&(time - since)));
        if is_within(self.looked, LONGEST_FOLLOWED) && !is_within(self.failed, WARY) { &self.boxes } else { &[] }
    }

    /// Notes the faces of a frame, and whether they were only followed.
    pub fn note(&mut self, boxes: Vec<Rectangle>, is_followed: bool, time: f64) {
        if !is_followed {
            if !self.boxes(time).is_empty() {
                self.failed = Some(time);
            }
            self.looked = Some(time);
        }
        self.boxes = boxes;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACE: Rectangle = Rectangle { x: 1.0, y: 2.0, width: 3.0, height: 3.0 };

    #[test]
    fn the_whole_frame_is_looked_at_first_and_every_so_often_at_any_pace() {
        for step in [10.0, 33.0, 200.0] {
            let mut attention = Attention::default();
            assert!(attention.boxes(0.0).is_empty());
            attention.note(vec![FACE], false, 0.0);
            let mut time = step;
            while time < LONGEST_FOLLOWED {
                assert_eq!(attention.boxes(time), [FACE]);
                attention.note(vec![FACE], true, time);
                time += step;
            }
            assert!(attention.boxes(time).is_empty());
            attention.note(vec![FACE], false, time);
            assert_eq!(attention.boxes(time + step), [FACE]);
        }
    }

    #[test]
    fn what_could_not_be_followed_is_not_followed_for_a_while() {
        let mut attention = Attention::default();
        attention.note(vec![FACE], false, 0.0);
        attention.note(vec![FACE], false, 33.0);
        assert!(attention.boxes(66.0).is_empty());
        attention.note(vec![FACE], false, 66.0);
        assert_eq!(attention.boxes(33.0 + WARY), [FACE]);
    }
}
