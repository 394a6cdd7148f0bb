//! How good the network is, measured on labelled images through the whole pipeline: detector, alignment, network.

pub mod adience;
mod ages;
mod augmentations;
mod calibration;
mod experiment;
mod experiment_text;
mod explanations;
mod figure;
mod group;
mod groups;
mod head_weightings;
mod markdown;
mod measurement;
mod model_card;
mod model_card_groups;
mod model_card_text;
mod network_claims;
mod networks;
pub mod outliers;
pub mod plots;
mod report;
pub mod scenes;
mod standardised;
mod twins;
pub mod unusual;
mod unusual_report;

pub use ages::{AgeErrors, Confidence};
pub use augmentations::{Augmentations, augmentations_text};
pub use calibration::{Calibration, CalibrationFigures, ReliabilityBin, calibrate, calibrate_beside};
pub use experiment::{Experiment, Outcome};
pub use experiment_text::experiment_text;
pub use explanations::{ExplanationsReport, LayerFigures, Orders};
pub use figure::{Figure, Measured};
pub use group::{Group, GroupFigures};
pub use groups::Gap;
pub use head_weightings::{
    HeadComparison, HeadFigures, HeadOutcome, HeadWeighting, compare_head_weightings, head_comparison_text,
};
pub use measurement::{Prediction, Subset, aligned_crops, measure_crops, measure_images};
pub use model_card::{ModelCard, ScriptTraining, SecondOpinionFigures, TrainedNetwork};
pub use model_card_text::model_card_text;
pub use network_claims::network_comparison_text;
pub use networks::{NetworkComparison, WeightCurve};
pub use report::{GroupConfidence, Report};
pub use standardised::AgesCompared;
pub use twins::{TwinsFigures, wrong_labels};
pub use unusual_report::{Marked, UnusualReport};
