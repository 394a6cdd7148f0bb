//! Why the network says what it says: Grad-CAM heat maps, their colours, and how they return to the frame.

#[cfg(any(test, feature = "training"))]
mod burn_grad_cam;
pub mod colour_map;
pub mod dissection;
pub mod evidence_map;
pub mod grad_cam;
pub mod target;
pub mod warp;

#[cfg(feature = "training")]
pub(crate) use burn_grad_cam::explained_output;
pub use dissection::{Dissection, dissect};
pub use evidence_map::EvidenceMap;
pub use grad_cam::{evidence_of_features, grad_cam};
pub use target::ExplanationTarget;
