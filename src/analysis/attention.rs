//! When a video's faces are only followed, and when the whole frame is looked at.

use crate::geometry::Rectangle;

/// Frames after which somebody new is looked for.
const MOST_FOLLOWED: u32 = 10;

/// Where the faces of a video were last, and how long ago its whole frame was looked at.
#[derive(Clone, Debug, Default)]
pub struct Attention {
    boxes: Vec<Rectangle>,
    followed: u32,
}

impl Attention {
    /// Where to look for the faces of the next frame; nowhere if the whole frame is to be looked at.
    pub fn boxes(&self) -> &[Rectangle] {
        if self.followed < MOST_FOLLOWED { &self.boxes } else { &[] }
    }

    /// Notes the faces of a frame, and whether they were only followed.
    pub fn note(&mut self, boxes: Vec<Rectangle>, is_followed: bool) {
        self.followed = if is_followed { self.followed + 1 } else { 0 };
        self.boxes = boxes;
    }

    /// Forgets all faces: the next frame is of another video.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_frame_is_looked_at_first_and_every_so_often() {
        let face = Rectangle { x: 1.0, y: 2.0, width: 3.0, height: 3.0 };
        let mut attention = Attention::default();
        assert!(attention.boxes().is_empty());
        attention.note(vec![face], false);
        for _ in 0..MOST_FOLLOWED {
            assert_eq!(attention.boxes(), [face]);
            attention.note(vec![face], true);
        }
        assert!(attention.boxes().is_empty());
        attention.note(vec![face], false);
        assert_eq!(attention.boxes(), [face]);
        attention.forget();
        assert!(attention.boxes().is_empty());
    }
}
