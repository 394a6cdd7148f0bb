//! The branch that the attributes of one category have to themselves: MBConv blocks, then the mean over the map.

use super::MbConv;
use burn::module::Module;
use burn::tensor::Tensor;

/// The part of the network that the attributes of one category share.
#[derive(Module, Debug)]
pub struct Branch {
    /// The blocks, in order.
    pub blocks: Vec<MbConv>,
}

impl Branch {
    /// From the trunk's map to the category's features, averaged over the map.
    ///
    /// # Shapes
    /// - `map`: `[batch, channels_in, size, size]`
    /// - output: `[batch, channels_out]`
    pub fn forward(&self, map: Tensor<4>) -> Tensor<2> {
        means(self.blocks.iter().fold(map, |map, block| block.forward(map)))
    }
}

/// The mean of each channel over a map of `[batch, channels, rows, columns]`: `[batch, channels]`.
pub(super) fn means(map: Tensor<4>) -> Tensor<2> {
    map.mean_dim(3).mean_dim(2).flatten(1, 3)
}
