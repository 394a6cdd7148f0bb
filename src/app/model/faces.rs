//! The faces of an analysis, by their numbers.

use crate::protocol::{Analysis, Face};
use std::sync::Arc;

/// The face with this number.
pub fn face_in(analysis: &Option<Arc<Analysis>>, number: u32) -> Option<&Face> {
    analysis.as_ref()?.face(number)
}
