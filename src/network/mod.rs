//! The multi-task network DMTL, and nothing else: no web type, no file system.
//!
//! A trunk of MBConv blocks is shared by all attributes (hard parameter sharing), one branch serves each category
//! of attributes and one head each attribute (Yuan, He, Du, Song, "Multi-Task Learning Using Uncertainty to Weigh
//! Losses for Heterogeneous Face Attribute Estimation", arXiv 2403.00561). Its shape is known to everybody; `cpu_network`
//! computes it by the kernels of `crate::cpu`, and `burn_network` defines it in Burn, for training and for WebGPU.

#[cfg(feature = "burn")]
mod burn_network;
mod config;
#[cfg(feature = "inference")]
mod cpu_network;
#[cfg(feature = "inference")]
mod features;
#[cfg(feature = "inference")]
mod input;
mod layer;
#[cfg(feature = "inference")]
mod second_opinion;
mod shape;
#[cfg(feature = "inference")]
mod weights_error;

#[cfg(all(feature = "burn", any(test, feature = "training")))]
pub use self::burn_network::untrained;
#[cfg(feature = "burn")]
pub use self::burn_network::{
    Branch, ConvUnit, Dmtl, Head, Logits, MbConv, Storage, Trunk, from_burnpack, image_tensor, to_burnpack,
};
#[cfg(all(test, feature = "burn"))]
pub(crate) use self::burn_network::{drawn, noise};
pub use config::{BlockPart, BlockShape, DmtlConfig, StageConfig};
#[cfg(feature = "inference")]
pub use cpu_network::{CpuDmtl, Trace};
#[cfg(feature = "inference")]
pub use features::Features;
#[cfg(feature = "inference")]
pub use input::image_planes;
#[cfg(feature = "training")]
pub(crate) use input::normalise;
pub use layer::Layer;
#[cfg(feature = "inference")]
pub use second_opinion::{SECOND_SIDE, SecondOpinion};
#[cfg(feature = "training")]
pub(crate) use shape::ConvUnitConfig;
pub use shape::{CROP_SIDE, MbConvConfig};
#[cfg(feature = "inference")]
pub use weights_error::WeightsError;
