//! What the lesson lays on the face while it is pointed at.

use crate::heat_palette::Palette;

/// Something of the lesson, shown where it belongs: on the face.
#[derive(Clone, Debug, PartialEq)]
pub enum Spotlight {
    /// A map inside the network, over the crop that the network reads.
    Map {
        /// The map's width and height.
        side: u32,
        /// The map's levels, rows from top to bottom.
        levels: Vec<u8>,
        /// What the levels mean.
        colouring: Colouring,
    },
    /// The cells of a map, as lines over the crop.
    Grid {
        /// Cells from side to side.
        side: u32,
    },
    /// The detector's anchors of one grid.
    Anchors {
        /// Width of the grid's cells in pixels of the detector's input.
        cell: u8,
    },
    /// The points that the detector finds on the face.
    KeyPoints,
}

/// How levels become colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colouring {
    /// From nothing (0) to the most (255).
    Strength(Palette),
    /// 128 is nothing; orange above, blue below.
    Sign,
}

impl Colouring {
    /// The colour of a level: red, green and blue.
    pub fn colour(self, level: u8) -> [u8; 3] {
        match self {
            Self::Strength(palette) => palette.colour(f32::from(level) / 255.0),
            // On white.
            Self::Sign => end(level).map(|channel| (255.0 + (channel - 255.0) * strength(level).abs()) as u8),
        }
    }

    /// The colours of all levels over a picture: red, green, blue and opacity. What says nothing is transparent.
    pub fn translucent_levels(self) -> [[u8; 4]; 256] {
        match self {
            Self::Strength(palette) => palette.translucent_levels(),
            Self::Sign => std::array::from_fn(|level| {
                let level = level as u8; // one of 256
                let [red, green, blue] = end(level).map(|channel| channel as u8);
                [red, green, blue, (230.0 * strength(level).abs()) as u8]
            }),
        }
    }
}

/// From -1 for the most against to 1 for the most in favour.
fn strength(level: u8) -> f32 {
    (f32::from(level) - 128.0) / 127.0
}

/// Okabe and Ito's vermilion in favour and blue against.
fn end(level: u8) -> [f32; 3] {
    if level > 128 { [213.0, 94.0, 0.0] } else { [0.0, 114.0, 178.0] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_white_on_paper_and_transparent_on_a_face() {
        assert_eq!(Colouring::Sign.colour(128), [255, 255, 255]);
        assert_eq!(Colouring::Sign.translucent_levels()[128][3], 0);
        assert_eq!(Colouring::Sign.colour(255), [213, 94, 0]);
        assert_eq!(Colouring::Sign.translucent_levels()[255], [213, 94, 0, 230]);
        assert_eq!(Colouring::Sign.translucent_levels()[1], [0, 114, 178, 230]);
        assert_eq!(Colouring::Strength(Palette::Viridis).translucent_levels()[0][3], 0);
    }
}
