//! What makes inference fast on one core: the convolutions of both networks on maps in blocks of eight channels.
//!
//! Burn's CPU back end keeps each channel in a plane of its own and makes a pass over memory for every operation. Here a plane
//! holds eight channels of each pixel side by side: the length of all inner loops is fixed, and so are the distances between
//! what they read. A [`Pointwise`] convolution is one small matrix product with bias, sum and activation in its last step, and
//! in a [`Separable`] one the depthwise part gives a few rows at a time to the pointwise part behind it, so that what is
//! between them is written and read in the cache. The loops are plain Rust over arrays, which compilers turn into vector
//! instructions, in WebAssembly too.
//!
//! Layout of a [`FeatureMap`] with 19 channels and `LANES` = 8, `r` and `c` being row and column:
//!
//! ```text
//! block 0: (r0,c0)[ch 0..8]   (r0,c1)[ch 0..8]   … (rN,cM)[ch 0..8]
//! block 1: (r0,c0)[ch 8..16]  …
//! block 2: (r0,c0)[ch 16..19, then zeros]  …
//! ```
//!
//! The inference kernels compute, with `top` and `left` from `same_padding` and `s` the stride:
//!
//! ```text
//! pointwise: output[r, c, o]  = clamp(bias[o] + Σ_i input[r, c, i] · weights[o, i] + added[r, c, o])
//! depthwise: output[r, c, ch] = clamp(bias[ch] + Σ_{i,j} input[r·s + i − top, c·s + j − left, ch] · weights[ch, i, j])
//! ```
//!
//! `gradient.rs` of a kernel is its backward pass, for explanations: gradients with respect to the input. Weights are constants
//! here.
//!
//! The weights come from the same bytes as those of Burn's modules, which stay the definition of the networks and compute
//! everything else: training, and inference on a GPU. Tests hold the two against each other.

mod activation;
mod convolution;
mod depthwise;
mod feature_map;
mod lanes;
mod patches;
mod pixels;
mod pointwise;
mod separable;
mod stem;

pub use activation::Activation;
pub use convolution::Convolution;
pub use depthwise::{Depthwise, DepthwiseGradient};
pub use feature_map::FeatureMap;
pub use lanes::Lanes;
pub use pointwise::Pointwise;
pub use separable::Separable;
pub use stem::Stem;

/// What a kernel says, and stops, when it is given a map that it was not made for: its loops would go on all the same, and give
/// plausible wrong numbers.
const WRONG_SHAPE: &str = "a feature map has another shape than its convolution reads";

/// Zeros before and after an axis of `length` that is convolved by kernels of `kernel` with `stride`, as TensorFlow's "SAME"
/// has them: the greater half comes after it.
pub(crate) fn same_padding(length: usize, kernel: usize, stride: usize) -> (usize, usize) {
    let covered = (length.div_ceil(stride).saturating_sub(1)) * stride + kernel;
    let padding = covered.saturating_sub(length);
    (padding / 2, padding - padding / 2)
}
