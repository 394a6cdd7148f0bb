//! From a frame to what the network says about each face in it.

pub mod alignment;
mod analyzer;
mod attention;
mod attribute_network;
mod clock;
mod doubt;
mod known_answer;
mod reading;
mod tracking;

pub use analyzer::{AnalysisError, AnalyzedFace, Analyzer, FrameAnalysis, MOST_FACES};
pub use attention::Attention;
pub use attribute_network::{AttributeNetwork, BurnNetwork};
pub use clock::Clock;
#[cfg(not(target_family = "wasm"))]
pub use clock::system_clock;
pub use doubt::{doubts, doubts_of_crop};
pub use known_answer::{Deviation, KnownAnswer};
pub use reading::{Reading, read_crops};
pub use tracking::Tracker;
