//! From a frame to what the network says about each face in it.

pub mod alignment;
mod analyzer;
mod appearance;
mod attribute_network;
#[cfg(feature = "burn")]
mod burn;
mod clock;
mod doubt;
mod error;
mod known_answer;
mod probe;
mod reading;
mod search_schedule;
mod tracking;
mod turns;
mod video;

#[cfg(feature = "burn")]
pub use self::burn::{BurnNetwork, read_crops};
pub use analyzer::{
    AnalyzedFace, Analyzer, FoundFace, FoundFaces, FrameAnalysis, MOST_FACES, MOST_FACES_OF_STILL, Views,
};
pub use appearance::{Appearance, FrameLook};
pub use attribute_network::AttributeNetwork;
pub use clock::Clock;
#[cfg(not(target_family = "wasm"))]
pub use clock::system_clock;
pub use doubt::{doubts, doubts_of_crop};
pub use error::AnalysisError;
pub use known_answer::{Deviation, KnownAnswer};
pub use probe::{PROBED, Probe, ProbeRow};
pub use reading::{Reading, ReadingTimes};
pub use search_schedule::SearchSchedule;
pub use tracking::{Tracker, Who};
pub use turns::Turns;
pub use video::Video;
