//! The shape of BlazeFace.

/// Values that the network gives for each anchor: the score's logit, the box (centre and size) and six key points.
pub(super) const VALUES_PER_ANCHOR: usize = 1 + 4 + 12;

/// Anchors in each cell of the fine grid and of the coarse one.
pub(super) const FINE_ANCHORS: usize = 2;
pub(super) const COARSE_ANCHORS: usize = 6;

/// Channels of the stem and of the blocks, while maps have a half, a quarter, an eighth and a sixteenth of the image's width.
const WIDTHS: [usize; 4] = [FIRST_WIDTH, 24, 48, LAST_WIDTH];
pub(super) const FIRST_WIDTH: usize = 24;
pub(super) const LAST_WIDTH: usize = 96;
/// Side of the stem's kernel, and of those of all other convolutions that see more than one pixel.
pub(super) const STEM_KERNEL: usize = 5;
pub(super) const KERNEL: usize = 3;

/// Channels that go in and come out, and the stride, of each block.
pub(super) fn block_shapes() -> impl Iterator<Item = ([usize; 2], usize)> {
    const BLOCKS_BETWEEN: usize = 7;
    let inputs = [FIRST_WIDTH].into_iter().chain(WIDTHS);
    inputs.zip(WIDTHS).enumerate().flat_map(|(stage, (before, width))| {
        let halving = (stage > 0).then_some(([before, width], 2));
        halving.into_iter().chain(std::iter::repeat_n(([width, width], 1), BLOCKS_BETWEEN))
    })
}
