//! Kept moments beside each other.

use super::icon::{CLOSE, Icon};
use crate::app::browser::composite;
use crate::app::state::moments::Moment;
use crate::app::state::session::Session;
use leptos::html;
use leptos::prelude::*;

/// The moments that the visitor keeps, if any.
#[component]
pub fn KeptMoments() -> impl IntoView {
    let session = Session::of_context();
    let moments = session.moments;
    view! {
        <section
            class="moments"
            aria-label=move || session.words.say("kept-moments")
            data-testid="moments"
            hidden=move || moments.list().with(Vec::is_empty)
        >
            <For each=move || moments.list().get() key=|moment| moment.id let:moment>
                <KeptMoment moment />
            </For>
        </section>
    }
}

/// A kept moment and what is said about its faces.
#[component]
fn KeptMoment(
    /// Which one.
    moment: Moment,
) -> impl IntoView {
    let session = Session::of_context();
    let canvas = NodeRef::<html::Canvas>::new();
    let id = moment.id;
    let analysis = moment.analysis.clone();
    let lines = move || analysis.faces.iter().map(|face| view! { <p>{session.face_line(face)}</p> }).collect_view();
    Effect::new(move || {
        session.settings.track();
        let Some(canvas) = canvas.get() else { return };
        let drawn = session.with_look(&moment.analysis, moment.mirrored, |look| {
            composite::draw(&document(), &canvas, &moment.frame, &moment.analysis, look, None)
        });
        if let Err(error) = drawn {
            session.alerts.show(&error);
        }
    });
    view! {
        <figure class="moment" data-testid="moment">
            <canvas role="img" aria-label=move || session.words.say("kept-moment") node_ref=canvas></canvas>
            <figcaption>{lines}</figcaption>
            <button class="quiet" aria-label=move || session.words.say("let-moment-go") on:click=move |_| session.moments.forget(id)>
                <Icon path=CLOSE />
            </button>
        </figure>
    }
}
