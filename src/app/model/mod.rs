//! What the page decides without a browser.

pub mod age_chart;
pub mod camera;
pub mod engine_state;
pub mod error;
pub mod explain_target;
pub mod mailbox;
pub mod numbers;
pub mod palette;
pub mod picture;
pub mod placement;
pub mod sentences;
pub mod session_log;
pub mod settings;
pub mod smoothing;
