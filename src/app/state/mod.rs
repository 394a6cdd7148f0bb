//! What happens on the page: which picture is on the stage, how the engine is, what it found.

pub mod alerts;
pub mod camera_control;
pub mod engine;
pub mod found;
pub mod history;
pub mod moments;
pub mod offline;
pub mod opening;
pub mod selection;
pub mod self_measurement;
pub mod session;
pub mod sheet;
pub mod source;
pub mod take_away;
pub mod trainer;
pub mod words;
mod workers;
