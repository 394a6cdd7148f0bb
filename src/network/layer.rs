//! The layers at which maps are shown and explained: the ends of the trunk's five stages.

/// A place in the trunk whose map can be looked at: the end of a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layer {
    /// 56 x 56 pixels, 16 channels.
    Stage1,
    /// 28 x 28 pixels, 24 channels.
    Stage2,
    /// 14 x 14 pixels, 40 channels.
    Stage3,
    /// 7 x 7 pixels, 80 channels.
    Stage4,
    /// 7 x 7 pixels, 112 channels: the last map that all attributes share.
    Stage5,
}

impl Layer {
    /// All layers, from the image on.
    pub const ALL: [Self; 5] = [Self::Stage1, Self::Stage2, Self::Stage3, Self::Stage4, Self::Stage5];
    /// The layer that a heat map is taken at unless another is asked for: the trunk's last, where maps mean most
    /// (Selvaraju et al., ICCV 2017, section 3).
    pub const DEFAULT: Self = Self::Stage5;

    /// The name used in files of figures.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stage1 => "stage1",
            Self::Stage2 => "stage2",
            Self::Stage3 => "stage3",
            Self::Stage4 => "stage4",
            Self::Stage5 => "stage5",
        }
    }

    /// Width and height of the layer's map in pixels.
    pub fn side(self) -> u32 {
        match self {
            Self::Stage1 => 56,
            Self::Stage2 => 28,
            Self::Stage3 => 14,
            Self::Stage4 | Self::Stage5 => 7,
        }
    }

    /// Number of stages up to and with this one.
    #[cfg(feature = "inference")]
    pub(crate) fn stages(self) -> usize {
        self as usize + 1
    }
}
