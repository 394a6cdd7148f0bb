//! MBConv: a 1 x 1 convolution that widens, a depthwise convolution, a 1 x 1 projection without activation, and a
//! residual sum where input and output have the same shape.

use super::ConvUnit;
use crate::network::MbConvConfig;
use burn::module::Module;
use burn::tensor::{Device, Tensor};

/// The inverted residual block (Sandler et al., MobileNetV2, CVPR 2018; EfficientNet's "MBConv"): widen by a 1 x 1
/// convolution, convolve each channel by itself, narrow by a 1 x 1 convolution, and add the input where shapes allow.
#[derive(Module, Debug)]
pub struct MbConv {
    /// Widens the input; absent where the block's expansion is 1.
    pub expand: Option<ConvUnit>,
    /// Convolves each channel by itself and carries the stride.
    pub depthwise: ConvUnit,
    /// Narrows to the block's output, without activation.
    pub project: ConvUnit,
    /// Whether the input is added to the output.
    pub is_residual: bool,
}

impl MbConv {
    /// Applies the block.
    ///
    /// # Shapes
    /// - `input`: `[batch, channels_in, height, width]`
    /// - output: `[batch, channels_out, ⌈height / stride⌉, ⌈width / stride⌉]`
    pub fn forward(&self, input: Tensor<4>) -> Tensor<4> {
        self.forward_by(input, |unit, map| unit.forward(map), |map, skipped| map + skipped)
    }

    /// Applies the block with `unit` in the place of [`ConvUnit::forward`] and `add` in that of the residual sum, so that
    /// another representation of the maps can walk the same block.
    pub fn forward_by<M: Clone>(
        &self,
        input: M,
        mut unit: impl FnMut(&ConvUnit, M) -> M,
        add: impl Fn(M, M) -> M,
    ) -> M {
        let skipped = self.is_residual.then(|| input.clone());
        let expanded = match &self.expand {
            Some(expand) => unit(expand, input),
            None => input,
        };
        let convolved = unit(&self.depthwise, expanded);
        let output = unit(&self.project, convolved);
        match skipped {
            Some(skipped) => add(output, skipped),
            None => output,
        }
    }

    /// Applies `change` to each of the block's units.
    pub fn map_units(self, change: &mut impl FnMut(ConvUnit) -> ConvUnit) -> Self {
        Self {
            expand: self.expand.map(&mut *change),
            depthwise: change(self.depthwise),
            project: change(self.project),
            is_residual: self.is_residual,
        }
    }
}

impl MbConvConfig {
    /// Builds the block; see [`ConvUnitConfig::init`].
    pub(super) fn init(&self, normalised: bool, device: &Device) -> MbConv {
        MbConv {
            expand: self.expand.as_ref().map(|unit| unit.init(normalised, device)),
            depthwise: self.depthwise.init(normalised, device),
            project: self.project.init(normalised, device),
            is_residual: self.is_residual(),
        }
    }
}
