//! Learns new attributes of faces from a few examples, on features of the network that stays as it is, with losses weighted by their learned
//! uncertainty: Algorithm 1 of the paper (arXiv 2403.00561), small enough to be watched.
//!
//! All new attributes share one small layer, on which each has a head. Without that layer the heads would not compete, and the weights of
//! their losses would mean nothing.

mod adam;
mod examples;
mod heads;
mod layers;
mod learned;
mod losses;
mod task;
mod training;
mod weighting;

pub use examples::{Example, Place};
pub use heads::{Heads, HeadsError};
pub use learned::{Answer, Learned, Outcome};
pub use task::{MOST_ATTRIBUTES, MOST_LEVELS, MOST_NOMINAL_CLASSES, NewAttribute, Task, TaskError};
pub use training::{Epoch, LearningError, Settings, Training};
pub use weighting::Weighting;
