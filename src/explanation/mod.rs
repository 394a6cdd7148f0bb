//! Why the network says what it says: Grad-CAM heat maps, their colours, and their way back onto the frame.

pub mod colour_map;
mod cpu;
pub mod dissection;
pub mod grad_cam;
pub mod map;
pub mod target;
pub mod warp;

pub use cpu::grad_cam_on_cpu;
pub use dissection::{Dissection, DissectionError, dissect, dissect_on_cpu};
pub use grad_cam::grad_cam;
pub use map::EvidenceMap;
pub use target::ExplanationTarget;
