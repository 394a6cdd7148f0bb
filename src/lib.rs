//! Visage shows what a face-attribute network sees.
//!
//! A camera frame or a photo goes through `detection`, is aligned and read by the multi-task network of
//! `network` in `analysis`, and explained by `explanation`. The page (`app`) and the worker (`engine`) speak
//! through [`protocol`]. See `ARCHITECTURE.md` for the folders and the direction of their dependencies.
//!
//! Features:
//!
//! - `inference`: detection, network, analysis and explanation on the CPU, with kernels of their own. `examples/photo.rs` uses it.
//! - `burn`: the network in Burn as well, to be trained or run on WebGPU.
//! - `training`: everything that the command line `visage` does, natively.
//! - `engine`, `webgpu`, `app`: the programs of the site, for `wasm32-unknown-unknown` alone.

pub mod attributes;
pub mod estimates;
pub mod formats;
pub mod geometry;
pub mod heat_palette;
pub mod learning;
pub mod network;

pub mod protocol;

#[cfg(feature = "inference")]
pub mod analysis;
#[cfg(feature = "inference")]
pub mod checksum;
#[cfg(feature = "inference")]
pub mod cpu;
#[cfg(feature = "inference")]
pub mod detection;
#[cfg(feature = "inference")]
pub mod device;
#[cfg(feature = "inference")]
pub mod explanation;
#[cfg(feature = "inference")]
pub mod parameters;

#[cfg(feature = "training")]
pub mod evaluation;
#[cfg(feature = "training")]
pub mod training;

// The page runs in a browser; the parts of it that need none are compiled natively for their tests.
#[cfg(any(test, all(feature = "app", target_arch = "wasm32")))]
pub mod app;
#[cfg(all(feature = "engine", target_arch = "wasm32"))]
pub mod engine;

#[cfg(all(test, feature = "training"))]
mod fuzz;
