//! How figures stand in the model card's tables.

use super::figure::{Figure, Measured};
use crate::training::dataset::Dataset;

/// A figure with its interval, or a dash.
pub(super) fn cell(figure: Figure, measured: Option<&Measured>) -> String {
    measured.map_or_else(|| "–".to_owned(), |measured| figure.text(measured))
}

/// A share as per cent.
pub(super) fn percent(share: f64) -> String {
    format!("{:.1} %", 100.0 * share)
}

/// The name of a data set for people.
pub(super) fn set_title(name: &str) -> &str {
    Dataset::ALL.into_iter().find(|dataset| dataset.name() == name).map_or(name, |dataset| dataset.title())
}
