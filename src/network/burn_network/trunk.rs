//! The stem and the stages shared by all attributes (hard parameter sharing). The forward pass can stop or
//! start at the end of any stage, which Grad-CAM needs.

use super::{ConvUnit, MbConv};
use crate::network::Layer;
use burn::module::Module;
use burn::tensor::Tensor;

/// MBConv blocks of one width.
#[derive(Module, Debug)]
pub struct Stage {
    /// The blocks, in order.
    pub blocks: Vec<MbConv>,
}

/// The part of the network that all attributes share.
#[derive(Module, Debug)]
pub struct Trunk {
    /// A 3 x 3 convolution of stride 2 on the image.
    pub stem: ConvUnit,
    /// The stages, one for each [`Layer`].
    pub stages: Vec<Stage>,
}

impl Trunk {
    /// From the image to the map at the end of `layer`.
    ///
    /// # Shapes
    /// - `images`: `[batch, 3, 112, 112]`
    /// - output: `[batch, channels, size, size]` of the layer
    pub fn forward_to(&self, images: Tensor<4>, layer: Layer) -> Tensor<4> {
        run(self.stages.iter().take(layer.stages()), self.stem.forward(images))
    }

    /// From the map at the end of `layer` to the trunk's end.
    pub fn forward_from(&self, map: Tensor<4>, layer: Layer) -> Tensor<4> {
        run(self.stages.iter().skip(layer.stages()), map)
    }
}

fn run<'a>(stages: impl Iterator<Item = &'a Stage>, map: Tensor<4>) -> Tensor<4> {
    stages.flat_map(|stage| &stage.blocks).fold(map, |map, block| block.forward(map))
}
