//! What makes inference fast on one core: the convolutions of both networks on maps in blocks of eight channels.
//!
//! Burn's CPU back end keeps each channel in a plane of its own and makes a pass over memory for every operation. Here a plane
//! holds eight channels of each pixel side by side: the length of all inner loops is fixed, and so are the distances between
//! what they read. A [`Pointwise`] convolution is one small matrix product with bias, sum and activation in its last step, and
//! in a [`Separable`] one the depthwise part gives a few rows at a time to the pointwise part behind it, so that what is
//! between them is written and read in the cache. The loops are plain Rust over arrays, which compilers turn into vector
//! instructions, in WebAssembly too.
//!
//! `gradient.rs` of each kernel is the way back, for explanations: gradients with respect to what goes in. Weights are
//! constants here.
//!
//! The weights come from the same bytes as those of Burn's modules, which stay the definition of the networks and compute
//! everything else: training, and inference on a GPU. Tests hold the two against each other.

mod activation;
mod convolution;
mod depthwise;
mod lanes;
mod map;
mod patches;
mod pixels;
mod pointwise;
mod separable;
mod stem;

pub use activation::Activation;
pub use convolution::Convolution;
pub use depthwise::{Depthwise, DepthwiseGradient};
pub use lanes::Lanes;
pub use map::Map;
pub use pointwise::Pointwise;
pub use separable::Separable;
pub use stem::Stem;

/// Zeros before and after an axis of `length` that is convolved by kernels of `kernel` with `stride`, as TensorFlow's "SAME"
/// has them: the greater half comes after it.
pub(crate) fn same_padding(length: usize, kernel: usize, stride: usize) -> (usize, usize) {
    let covered = (length.div_ceil(stride).saturating_sub(1)) * stride + kernel;
    let padding = covered.saturating_sub(length);
    (padding / 2, padding - padding / 2)
}
