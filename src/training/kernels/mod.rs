//! What makes a training step fast on the CPU: a convolution unit (convolution, batch normalisation, ReLU6) as one
//! operation with a hand-written gradient, on maps whose channels lie next to each other in memory.
//!
//! Burn's general gradient of a depthwise convolution runs one small convolution for every channel, and its batch
//! normalisation is differentiated one elementary operation at a time. Here the 1 x 1 convolutions are plain matrix
//! products, the depthwise ones loop over neighbouring channels (which vectorises), and the normalisation is two passes.
//! The tests of [`ChannelsLast`](super::ChannelsLast) hold both the output and the gradient against Burn's.

mod convolution;
mod depthwise;
mod geometry;
mod matrix;
mod normalisation;
mod operation;
mod pointwise;
mod stem;
mod unit;

pub use operation::{BatchStatistics, UnitOptions, conv_unit};
