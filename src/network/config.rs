use super::conv_unit::ConvUnitConfig;
use super::input::INPUT_SIZE;
use super::mbconv::MbConvConfig;
use super::trunk::Stage;
use super::{Branch, Dmtl, Head, MbConv, Trunk};
use crate::attributes::Attribute;
use burn::config::Config;
use burn::tensor::Device;

/// Batch normalisation's ε, as in the released EfficientNet-Lite weights.
pub(super) const BATCH_NORM_EPSILON: f64 = 1e-3;
/// Channels that the stem turns the three colours into.
const STEM_CHANNELS: usize = 32;

/// MBConv blocks of one width.
#[derive(Config, Debug, PartialEq, Eq)]
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

/// The shape of a [`Dmtl`]. The default is EfficientNet-Lite0 (Tan and Le, ICML 2019; without squeeze-and-excitation and
/// with ReLU6), its first five stages as the shared trunk and a shortened sixth one as each branch.
#[derive(Config, Debug, PartialEq, Eq)]
pub struct DmtlConfig {
    /// The shared stages.
    #[config(default = "lite0_trunk()")]
    pub trunk: Vec<StageConfig>,
    /// The stage of which every category has its own copy.
    #[config(default = "lite0_branch()")]
    pub branch: StageConfig,
    /// Batch normalisation after each convolution, for training, or the bias that it folds into, for inference.
    #[config(default = false)]
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

impl DmtlConfig {
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

    /// Builds the network with random weights.
    pub fn init(&self, device: &Device) -> Dmtl {
        let init = |blocks: Vec<MbConvConfig>| -> Vec<MbConv> {
            blocks.iter().map(|block| block.init(self.normalised, device)).collect()
        };
        let stages = self.trunk_blocks().into_iter().map(|blocks| Stage { blocks: init(blocks) }).collect();
        let branch = || Branch { blocks: init(self.branch_blocks()) };
        let head = |attribute: Attribute| Head::new(self.branch.channels, attribute.classes(), device);
        Dmtl {
            trunk: Trunk { stem: Self::stem().init(self.normalised, device), stages },
            ordinal: branch(),
            nominal: branch(),
            age: head(Attribute::Age),
            gender: head(Attribute::Gender),
            race: head(Attribute::Race),
        }
    }

    /// Multiply-adds of the convolutions for one image.
    pub fn multiply_adds(&self) -> usize {
        self.multiply_adds_with(2)
    }

    /// The same for a network of which so many branches are left.
    pub fn multiply_adds_with(&self, branches: usize) -> usize {
        let mut size = INPUT_SIZE;
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
    use burn::module::Module;

    #[test]
    fn the_default_network_keeps_to_its_budget() {
        let network = DmtlConfig::new().init(&Device::flex());
        assert!(network.num_params() <= 3_500_000, "{} parameters", network.num_params());
        assert!(
            DmtlConfig::new().multiply_adds() <= 110_000_000,
            "{} multiply-adds",
            DmtlConfig::new().multiply_adds()
        );
    }
}
