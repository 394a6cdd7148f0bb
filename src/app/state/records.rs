//! What is noted of the frames that were analysed: their times, and what was estimated.

use crate::app::model::instruments::Instruments;
use crate::app::model::session_log::{Kind, Notation, SessionLog};
use crate::app::model::settings::Settings;
use crate::protocol::Analysis;
use leptos::prelude::*;

/// The times of the last frames, and the session log.
pub(crate) struct Records {
    instruments: RwSignal<Instruments>,
    log: RwSignal<SessionLog>,
}

impl Records {
    pub(super) fn new() -> Self {
        Self { instruments: RwSignal::new(Instruments::default()), log: RwSignal::new(SessionLog::default()) }
    }

    /// The last frames' times.
    pub(crate) fn instruments(&self) -> ReadSignal<Instruments> {
        self.instruments.read_only()
    }

    /// Something else is on the stage from now on; see [`SessionLog::begin`].
    pub(super) fn begin(&self, subject: Option<(Kind, String)>) {
        self.log.maybe_update(|log| {
            log.begin(subject);
            false
        });
    }

    /// Notes what was found on the stage by the time `now` of the page's clock, `seconds` after the beginning of a video.
    pub(super) fn note(&self, analysis: &Analysis, seconds: Option<f64>, now: f64) {
        self.instruments.update(|instruments| instruments.note(analysis.timings, now));
        self.log.maybe_update(|log| log.note(&analysis.faces, seconds));
    }

    /// Notes what was found in a photo of this name that is not on the stage.
    pub(crate) fn note_photo(&self, name: String, analysis: &Analysis) {
        self.log.update(|log| log.note_photo(name, &analysis.faces));
    }

    /// Whether there is a session log to save.
    pub(crate) fn has_log(&self) -> bool {
        self.log.with(|log| !log.is_empty())
    }

    /// Forgets what was estimated over the session.
    pub(crate) fn clear_log(&self) {
        self.log.update(SessionLog::clear);
    }

    /// What was estimated over the session, without what is hidden.
    pub(crate) fn log_as_csv(&self, notation: Notation, settings: &Settings) -> String {
        self.log.with_untracked(|log| log.to_csv(notation, |attribute| settings.hides(attribute)))
    }
}
