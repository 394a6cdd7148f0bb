//! The multi-task network DMTL in Burn, and nothing else: no web type, no file system.
//!
//! A [`Trunk`] of MBConv blocks is shared by all attributes (hard parameter sharing), one [`Branch`] serves each category
//! of attributes and one [`Head`] each attribute (Yuan, He, Du, Song, "Multi-Task Learning Using Uncertainty to Weigh
//! Losses for Heterogeneous Face Attribute Estimation", arXiv 2403.00561).

mod branch;
mod config;
mod conv_unit;
mod cpu;
mod dmtl;
mod head;
mod input;
mod layer;
mod mbconv;
mod trunk;
mod weights;

pub use branch::Branch;
pub use config::{DmtlConfig, StageConfig};
pub use conv_unit::ConvUnit;
#[cfg(feature = "training")]
pub(crate) use conv_unit::ConvUnitConfig;
pub use cpu::{CpuDmtl, Trace};
pub use dmtl::{Dmtl, Logits};
pub use head::Head;
#[cfg(feature = "training")]
pub(crate) use input::normalise;
pub use input::{INPUT_SIZE, image_planes, image_tensor};
pub use layer::Layer;
pub use mbconv::{MbConv, MbConvConfig};
pub use trunk::Trunk;
pub use weights::{Storage, WeightsError, from_burnpack, to_burnpack};
