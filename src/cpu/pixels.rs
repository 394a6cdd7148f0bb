//! Pixels of a map, or of a part of one, in blocks of channels.

/// Channels that are worked on at once: two vectors of four floats.
pub(super) const LANES: usize = 8;

/// A pixel's channels of one block.
pub(super) type Lanes = [f32; LANES];

/// Pixels to be read: a block of channels after the other, each `pitch` pixels after the last, of which `count` are meant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pixels<'a> {
    /// Values from the first pixel of the first block on.
    pub values: &'a [Lanes],
    /// Pixels from the start of one block to that of the next.
    pub pitch: usize,
    /// Number of pixels in each block.
    pub count: usize,
}

impl<'a> Pixels<'a> {
    /// The pixels of a block of channels from pixel `first` on; what follows the last one is not meant. Empty where there is none.
    #[inline(always)]
    pub(super) fn from(&self, block: usize, first: usize) -> &'a [Lanes] {
        self.values.get(block * self.pitch + first..).unwrap_or_default()
    }
}

/// Pixels to be written; see [`Pixels`].
#[derive(Debug)]
pub(super) struct PixelsMut<'a> {
    /// Values from the first pixel of the first block on.
    pub values: &'a mut [Lanes],
    /// Pixels from the start of one block to that of the next.
    pub pitch: usize,
    /// Number of pixels in each block.
    pub count: usize,
}

impl PixelsMut<'_> {
    /// The pixels of each block.
    pub(super) fn blocks(&mut self) -> impl Iterator<Item = &mut [Lanes]> {
        let count = self.count;
        self.values.chunks_mut(self.pitch.max(1)).filter_map(move |block| block.get_mut(..count))
    }
}

/// Room for pixels between two steps of a computation.
#[derive(Debug)]
pub(super) struct Workspace {
    values: Vec<Lanes>,
    pitch: usize,
}

/// Pixels between the blocks of a workspace. Blocks that are 4,096 bytes apart, as 128 pixels are, share one set of the first
/// cache, and drive each other out.
const GAP: usize = 2;

impl Workspace {
    /// A workspace for `pixels` pixels of `channels` channels.
    pub(super) fn new(pixels: usize, channels: usize) -> Self {
        let pitch = pixels + GAP;
        Self { values: vec![[0.0; LANES]; pitch * channels.div_ceil(LANES)], pitch }
    }

    /// The first `count` pixels.
    pub(super) fn pixels(&self, count: usize) -> Pixels<'_> {
        Pixels { values: &self.values, pitch: self.pitch, count }
    }

    /// `count` pixels from pixel `first` on, to be written.
    pub(super) fn pixels_mut(&mut self, first: usize, count: usize) -> PixelsMut<'_> {
        PixelsMut { values: self.values.get_mut(first..).unwrap_or_default(), pitch: self.pitch, count }
    }
}
