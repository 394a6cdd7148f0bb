//! Everything that makes weights: data sets, augmentation, losses, the learner, and the conversion of released weights.

pub mod augmentation;
mod channels_last;
mod checkpoint;
pub mod checksums;
mod config;
pub mod convert_blazeface;
pub mod crops;
pub mod dataset;
mod disguise;
mod evidence;
mod floats;
mod graph_model;
mod imitation;
mod interpolation;
pub mod kernels;
pub mod known_answer;
mod learner;
pub mod losses;
mod moving_average;
pub mod onnx;
pub mod pretrained;
mod record;
pub mod rounding;
mod sampler;
pub mod soft_labels;
pub mod split;
pub mod teacher;
mod unfolding;

pub use channels_last::ChannelsLast;
pub use checkpoint::{averaged_network, note_earlier, saved_configs};
pub use config::TrainingConfig;
pub use interpolation::interpolated;
pub use learner::{Learner, Teaching, Training};
pub use moving_average::recalibrate;
pub use record::StepRecord;
pub use unfolding::unfold;
