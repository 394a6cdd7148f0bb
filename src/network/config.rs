//! The network's hyperparameters, EfficientNet-Lite0's by default: blocks, channels, kernels and strides. The shapes of
//! all blocks and the multiply-adds of one image follow from them.

use super::shape::{CROP_SIDE, ConvUnitConfig, MbConvConfig};

/// Channels that the stem turns the three colours into.
const STEM_CHANNELS: usize = 32;

/// A part of the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockPart {
    /// A stage of the trunk, counted from 1.
    Stage(usize),
    /// The branch for age.
    Ordinal,
    /// The branch for gender and race.
    Nominal,
}

/// The shape of an MBConv block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockShape {
    /// The part of the network that it belongs to.
    pub part: BlockPart,
    /// Channels of its input.
    pub input: usize,
    /// Channels that the input is widened to.
    pub expanded: usize,
    /// Side length of the depthwise kernels.
    pub kernel: usize,
    /// Stride of the depthwise convolution.
    pub stride: usize,
    /// Channels of its output.
    pub output: usize,
    /// Width and height of its output.
    pub side: usize,
}

/// MBConv blocks of one width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageConfig {
    /// Number of blocks.
    pub blocks: usize,
    /// Channels that every block puts out.
    pub channels: usize,
    /// Side length of the depthwise kernels.
    pub kernel: usize,
    /// Stride of the first block; the others have 1.
    pub stride: usize,
    /// Factor by which a block widens its input before the depthwise convolution.
    pub expansion: usize,
}

/// The shape of the network. The default is EfficientNet-Lite0 (Tan and Le, ICML 2019; without squeeze-and-excitation and
/// with ReLU6), its first five stages as the shared trunk and a shortened sixth one as each branch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DmtlConfig {
    /// The shared stages.
    pub trunk: Vec<StageConfig>,
    /// The stage of which every category has its own copy.
    pub branch: StageConfig,
    /// Batch normalisation after each convolution, for training, or the bias that it folds into, for inference.
    pub normalised: bool,
}

fn lite0_trunk() -> Vec<StageConfig> {
    vec![
        StageConfig::new(1, 16, 3, 1, 1),
        StageConfig::new(2, 24, 3, 2, 6),
        StageConfig::new(2, 40, 5, 2, 6),
        StageConfig::new(3, 80, 3, 2, 6),
        StageConfig::new(3, 112, 5, 1, 6),
    ]
}

fn lite0_branch() -> StageConfig {
    StageConfig::new(3, 192, 5, 2, 6)
}

impl StageConfig {
    /// Number of blocks, channels they put out, side of their kernels, stride of the first, and how much they widen.
    pub fn new(blocks: usize, channels: usize, kernel: usize, stride: usize, expansion: usize) -> Self {
        Self { blocks, channels, kernel, stride, expansion }
    }

    /// The stage's blocks for maps of `input` channels.
    fn blocks(&self, input: usize) -> Vec<MbConvConfig> {
        (0..self.blocks)
            .map(|index| {
                let (input, stride) = if index == 0 { (input, self.stride) } else { (self.channels, 1) };
                let expanded = input * self.expansion;
                MbConvConfig {
                    expand: (self.expansion > 1).then(|| ConvUnitConfig::pointwise(input, expanded, true)),
                    depthwise: ConvUnitConfig::depthwise(expanded, self.kernel, stride),
                    project: ConvUnitConfig::pointwise(expanded, self.channels, false),
                }
            })
            .collect()
    }
}

impl Default for DmtlConfig {
    fn default() -> Self {
        Self::new()
    }
}

impl DmtlConfig {
    /// The default shape, for inference.
    pub fn new() -> Self {
        Self { trunk: lite0_trunk(), branch: lite0_branch(), normalised: false }
    }

    /// The shape with other shared stages.
    pub fn with_trunk(self, trunk: Vec<StageConfig>) -> Self {
        Self { trunk, ..self }
    }

    /// The shape with another stage for each category.
    pub fn with_branch(self, branch: StageConfig) -> Self {
        Self { branch, ..self }
    }

    /// The shape with or without batch normalisation.
    pub fn with_normalised(self, normalised: bool) -> Self {
        Self { normalised, ..self }
    }

    /// The stem: a 3 x 3 convolution of stride 2.
    pub(super) fn stem() -> ConvUnitConfig {
        ConvUnitConfig { channels: [3, STEM_CHANNELS], kernel: 3, stride: 2, groups: 1, activated: true }
    }

    /// The blocks of the trunk, stage by stage.
    pub fn trunk_blocks(&self) -> Vec<Vec<MbConvConfig>> {
        let mut channels = STEM_CHANNELS;
        let stages = self.trunk.iter();
        stages.map(|stage| stage.blocks(std::mem::replace(&mut channels, stage.channels))).collect()
    }

    /// The blocks of each branch.
    pub fn branch_blocks(&self) -> Vec<MbConvConfig> {
        self.branch.blocks(self.trunk.last().map_or(STEM_CHANNELS, |stage| stage.channels))
    }

    /// The shapes of all blocks, from the image on.
    pub fn block_shapes(&self) -> Vec<BlockShape> {
        // The stem has halved the image.
        let mut side = CROP_SIDE.div_ceil(2);
        let mut shapes = Vec::new();
        let mut add = |part: BlockPart, blocks: &[MbConvConfig], begin: usize| {
            let mut side = begin;
            for block in blocks {
                let [input, expanded, output, kernel, stride] = block.shape();
                side = side.div_ceil(stride);
                shapes.push(BlockShape { part, input, expanded, kernel, stride, output, side });
            }
            side
        };
        for (stage, blocks) in (1..).zip(&self.trunk_blocks()) {
            side = add(BlockPart::Stage(stage), blocks, side);
        }
        // Both begin at the trunk's end.
        for part in [BlockPart::Ordinal, BlockPart::Nominal] {
            add(part, &self.branch_blocks(), side);
        }
        shapes
    }

    /// Multiply-adds of the convolutions for one image.
    pub fn multiply_adds(&self) -> usize {
        self.multiply_adds_with(2)
    }

    /// Multiply-adds for one image of a network with `branches` branches left.
    pub fn multiply_adds_with(&self, branches: usize) -> usize {
        let mut size = CROP_SIDE;
        let mut count = |unit: &ConvUnitConfig, copies: usize| {
            let (operations, output) = unit.multiply_adds(size);
            size = output;
            operations * copies
        };
        let mut total = count(&Self::stem(), 1);
        for (blocks, copies) in
            self.trunk_blocks().iter().map(|blocks| (blocks, 1)).chain([(&self.branch_blocks(), branches)])
        {
            total += blocks.iter().flat_map(MbConvConfig::units).map(|unit| count(unit, copies)).sum::<usize>();
        }
        total
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_block_has_a_shape_and_both_branches_begin_at_the_trunks_end() {
        let shapes = DmtlConfig::new().block_shapes();
        let sides = |part: BlockPart| -> Vec<usize> {
            shapes.iter().filter(|shape| shape.part == part).map(|shape| shape.side).collect()
        };
        for (stage, layer) in (1..).zip(crate::network::Layer::ALL) {
            assert_eq!(sides(BlockPart::Stage(stage)).last(), Some(&(layer.side() as usize)));
        }
        for part in [BlockPart::Ordinal, BlockPart::Nominal] {
            assert_eq!(sides(part), [4, 4, 4]);
        }
        assert_eq!(shapes.len(), 17);
    }

    #[test]
    fn the_default_network_keeps_to_its_budget() {
        let multiply_adds = DmtlConfig::new().multiply_adds();
        assert!(multiply_adds <= 110_000_000, "{multiply_adds} multiply-adds");
    }
}
