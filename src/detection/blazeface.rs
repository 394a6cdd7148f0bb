//! BlazeFace in Burn: a stem, separable residual blocks, and heads on two grids of anchors. It defines the network,
//! which the CPU kernels are tested against, and computes it on WebGPU.

use super::layout::{
    COARSE_ANCHORS, FINE_ANCHORS, FIRST_WIDTH, KERNEL, LAST_WIDTH, STEM_KERNEL, VALUES_PER_ANCHOR, block_shapes,
};
use burn::module::Module;
use burn::nn::conv::{Conv2d, Conv2dConfig};
use burn::nn::pool::MaxPool2dConfig;
use burn::nn::{Initializer, PaddingConfig2d};
use burn::tensor::activation::relu;
use burn::tensor::ops::PadMode;
use burn::tensor::{Device, Tensor};

/// BlazeFace for 256 pixels, the form for a phone's rear camera: 135,000 parameters.
///
/// It was made for images of 256 x 256 pixels; being convolutional, it reads those of other shapes as well.
/// Two grids of anchors look at the last map and at a coarser one made from it. Every anchor answers with a score, and
/// with a box and key points relative to its centre.
#[derive(Module, Debug)]
pub struct BlazeFace {
    /// The first convolution: from the image to 24 channels of half its size.
    pub stem: Conv2d,
    /// Blocks at a half, a quarter, an eighth and a sixteenth of the image's size, of 24, 24, 48 and 96 channels.
    pub blocks: Vec<BlazeBlock>,
    /// The convolution from the last map to the coarse one of half its size.
    pub coarse: SeparableConv,
    /// Scores of the anchors of the fine grid.
    pub fine_scores: Conv2d,
    /// Boxes and key points of the anchors of the fine grid.
    pub fine_boxes: Conv2d,
    /// Scores of the anchors of the coarse grid.
    pub coarse_scores: Conv2d,
    /// Boxes and key points of the anchors of the coarse grid.
    pub coarse_boxes: Conv2d,
}

impl BlazeFace {
    /// The network with all weights zero, to be filled from a record.
    pub fn init(device: &Device) -> Self {
        let stem = convolution([3, FIRST_WIDTH], STEM_KERNEL, 2, 1).init(device);
        let blocks = block_shapes().map(|(channels, stride)| BlazeBlock::init(channels, stride, device)).collect();
        let width = LAST_WIDTH;
        let head = |values| convolution([width, values], 1, 1, 1).init(device);
        Self {
            stem,
            blocks,
            coarse: SeparableConv::init([width, width], 2, device),
            fine_scores: head(FINE_ANCHORS),
            fine_boxes: head(FINE_ANCHORS * (VALUES_PER_ANCHOR - 1)),
            coarse_scores: head(COARSE_ANCHORS),
            coarse_boxes: head(COARSE_ANCHORS * (VALUES_PER_ANCHOR - 1)),
        }
    }

    /// The answers of all anchors: per anchor the logit of the score, then the offset of the box's centre from the
    /// anchor's, the box's width and height, and the offsets of the six key points, all in pixels of the input.
    ///
    /// # Shapes
    /// - `images`: `[batch, 3, rows, columns]`, red, green, blue, −1 to 1; multiples of [`STEP`](super::anchors::STEP)
    /// - output: `[batch, anchors, 17]`
    pub fn forward(&self, images: Tensor<4>) -> Tensor<3> {
        let mut fine = relu(self.stem.forward(images));
        for block in &self.blocks {
            fine = block.forward(fine);
        }
        let coarse = relu(self.coarse.forward(fine.clone()));
        let fine = grid_answers(self.fine_scores.forward(fine.clone()), self.fine_boxes.forward(fine));
        let coarse = grid_answers(self.coarse_scores.forward(coarse.clone()), self.coarse_boxes.forward(coarse));
        Tensor::cat(vec![fine, coarse], 1)
    }
}

/// A separable convolution beside a short cut, added and rectified.
///
/// The short cut of a block that halves the map is a max-pool, and the channels that a block adds start from zero.
#[derive(Module, Debug)]
pub struct BlazeBlock {
    /// The separable convolution beside the short cut.
    pub convolution: SeparableConv,
}

impl BlazeBlock {
    fn init(channels: [usize; 2], stride: usize, device: &Device) -> Self {
        Self { convolution: SeparableConv::init(channels, stride, device) }
    }

    fn forward(&self, input: Tensor<4>) -> Tensor<4> {
        let output = self.convolution.forward(input.clone());
        let mut short_cut = input;
        if self.convolution.depthwise.stride != [1, 1] {
            short_cut = MaxPool2dConfig::new([2, 2]).init().forward(short_cut);
        }
        let added = output.dims()[1] - short_cut.dims()[1];
        if added > 0 {
            short_cut = short_cut.pad([(0, added), (0, 0), (0, 0)], PadMode::Constant(0.0));
        }
        relu(output + short_cut)
    }
}

/// A 3 x 3 convolution of each channel by itself, then a 1 x 1 convolution over the channels.
#[derive(Module, Debug)]
pub struct SeparableConv {
    /// The 3 x 3 convolution of each channel. It has no bias, as the pointwise one's serves both.
    pub depthwise: Conv2d,
    /// The 1 x 1 convolution over the channels, with a bias.
    pub pointwise: Conv2d,
}

impl SeparableConv {
    fn init(channels: [usize; 2], stride: usize, device: &Device) -> Self {
        let [input, _] = channels;
        Self {
            depthwise: convolution([input, input], KERNEL, stride, input).with_bias(false).init(device),
            pointwise: convolution(channels, 1, 1, 1).init(device),
        }
    }

    fn forward(&self, input: Tensor<4>) -> Tensor<4> {
        self.pointwise.forward(self.depthwise.forward(input))
    }
}

/// A convolution padded as TensorFlow's "SAME".
fn convolution(channels: [usize; 2], kernel: usize, stride: usize, groups: usize) -> Conv2dConfig {
    Conv2dConfig::new(channels, [kernel; 2])
        .with_stride([stride; 2])
        .with_groups(groups)
        .with_padding(PaddingConfig2d::Same)
        .with_initializer(Initializer::Zeros)
}

/// Puts the values of each anchor of a grid together.
///
/// # Shapes
/// - `scores`: `[batch, anchors, rows, columns]`
/// - `boxes`: `[batch, anchors · 16, rows, columns]`
/// - output: `[batch, rows · columns · anchors, 17]`
fn grid_answers(scores: Tensor<4>, boxes: Tensor<4>) -> Tensor<3> {
    let [batch, anchors, rows, columns] = scores.dims();
    let flat = |map: Tensor<4>, values| map.permute([0, 2, 3, 1]).reshape([batch, rows * columns * anchors, values]);
    Tensor::cat(vec![flat(scores, 1), flat(boxes, VALUES_PER_ANCHOR - 1)], 2)
}

#[cfg(test)]
mod tests {
    use super::super::anchors::anchors;
    use super::*;

    #[test]
    fn the_network_has_the_released_size_and_an_answer_for_every_anchor() {
        let device = Device::flex();
        let network = BlazeFace::init(&device);
        // The released weights have 538,928 bytes, of which 28 numbers are axes and paddings.
        assert_eq!(network.num_params(), 538_928 / 4 - 28);
        for [rows, columns] in [[256, 256], [160, 192]] {
            let answers = network.forward(Tensor::zeros([2, 3, rows, columns], &device)).dims();
            assert_eq!(answers, [2, anchors([rows, columns]).len(), VALUES_PER_ANCHOR]);
        }
    }
}
