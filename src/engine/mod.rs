//! The engine behind the page: a web worker that loads the models and analyses frames, on the CPU or on WebGPU.
//!
//! Two programs are made of it, which differ in their [`Device`] and nothing else. The page speaks to both in the types of
//! [`protocol`](crate::protocol) only.

mod answer;
mod clock;
mod device;
mod download;
mod exception;
mod failure;
mod inside;
mod known;
mod models;
mod pixels;
mod reply;
mod second;
mod self_test;
mod service;
mod start;
mod start_error;
mod teaching;
#[cfg(feature = "webgpu")]
mod webgpu;

pub use device::{Device, OnCpu};
pub use service::run;
#[cfg(feature = "webgpu")]
pub use webgpu::OnWebGpu;
