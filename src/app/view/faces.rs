//! The cards of all faces, or a word on why there are none.

use super::face_card::FaceCard;
use super::list::list;
use crate::app::model::engine_state::EngineState;
use crate::app::model::order::in_order;
use crate::app::state::session::Session;
use crate::app::state::source::Source;
use crate::protocol::Analysis;
use leptos::prelude::*;
use std::sync::Arc;

/// One card for each face in the picture.
#[component]
pub fn Faces() -> impl IntoView {
    let session = Session::of_context();
    let (analysis, words) = (session.engine.analysis(), session.words);
    let numbers = Memo::new(move |_| {
        let numbers = |found: &Analysis| in_order(found.faces.iter().map(|face| face.number), u32::cmp);
        analysis.with(|analysis| analysis.as_deref().map(numbers).unwrap_or_default())
    });
    view! {
        <section class="faces" aria-label=words.text("faces")>
            {list(numbers.into(), Arc::new(|number| view! { <FaceCard number /> }.into_any()))}
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
    let words = session.words;
    let was_analysed = move || session.engine.analysis().with(Option::is_some);
    let waiting = move || {
        if !session.source.with(Source::is_something) {
            return "faces-before";
        }
        session.engine.state().with(|state| match state {
            EngineState::Loading(_) => "faces-engine-loading",
            EngineState::Ready(_) => "faces-looking",
            EngineState::Failed(_) => "faces-engine-failed",
        })
    };
    view! {
        <p class="placeholder" data-testid=move || was_analysed().then_some("no-face")>
            {move || words.say(if was_analysed() { "faces-none" } else { waiting() })}
        </p>
    }
}
