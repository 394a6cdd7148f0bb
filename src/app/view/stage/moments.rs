//! Kept moments beside the picture.

use super::annotated::Annotated;
use crate::app::browser::focus::focus_on;
use crate::app::state::moments::Moment;
use crate::app::state::session::Session;
use crate::app::view::parts::icon::{CLOSE, Icon};
use crate::app::view::parts::list::list;
use leptos::prelude::*;
use std::sync::Arc;

/// The moments that the visitor keeps, if any.
#[component]
pub fn KeptMoments() -> impl IntoView {
    let session = Session::of_context();
    let moments = session.moments;
    let ids = Signal::derive(move || moments.list().with(|kept| kept.iter().map(|moment| moment.id).collect()));
    let kept = move |id| {
        let moment = moments.list().with_untracked(|kept| kept.iter().find(|moment| moment.id == id).cloned());
        moment.map(|moment| view! { <KeptMoment moment /> }).into_any()
    };
    view! {
        <section
            class="moments"
            aria-label=session.words.text("kept-moments")
            data-testid="moments"
            hidden=move || moments.list().with(Vec::is_empty)
        >
            {list(ids, Arc::new(kept))}
        </section>
    }
}

/// A kept moment and what is said about its faces.
#[component]
fn KeptMoment(
    /// The moment that is shown.
    moment: Moment,
) -> impl IntoView {
    let session = Session::of_context();
    let Moment { id, found } = moment;
    let shown = found.shown.clone();
    let lines = move || shown.faces.iter().map(|face| view! { <p>{session.face_line(face)}</p> }).collect_view();
    let forget = move |_| {
        session.moments.forget(id);
        focus_on(".moment button, [data-focus=moment]");
    };
    view! {
        <figure class="moment" data-testid="moment">
            <Annotated found label=Signal::derive(move || session.words.say("kept-moment")) />
            <figcaption>{lines}</figcaption>
            <button class="quiet" aria-label=session.words.text("let-moment-go") on:click=forget>
                <Icon path=CLOSE />
            </button>
        </figure>
    }
}
