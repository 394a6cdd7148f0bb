//! The failures that the visitor is told of.

use super::super::model::error::PageError;
use super::super::model::phrase::Phrase;
use leptos::prelude::*;

/// A failure on show.
#[derive(Clone, Debug, PartialEq)]
pub struct Alert {
    /// Tells alerts apart.
    pub id: u32,
    /// The sentence.
    pub sentence: Phrase,
}

/// All failures on show, oldest first.
#[derive(Clone, Copy)]
pub struct Alerts {
    list: RwSignal<Vec<Alert>>,
    next_id: StoredValue<u32>,
}

impl Alerts {
    /// No failures.
    pub fn new() -> Self {
        Self { list: RwSignal::new(Vec::new()), next_id: StoredValue::new(0) }
    }

    /// The failures on show.
    pub fn list(self) -> ReadSignal<Vec<Alert>> {
        self.list.read_only()
    }

    /// Shows a failure; one that is on show already is not shown twice.
    pub fn show(self, error: &PageError) {
        let sentence = error.phrase();
        if self.list.with_untracked(|list| list.iter().any(|alert| alert.sentence == sentence)) {
            return;
        }
        let id = self.next_id.get_value();
        self.next_id.set_value(id.wrapping_add(1));
        self.list.update(|list| list.push(Alert { id, sentence }));
    }

    /// Takes one failure away.
    pub fn dismiss(self, id: u32) {
        self.list.update(|list| list.retain(|alert| alert.id != id));
    }

    /// Takes all failures away, as something has worked since.
    pub fn clear(self) {
        if self.list.with_untracked(|list| !list.is_empty()) {
            self.list.set(Vec::new());
        }
    }
}
