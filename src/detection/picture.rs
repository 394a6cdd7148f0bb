//! Access to a still picture part by part at full resolution, as it may be too large to be held whole.

use image::{RgbaImage, imageops};

/// A picture of which parts can be had at its full resolution. It may be too large to be held whole.
pub trait Picture {
    /// Width and height in pixels.
    fn dimensions(&self) -> (u32, u32);

    /// The pixels of a part, which lies within the picture.
    ///
    /// # Errors
    /// Says why they cannot be read.
    fn part(&self, part: Part) -> Result<RgbaImage, PictureError>;
}

/// A part of a picture, in its pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Left edge.
    pub x: u32,
    /// Top edge.
    pub y: u32,
    /// Width; not zero.
    pub width: u32,
    /// Height; not zero.
    pub height: u32,
}

/// A part of a picture cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("a part of the picture cannot be read: {0}")]
pub struct PictureError(pub String);

impl Picture for RgbaImage {
    fn dimensions(&self) -> (u32, u32) {
        self.dimensions()
    }

    fn part(&self, part: Part) -> Result<RgbaImage, PictureError> {
        Ok(imageops::crop_imm(self, part.x, part.y, part.width, part.height).to_image())
    }
}

impl Part {
    /// The part of a picture of these dimensions from `start` to `end`, in its pixels and not beyond them; `None` where the two
    /// have nothing in common.
    pub fn within((width, height): (u32, u32), start: [f32; 2], end: [f32; 2]) -> Option<Self> {
        // Casts of floats saturate, at zero too.
        let [x, y] = start.map(|place| place.floor() as u32);
        let [right, bottom] = [end[0].ceil() as u32, end[1].ceil() as u32];
        let (right, bottom) = (right.min(width), bottom.min(height));
        (x < right && y < bottom).then(|| Self { x, y, width: right - x, height: bottom - y })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_lies_within_its_picture() {
        let part = |start, end| Part::within((100, 50), start, end);
        assert_eq!(part([9.5, -3.0], [20.2, 70.0]), Some(Part { x: 9, y: 0, width: 12, height: 50 }));
        assert_eq!(part([100.0, 0.0], [120.0, 10.0]), None);
        assert_eq!(part([-9.0, 0.0], [-1.0, 10.0]), None);
        assert_eq!(part([f32::NAN; 2], [f32::NAN; 2]), None);
    }
}
