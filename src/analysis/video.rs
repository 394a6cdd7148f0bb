//! State carried from frame to frame of a video: identities, the schedule of searches, and the look of the last frame,
//! which tells a cut. It is serialisable, so that any worker can take the next frame.

use super::appearance::{Appearance, FrameLook};
use super::tracking::Who;
use super::{FoundFaces, SearchSchedule, Tracker};
use crate::detection::Expected;
use crate::geometry::Rectangle;
use image::RgbaImage;
use serde::{Deserialize, Serialize};

/// What is remembered of a video from frame to frame: who is who, and where to look next.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Video {
    tracker: Tracker,
    schedule: SearchSchedule,
    last: Option<f64>,
    look: FrameLook,
}

impl Video {
    /// The time of the last frame, in milliseconds; `None` at the beginning.
    pub fn last(&self) -> Option<f64> {
        self.last
    }

    /// Sees the next frame, and returns its mean level of light, 0 to 255. After a cut nothing is left of what was before but who is still there.
    pub fn see(&mut self, frame: &RgbaImage) -> f32 {
        let look = FrameLook::of(frame);
        if self.look.is_cut_from(&look) {
            self.tracker.cut();
            self.schedule = SearchSchedule::default();
        }
        self.look = look;
        self.look.light()
    }

    /// What is expected of the frame of `time`, in milliseconds, which has these `dimensions`, in pixels.
    pub fn expected(&self, dimensions: (u32, u32), time: f64) -> Expected<'_> {
        self.schedule.expected(dimensions, time)
    }

    /// Notes the faces found in the frame of `time`, and tells who they are.
    pub fn note(&mut self, found: &FoundFaces, time: f64) -> Vec<Who> {
        self.last = Some(time);
        let faces: Vec<(Rectangle, Appearance)> =
            found.faces.iter().map(|face| (face.detection.bounding_box, Appearance::of(&face.crop))).collect();
        let who = self.tracker.follow(&faces, time);
        let boxes = faces.into_iter().map(|(bounding_box, _)| bounding_box).collect();
        self.schedule.note(boxes, found.is_followed, found.has_close_look, time);
        who
    }
}
