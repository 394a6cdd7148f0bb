//! The network in Burn: its definition, which is trained, and what computes it on WebGPU.

mod branch;
mod conv_unit;
mod dmtl;
mod head;
mod input;
mod mbconv;
mod trunk;
#[cfg(any(test, feature = "training"))]
mod untrained;
mod weights;

pub use branch::Branch;
pub use conv_unit::ConvUnit;
pub use dmtl::{Dmtl, Logits};
pub use head::Head;
pub use input::image_tensor;
pub use mbconv::MbConv;
pub use trunk::Trunk;
#[cfg(any(test, feature = "training"))]
pub use untrained::untrained;
#[cfg(test)]
pub(crate) use untrained::{drawn, noise};
pub use weights::{Storage, from_burnpack, to_burnpack};
