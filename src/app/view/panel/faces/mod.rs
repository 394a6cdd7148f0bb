//! What the network says: a line for every face, and everything about the selected one.

pub mod age_chart;
mod card;
pub mod probability_bars;
pub mod shown;
mod strip;
mod taught;

use crate::app::model::engine_state::EngineState;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::session::Session;
use crate::app::state::source::Source;
use card::FaceCard;
use leptos::prelude::*;
use shown::Shown;
use strip::FaceStrip;

/// The faces, or a word on why there are none.
#[component]
pub fn Faces() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let number = session.selection.number();
    let has_faces = move || number.with(Option::is_some);
    view! {
        <section class="faces" aria-label=words.text("faces")>
            <Show when=has_faces fallback=|| view! { <NoFaces /> }>
                <FaceStrip />
                <NotRead />
                <FaceCard number />
            </Show>
            <Shown />
            <p class="muted">{words.text("notes-appearance")}</p>
        </section>
    }
}

/// Why there is no face.
#[component]
fn NoFaces() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let was_analysed = move || session.engine.found().with(Option::is_some);
    let waiting = move || {
        if !session.source.with(Source::is_something) {
            return "faces-before";
        }
        session.engine.state().with(|state| match state {
            EngineState::Loading(_) => "faces-engine-loading",
            EngineState::Ready { .. } => "faces-looking",
            EngineState::Failed(_) => "faces-engine-failed",
        })
    };
    let text = move || match session.engine.search().get() {
        _ if was_analysed() => words.say("faces-none"),
        Some((share, faces)) => words.phrase(
            &Phrase::new("faces-searching")
                .with("share", Argument::Share(share.into()))
                .with("count", Argument::Count(faces as usize)),
        ),
        None => words.say(waiting()),
    };
    view! {
        <p class="placeholder" data-testid=move || was_analysed().then_some("no-face")>{text}</p>
    }
}

/// That there are more faces than were read, if so.
#[component]
fn NotRead() -> impl IntoView {
    let session = Session::of_context();
    let text = move || {
        session.engine.analysis().with(|analysis| {
            let analysis = analysis.as_ref()?;
            let [found, read] = [analysis.count as usize, analysis.faces.len()];
            let phrase = Phrase::new("faces-not-read").with("found", Argument::Count(found));
            (found > read).then(|| session.words.phrase(&phrase.with("read", Argument::Count(read))))
        })
    };
    view! { <p class="muted" data-testid="not-read">{text}</p> }
}
