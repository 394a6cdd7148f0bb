//! Finds faces in a frame: BlazeFace for 256 pixels (Bazarevsky, Kartynnik, Vakunov, Raveendran, Grundmann,
//! "BlazeFace: Sub-millisecond Neural Face Detection on Mobile GPUs", arXiv 1907.05047).
//!
//! A frame is shrunk to the network's input, the answers are decoded with the anchors that they belong to, and
//! answers about the same face are blended.

mod anchors;
#[cfg(feature = "burn")]
mod blazeface;
#[cfg(feature = "burn")]
mod burn_detector;
mod cpu_detector;
mod decode;
mod detector;
mod error;
mod layout;
mod letterbox;
mod picture;
mod search;
mod suppression;
mod tiles;
mod turn;
mod watch;

#[cfg(feature = "burn")]
pub use blazeface::{BlazeBlock, BlazeFace, SeparableConv};
pub use detector::FaceDetector;
pub use error::DetectorError;
pub use letterbox::{DETECTOR_SIDE, input_shape};
pub use picture::{Part, Picture, PictureError};
pub use search::Progress;
pub use tiles::{Tile, tiles_of_video};
pub use watch::Expected;

use crate::geometry::{Point, Rectangle, Similarity};
use serde::{Deserialize, Serialize};

/// A face that was found. All lengths are in pixels of the frame; a face at the border may reach beyond it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Detection {
    /// From the brows to the chin and from cheek to cheek.
    pub bounding_box: Rectangle,
    /// The key points, indexed by [`KeyPoint`].
    pub key_points: [Point; KeyPoint::COUNT],
    /// How sure the network is that this is a face, 0 to 1.
    pub score: f32,
}

/// The places of a face that the network points at. Sides are those of the person, so the right eye is on the left of a
/// picture that is not mirrored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyPoint {
    /// Centre of the right eye.
    RightEye = 0,
    /// Centre of the left eye.
    LeftEye = 1,
    /// Tip of the nose.
    Nose = 2,
    /// Centre of the mouth.
    Mouth = 3,
    /// Right ear, at the tragion.
    RightEar = 4,
    /// Left ear, at the tragion.
    LeftEar = 5,
}

impl KeyPoint {
    /// Number of key points.
    pub const COUNT: usize = 6;
}

impl Detection {
    /// Where the network points for `key_point`.
    pub fn key_point(&self, key_point: KeyPoint) -> Point {
        self.key_points[key_point as usize] // the array has a place for every variant
    }

    /// The detection in the coordinates that `transform`, which turns by quarters at most, leads to.
    pub(crate) fn moved(&self, transform: &Similarity) -> Self {
        let Rectangle { x, y, width, height } = self.bounding_box;
        let corners = [(x, y), (x + width, y + height)].map(|(x, y)| transform.apply(Point { x, y }));
        let [from, to] = corners;
        let (x, y) = (from.x.min(to.x), from.y.min(to.y));
        Self {
            bounding_box: Rectangle { x, y, width: (to.x - from.x).abs(), height: (to.y - from.y).abs() },
            key_points: self.key_points.map(|point| transform.apply(point)),
            score: self.score,
        }
    }
}

fn largest_first(mut faces: Vec<Detection>) -> Vec<Detection> {
    faces.sort_by(|a, b| b.bounding_box.area().total_cmp(&a.bounding_box.area()));
    faces
}
