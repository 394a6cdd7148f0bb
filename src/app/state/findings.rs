//! What was found last on the stage, as it was and smoothed over time.

use super::found::{Found, Frame};
use super::selection::Selection;
use crate::app::model::settings::Settings;
use crate::app::model::smoothing::Smoother;
use crate::protocol::Analysis;
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// Mean level of light, of 255, below which a frame shows nothing.
const BLACK: f32 = 5.0;

/// What was found last, and which of its faces is looked at more closely.
pub(super) struct Findings {
    found: RwSignal<Option<Found>, LocalStorage>,
    analysis: Signal<Option<Arc<Analysis>>>,
    latest: Signal<Option<Arc<Analysis>>>,
    selection: Selection,
    smoother: StoredValue<Smoother>,
    settings: RwSignal<Settings>,
}

/// How a frame stands to the one before it.
#[derive(Clone, Copy)]
pub(super) struct Motion {
    /// Whether it is one of a video that goes on.
    pub moves: bool,
    /// Whether it follows another frame of the same video.
    pub continues: bool,
}

impl Findings {
    pub(super) fn new(settings: RwSignal<Settings>) -> Self {
        let found = RwSignal::new_local(None::<Found>);
        let part = move |of: fn(&Found) -> &Arc<Analysis>| {
            Signal::derive(move || found.with(|found| found.as_ref().map(|found| of(found).clone())))
        };
        Self {
            found,
            analysis: part(|found| &found.shown),
            latest: part(|found| &found.latest),
            selection: Selection::new(),
            smoother: StoredValue::new(Smoother::default()),
            settings,
        }
    }

    /// The newest frame of the present source that was analysed, with what was found in it.
    pub(super) fn found(&self) -> ReadSignal<Option<Found>, LocalStorage> {
        self.found.read_only()
    }

    /// What was found in that frame, before any smoothing.
    pub(super) fn latest(&self) -> Signal<Option<Arc<Analysis>>> {
        self.latest
    }

    /// What was found in that frame; of a video smoothed over time, if the visitor wants that.
    pub(super) fn analysis(&self) -> Signal<Option<Arc<Analysis>>> {
        self.analysis
    }

    /// The face that is looked at more closely.
    pub(super) fn selection(&self) -> Selection {
        self.selection
    }

    /// How many faces that frame had; `None` while there is none.
    pub(super) fn count(&self) -> Option<usize> {
        self.found.with_untracked(|found| found.as_ref().map(|found| found.latest.faces.len()))
    }

    /// Whether there is no light in that frame of a video.
    pub(super) fn sees_black(&self) -> bool {
        self.found.with_untracked(|found| {
            found.as_ref().is_some_and(|found| !found.latest.searched && found.latest.light < BLACK)
        })
    }

    /// Forgets all of it: something else is on the stage.
    pub(super) fn forget(&self) {
        self.smoother.update_value(Smoother::forget);
        self.selection.forget();
        self.found.set(None);
    }

    /// Shows what was found in `frame` by the time `now` of the page's clock.
    pub(super) fn show(&self, analysis: Analysis, frame: Frame, mirrored: bool, motion: Motion, now: f64) {
        self.selection.see(&analysis, motion.moves);
        if !(motion.continues && motion.moves) {
            self.smoother.update_value(Smoother::forget);
        }
        let latest = Arc::new(analysis);
        let shown = if motion.moves && self.settings.with_untracked(|settings| settings.smooth) {
            let mut smoothed = (*latest).clone();
            self.smoother.update_value(|smoother| smoother.smooth(&mut smoothed.faces, now));
            Arc::new(smoothed)
        } else {
            self.smoother.update_value(Smoother::forget);
            latest.clone()
        };
        self.found.set(Some(Found { frame: Rc::new(frame), latest, shown, mirrored }));
    }
}
