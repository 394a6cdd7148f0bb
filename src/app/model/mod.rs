//! What the page decides without a browser.

pub mod age_chart;
pub mod anchors;
pub mod camera;
pub mod card;
pub mod engine_state;
pub mod error;
pub mod explain_target;
pub mod instruments;
pub mod label_place;
pub mod lesson;
pub mod mailbox;
pub mod messages;
pub mod named;
pub mod numbers;
pub mod offline;
pub mod order;
pub mod palette;
pub mod phrase;
pub mod picture;
pub mod placement;
pub mod sentences;
pub mod session_log;
pub mod settings;
pub mod smoothing;
pub mod training_curve;
