//! Colours for evidence: from *nothing speaks for it* to *this speaks for it most*.

use serde::{Deserialize, Serialize};

/// Opacity of the strongest evidence, 0 to 1: the face must stay visible below.
const STRONGEST_OPACITY: f32 = 0.9;
/// Evidence that shows as strongly as it can.
const STRONGEST: f32 = 0.8;

/// A row of colours whose lightness grows evenly, so that it also reads without colour vision and in grey. All three come
/// from matplotlib (CC0).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Palette {
    /// Violet, green, yellow (Smith and van der Walt, 2015). Its green and yellow stand out from skin.
    #[default]
    Viridis,
    /// Black, red, yellow (Smith and van der Walt, 2015).
    Inferno,
    /// Blue, grey, yellow: nearly the same with and without colour vision (Nuñez, Anderton, Renslow, 2018).
    Cividis,
}

/// Ten equidistant points of a palette.
type Points = [[u8; 3]; 10];

const VIRIDIS: Points = [
    [0x44, 0x01, 0x54],
    [0x48, 0x28, 0x78],
    [0x3e, 0x4a, 0x89],
    [0x31, 0x68, 0x8e],
    [0x26, 0x82, 0x8e],
    [0x1f, 0x9e, 0x89],
    [0x35, 0xb7, 0x79],
    [0x6d, 0xcd, 0x59],
    [0xb4, 0xde, 0x2c],
    [0xfd, 0xe7, 0x25],
];
const INFERNO: Points = [
    [0x00, 0x00, 0x04],
    [0x1b, 0x0c, 0x41],
    [0x4a, 0x0c, 0x6b],
    [0x78, 0x1c, 0x6d],
    [0xa5, 0x2c, 0x60],
    [0xcf, 0x44, 0x46],
    [0xed, 0x69, 0x25],
    [0xfb, 0x9b, 0x06],
    [0xf7, 0xd1, 0x3d],
    [0xfc, 0xff, 0xa4],
];
const CIVIDIS: Points = [
    [0x00, 0x22, 0x4e],
    [0x12, 0x35, 0x70],
    [0x3b, 0x49, 0x6c],
    [0x57, 0x5d, 0x6d],
    [0x70, 0x71, 0x73],
    [0x8a, 0x86, 0x78],
    [0xa5, 0x9c, 0x74],
    [0xc3, 0xb3, 0x69],
    [0xe1, 0xcc, 0x55],
    [0xfe, 0xe8, 0x38],
];

impl Palette {
    /// All palettes.
    pub const ALL: [Self; 3] = [Self::Viridis, Self::Inferno, Self::Cividis];

    /// The name in lower case, as used in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Viridis => "viridis",
            Self::Inferno => "inferno",
            Self::Cividis => "cividis",
        }
    }

    /// The colour of `evidence` (0 to 1, clamped), red, green and blue.
    ///
    /// ```
    /// use visage::heat_palette::Palette;
    ///
    /// let [little, much] = [0.0, 1.0].map(|evidence| Palette::Viridis.colour(evidence));
    /// assert!(little[0] < much[0] && little[1] < much[1], "from violet to yellow");
    /// ```
    pub fn colour(self, evidence: f32) -> [u8; 3] {
        let points = match self {
            Self::Viridis => &VIRIDIS,
            Self::Inferno => &INFERNO,
            Self::Cividis => &CIVIDIS,
        };
        let last = points.len() - 1;
        // A NaN clamps to NaN and casts to index 0.
        let position = evidence.clamp(0.0, 1.0) * last as f32;
        let index = (position as usize).min(last - 1);
        let fraction = position - index as f32;
        let (low, high) = (points[index], points[index + 1]); // index < last by the line above
        std::array::from_fn(|channel| {
            let (from, to) = (f32::from(low[channel]), f32::from(high[channel]));
            (from + (to - from) * fraction).round() as u8
        })
    }

    /// [`translucent`](Self::translucent) for every level of a byte, from nothing (0) to the most (255).
    pub fn translucent_levels(self) -> [[u8; 4]; 256] {
        std::array::from_fn(|level| self.translucent(level as f32 / 255.0))
    }

    /// The colour with an alpha that grows in proportion to the evidence, from nothing to nearly opaque: little evidence leaves the
    /// picture alone, much is seen from afar.
    pub fn translucent(self, evidence: f32) -> [u8; 4] {
        let [red, green, blue] = self.colour(evidence);
        // A NaN clamps to NaN and casts to 0.
        let share = (evidence / STRONGEST).clamp(0.0, 1.0);
        [red, green, blue, (255.0 * STRONGEST_OPACITY * share).round() as u8]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance of a colour, 0 to 255 (ITU-R BT.709, without gamma).
    fn luminance([red, green, blue]: [u8; 3]) -> f32 {
        0.2126 * f32::from(red) + 0.7152 * f32::from(green) + 0.0722 * f32::from(blue)
    }

    #[test]
    fn the_ends_are_those_of_the_palette_and_nothing_lies_beyond() {
        assert_eq!(Palette::Viridis.translucent(0.0), [0x44, 0x01, 0x54, 0]);
        assert_eq!(Palette::Viridis.translucent(1.0), [0xfd, 0xe7, 0x25, 230]);
        for palette in Palette::ALL {
            assert_eq!(palette.translucent(7.0), palette.translucent(1.0));
            assert_eq!(palette.translucent(-7.0), palette.translucent(0.0));
            assert_eq!(palette.translucent(f32::NAN)[3], 0);
        }
    }

    #[test]
    fn little_is_transparent_and_much_nearly_opaque() {
        let alpha = |evidence: f32| Palette::Viridis.translucent(evidence)[3];
        assert_eq!(alpha(0.0), 0);
        assert!(alpha(0.15) < 50 && alpha(0.75) > 200, "{} {}", alpha(0.15), alpha(0.75));
        let levels: Vec<u8> = (0..=20).map(|step| alpha(step as f32 / 20.0)).collect();
        assert!(levels.is_sorted());
    }

    #[test]
    fn lightness_grows_with_the_evidence() {
        for palette in Palette::ALL {
            let levels: Vec<f32> = (0..=50).map(|step| luminance(palette.colour(step as f32 / 50.0))).collect();
            assert!(levels.is_sorted_by(|less, more| less < more), "{palette:?}: {levels:?}");
        }
    }
}
