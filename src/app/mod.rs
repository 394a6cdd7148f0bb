//! The page: camera or photo on a stage, what the network says beside it.
//!
//! [`model`] holds what can be decided without a browser (settings, sentences, geometry, the mailbox before the engine) and
//! is tested natively. `browser` wraps the browser's own interfaces (camera, pictures, the worker, the address), `state`
//! is what happens between the two, and `view` what a visitor sees. Each knows only those named before it. The page never
//! links Burn.

pub mod model;

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod state;
#[cfg(target_arch = "wasm32")]
mod view;

#[cfg(target_arch = "wasm32")]
pub use view::mount;
