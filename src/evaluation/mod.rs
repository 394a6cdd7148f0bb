//! How good the network is, measured on labelled images through the whole pipeline: detector, alignment, network.

pub mod adience;
mod calibration;
mod experiment;
mod figure;
mod groups;
mod measurement;
mod model_card;
pub mod plots;
mod report;

pub use calibration::{Calibration, CalibrationFigures, ReliabilityBin, calibrate};
pub use experiment::{Experiment, Outcome};
pub use figure::{Figure, Measured};
pub use groups::{Gap, Group, GroupFigures};
pub use measurement::{Prediction, Subset, measure_crops, measure_images};
pub use model_card::{ModelCard};
pub use report::Report;
