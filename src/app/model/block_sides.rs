//! How many cells the maps between the network's blocks have.

use crate::protocol::{BlockPart, BlockShape};

/// The side length of each block's output, in the order of `blocks`. `layers` has that of each stage's end; a branch goes on from
/// the last of them, and its strides round up, as their padding does.
pub fn block_sides(layers: &[u32], blocks: &[BlockShape]) -> Vec<u32> {
    let end_of_trunk = layers.last().copied().unwrap_or_default();
    let mut before = None::<(BlockPart, u32)>;
    let side = |block: &BlockShape| {
        let side = match block.part {
            // Only the first block of a stage shrinks its map; stages are counted from 1.
            BlockPart::Stage(stage) => {
                let end = layers.get((stage as usize).saturating_sub(1));
                end.copied().unwrap_or_default()
            }
            branch => {
                let input = before.filter(|(part, _)| *part == branch).map_or(end_of_trunk, |(_, side)| side);
                input.div_ceil(block.stride.max(1))
            }
        };
        before = Some((block.part, side));
        side
    };
    blocks.iter().map(side).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_branches_begin_at_the_trunks_end() {
        let block = |part, stride| BlockShape { part, input: 1, expanded: 1, kernel: 3, stride, output: 1 };
        let (ordinal, nominal) = (BlockPart::Ordinal, BlockPart::Nominal);
        let blocks = [(BlockPart::Stage(1), 1), (BlockPart::Stage(2), 2), (BlockPart::Stage(2), 1)];
        let branches = [(ordinal, 2), (ordinal, 1), (nominal, 2), (nominal, 1)];
        let blocks: Vec<BlockShape> =
            blocks.into_iter().chain(branches).map(|(part, stride)| block(part, stride)).collect();
        assert_eq!(block_sides(&[14, 7], &blocks), [14, 7, 7, 4, 4, 4, 4]);
        assert_eq!(block_sides(&[], &blocks[..1]), [0]);
    }
}
