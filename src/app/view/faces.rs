//! The cards of all faces, or a word on why there are none.

use super::face_card::FaceCard;
use crate::app::model::engine_state::EngineState;
use crate::app::state::session::Session;
use crate::app::state::source::Source;
use crate::protocol::Analysis;
use leptos::prelude::*;
use std::sync::Arc;

/// One card for each face in the picture.
#[component]
pub fn Faces() -> impl IntoView {
    let analysis = Session::of_context().engine.analysis();
    let numbers = Memo::new(move |_| {
        let of_faces = |found: &Arc<Analysis>| found.faces.iter().map(|face| face.number).collect::<Vec<_>>();
        let mut numbers = analysis.with(|analysis| analysis.as_ref().map(of_faces).unwrap_or_default());
        numbers.sort_unstable();
        numbers
    });
    view! {
        <section class="faces" aria-label="Faces">
            <For each=move || numbers.get() key=|number| *number let:number>
                <FaceCard number />
            </For>
            <Show when=move || numbers.with(Vec::is_empty)>
                <NoFaces />
            </Show>
        </section>
    }
}

/// Why there is no card.
#[component]
fn NoFaces() -> impl IntoView {
    let session = Session::of_context();
    let was_analysed = move || session.engine.analysis().with(Option::is_some);
    let waiting = move || {
        if !session.source.with(Source::is_something) {
            return "What the network estimates appears here, one card for each face.";
        }
        session.engine.state().with(|state| match state {
            EngineState::Loading(_) => "The engine is still loading; the faces follow.",
            EngineState::Ready(_) => "Looking for faces …",
            EngineState::Failed(_) => "Without its engine the page cannot look for faces.",
        })
    };
    let nothing_found = "No face was found. Come nearer, turn towards the light, or try another picture.";
    view! {
        <p class="placeholder" data-testid=move || was_analysed().then_some("no-face")>
            {move || if was_analysed() { nothing_found } else { waiting() }}
        </p>
    }
}
