//! What a screen reader is told, at a pace that can be listened to.

use crate::app::model::sentences::summary;
use crate::app::model::spoken::Spoken;
use crate::app::state::session::Session;
use crate::protocol::Analysis;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// Time between two announcements.
const PACE: Duration = Duration::from_secs(5);

/// An unseen region that speaks of the newest findings, if they differ in something that matters from what it last said.
#[component]
pub fn Summary() -> impl IntoView {
    let session = Session::of_context();
    let analysis = session.engine.analysis();
    let spoken = RwSignal::new(String::new());
    let told = StoredValue::new(Spoken::default());
    let is_pausing = StoredValue::new(false);
    let speak = move || {
        let is_news = analysis.with_untracked(|analysis| {
            told.try_update_value(|told| match analysis {
                Some(found) => told.is_news(&found.faces),
                None => {
                    told.forget();
                    true
                }
            })
        });
        if is_news != Some(true) {
            return;
        }
        let words = untrack(|| {
            let of_analysis = |found: &Arc<Analysis>| {
                let lines = found.faces.iter().map(|face| session.face_line(face)).filter(|line| !line.is_empty());
                session.words.phrase(&summary(found.faces.len(), &lines.collect::<Vec<_>>()))
            };
            analysis.with(|analysis| analysis.as_ref().map(of_analysis)).unwrap_or_default()
        });
        if spoken.with_untracked(|spoken| *spoken != words) {
            spoken.set(words);
        }
    };
    Effect::new(move || {
        analysis.track();
        if is_pausing.get_value() {
            return;
        }
        is_pausing.set_value(true);
        speak();
        // What came during the pause is spoken of at its end.
        set_timeout(
            move || {
                is_pausing.set_value(false);
                speak();
            },
            PACE,
        );
    });
    view! { <p class="unseen" aria-live="polite">{spoken}</p> }
}
