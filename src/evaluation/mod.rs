//! How good the network is, measured on labelled images through the whole pipeline: detector, alignment, network.

mod metrics;
mod model_card;
mod run;

pub use metrics::{AgeFigures, Metrics, NominalFigures, Report};
pub use model_card::ModelCard;
pub use run::{Subset, evaluate};
