//! What the visitor is told: the newest failure, and for a moment that something has worked.

use crate::app::model::error::PageError;
use crate::app::model::phrase::Phrase;
use leptos::prelude::*;
use std::time::Duration;

/// How long it is said that something has worked.
const NOTICE: Duration = Duration::from_secs(5);

/// A failure on show.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Alert {
    /// The sentence.
    pub sentence: Phrase,
    /// A second sentence, if there is more to be said.
    pub also: Option<Phrase>,
}

/// The newest failure, which takes the place of any before it, and the newest notice.
#[derive(Clone, Copy)]
pub(crate) struct Alerts {
    alert: RwSignal<Option<Alert>>,
    notice: RwSignal<Option<Phrase>>,
    // Counts notices, so that the end of one does not take the next away.
    notices: StoredValue<u32>,
}

impl Alerts {
    /// Nothing is to be said.
    pub(crate) fn new() -> Self {
        Self { alert: RwSignal::new(None), notice: RwSignal::new(None), notices: StoredValue::new(0) }
    }

    /// The failure on show, if there is one.
    pub(crate) fn newest(self) -> ReadSignal<Option<Alert>> {
        self.alert.read_only()
    }

    /// Shows a failure.
    pub(crate) fn show(self, error: &PageError) {
        self.show_with(error, None);
    }

    /// Shows a failure, with a second sentence behind its own.
    pub(crate) fn show_with(self, error: &PageError, also: Option<Phrase>) {
        self.alert.set(Some(Alert { sentence: error.phrase(), also }));
    }

    /// Takes the failure away, as the visitor has read it or something has worked since.
    pub(crate) fn clear(self) {
        if self.alert.with_untracked(Option::is_some) {
            self.alert.set(None);
        }
    }

    /// Takes this failure away, if it is the one on show: it is over.
    pub(crate) fn retract(self, error: &PageError) {
        let is_shown = |alert: &Option<Alert>| alert.as_ref().is_some_and(|alert| alert.sentence == error.phrase());
        if self.alert.with_untracked(is_shown) {
            self.clear();
        }
    }

    /// Says by the name of a message that something has worked, or why it has not.
    pub(crate) fn tell(self, done: Result<(), PageError>, message: &'static str) {
        match done {
            Ok(()) => self.note(message),
            Err(error) => self.show(&error),
        }
    }

    /// Says for a moment that something has worked, by the name of a message.
    pub(crate) fn note(self, message: &'static str) {
        let number = self.notices.get_value().wrapping_add(1);
        self.notices.set_value(number);
        self.notice.set(Some(Phrase::new(message)));
        set_timeout(
            move || {
                if self.notices.get_value() == number {
                    self.notice.set(None);
                }
            },
            NOTICE,
        );
    }

    /// The notice on show, if there is one.
    pub(crate) fn notice(self) -> ReadSignal<Option<Phrase>> {
        self.notice.read_only()
    }
}
