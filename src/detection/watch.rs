//! Looking for the faces of a video's frames.
//!
//! A look at the whole frame does not show small faces. Tiles of it do, one at a time, by turns; from then on closer looks at where
//! they were keep them.

use super::detector::{FaceDetector, SURE_SCORE};
use super::error::DetectorError;
use super::search::{CONFIRMED_SCORE, Sources, is_new};
use super::tiles::Tile;
use super::turn::Turn;
use super::{Detection, largest_first};
use crate::geometry::Rectangle;
use image::RgbaImage;

/// Most faces of the last frame that are looked for where they were: a bound on the time that a frame takes.
const MOST_LOOKED_FOR: usize = 8;

/// What is expected of a video's frame.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Expected<'a> {
    /// Where the faces of the last frame were.
    pub boxes: &'a [Rectangle],
    /// Whether it will do to look only there if all are found again.
    pub may_follow: bool,
    /// What else is looked at closely, for small faces.
    pub tile: Option<Tile>,
}

impl FaceDetector {
    /// The faces of a video's `frame`, the largest first, and whether they were only followed.
    ///
    /// # Errors
    /// When the frame has no pixels or the device fails.
    pub async fn watch(
        &self,
        frame: &RgbaImage,
        expected: &Expected<'_>,
    ) -> Result<(Vec<Detection>, bool), DetectorError> {
        let followed = if expected.may_follow { self.follow(frame, expected.boxes) } else { None };
        let is_followed = followed.is_some();
        let sources = Sources::of_frame(frame);
        let mut found = match followed {
            Some(found) => found,
            None => {
                let mut found = self.detect(frame).await?;
                self.look_again(&sources, expected.boxes, &mut found)?;
                found
            }
        };
        if let Some(tile) = &expected.tile {
            self.search_tile(&sources, tile, Turn::None, SURE_SCORE, &mut found)?;
        }
        Ok((largest_first(found), is_followed))
    }

    /// Adds the faces that closer looks show where some were and none has been found.
    fn look_again(
        &self,
        sources: &Sources<RgbaImage>,
        boxes: &[Rectangle],
        found: &mut Vec<Detection>,
    ) -> Result<(), DetectorError> {
        for bounding_box in boxes.iter().take(MOST_LOOKED_FOR) {
            let before = Detection { bounding_box: *bounding_box, ..Detection::default() };
            if is_new(&before, found)
                && let Some(face) = self.look_closer(&sources.closer_view(&before)?, &before, Turn::None)
                && face.score >= CONFIRMED_SCORE
                && is_new(&face, found)
            {
                found.push(face);
            }
        }
        Ok(())
    }
}
