//! What makes inference fast on one core: the convolutions of both networks on maps with channels last.
//!
//! Burn's CPU back end keeps each channel in a plane of its own and makes a pass over memory for every operation. Here a
//! [`Pointwise`] convolution is one small matrix product with bias, sum and activation in its last step, and in a
//! [`Separable`] one the depthwise part gives a row at a time to the pointwise part behind it, so that what is between them
//! is written and read in the cache. The loops are plain Rust over arrays of fixed length, which compilers turn into
//! vector instructions, in WebAssembly too.
//!
//! The weights come from Burn's modules, which stay the definition of the networks and compute everything else: training,
//! gradients, and inference on a GPU. Tests hold the two against each other.

mod activation;
mod depthwise;
mod map;
mod patches;
mod pointwise;
mod separable;
mod stem;

pub use activation::Activation;
pub use depthwise::Depthwise;
pub use map::Map;
pub use pointwise::Pointwise;
pub use separable::Separable;
pub use stem::Stem;

use burn::nn::conv::Conv2d;
use burn::tensor::Tensor;

/// A parameter's values, in memory order.
fn values<const D: usize>(tensor: &Tensor<D>) -> Vec<f32> {
    tensor.clone().into_data().iter::<f32>().collect()
}

/// A convolution's bias, or zeros.
fn bias_of(convolution: &Conv2d) -> Vec<f32> {
    let [output, ..] = convolution.weight.dims();
    convolution.bias.as_ref().map_or_else(|| vec![0.0; output], |bias| values(&bias.val()))
}

/// Zeros before and after an axis of `length` that is convolved by kernels of `kernel` with `stride`, as TensorFlow's "SAME"
/// has them: the greater half comes after it.
pub(crate) fn same_padding(length: usize, kernel: usize, stride: usize) -> (usize, usize) {
    let covered = (length.div_ceil(stride).saturating_sub(1)) * stride + kernel;
    let padding = covered.saturating_sub(length);
    (padding / 2, padding - padding / 2)
}
