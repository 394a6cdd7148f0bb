//! Learns new attributes of faces from a few examples, on features of the network that stays as it is, with losses weighted by their learned
//! uncertainty: Algorithm 1 of the paper (arXiv 2403.00561), small enough to be watched.
//!
//! All new attributes share one small layer, on which each has a head. Without that layer the heads would not compete, and the weights of
//! their losses would mean nothing. What is to be learned and what came of it is known to everybody; what computes it has the feature
//! `inference`.

#[cfg(feature = "inference")]
mod adam;
mod answers;
mod examples;
#[cfg(feature = "inference")]
mod heads;
#[cfg(feature = "inference")]
mod layers;
#[cfg(feature = "inference")]
mod learned;
#[cfg(feature = "inference")]
mod losses;
#[cfg(feature = "inference")]
mod material;
mod pack;
mod settings;
mod task;
#[cfg(feature = "inference")]
mod training;
mod weighting;

pub use answers::{Answer, Outcome, Tally};
pub use examples::{Example, Place};
#[cfg(feature = "inference")]
pub use heads::{Heads, HeadsError};
#[cfg(feature = "inference")]
pub use learned::Learned;
#[cfg(feature = "inference")]
pub use material::Material;
pub use pack::{AGE_LEVELS, PACKED_FACES, PackedFace, age_level, pack, unpack};
pub use settings::{Epoch, LeftOut, Settings, Spoilt};
pub use task::{FEWEST_CLASSES, MOST_ATTRIBUTES, MOST_LEVELS, MOST_NOMINAL_CLASSES, NewAttribute, Task, TaskError};
#[cfg(feature = "inference")]
pub use training::{LearningError, Training};
pub use weighting::{LEAST_LOG_VARIANCE, Weighting};
