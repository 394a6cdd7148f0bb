//! What happens on the page: which picture is on the stage, how the engine is, what it found.

pub(super) mod alerts;
mod aside;
pub(super) mod camera_control;
pub(super) mod crop_reader;
pub(super) mod engine;
mod findings;
pub(super) mod found;
pub(super) mod history;
pub(super) mod moments;
pub(super) mod offline;
pub(super) mod opening;
pub(super) mod records;
pub(super) mod selection;
pub(super) mod self_measurement;
pub(super) mod session;
pub(super) mod sheet;
pub(super) mod source;
pub(super) mod take_away;
pub(super) mod trainer;
pub(super) mod words;
mod workers;
