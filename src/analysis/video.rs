use super::{Attention, Tracker};
use crate::geometry::Rectangle;
use serde::{Deserialize, Serialize};

/// What is remembered of a video from frame to frame: which face is which, and where to look next.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Video {
    tracker: Tracker,
    attention: Attention,
    last: Option<f64>,
}

impl Video {
    /// The time of the last frame, in milliseconds; `None` at the beginning.
    pub fn last(&self) -> Option<f64> {
        self.last
    }

    /// Where the faces of the frame of `time`, in milliseconds, may be looked for; nowhere if the whole frame is to be looked at.
    pub fn boxes(&self, time: f64) -> &[Rectangle] {
        self.attention.boxes(time)
    }

    /// The numbers of the faces of that frame, which are in these boxes and were followed or found.
    pub fn note(&mut self, boxes: Vec<Rectangle>, is_followed: bool, time: f64) -> Vec<u32> {
        self.last = Some(time);
        let numbers = self.tracker.follow(&boxes, time);
        self.attention.note(boxes, is_followed, time);
        numbers
    }
}
