//! The engine behind the page: a web worker that loads the models, chooses a device and analyses frames.
//!
//! The page speaks to it in the types of [`protocol`](crate::protocol) only.

mod answer;
mod constructors;
mod device;
mod download;
mod exception;
mod failure;
mod inside;
mod models;
mod pixels;
mod reply;
mod service;
mod start;

pub use service::run;
