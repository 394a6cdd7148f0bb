//! The contact sheet of several photos.

use super::annotated::Annotated;
use crate::app::state::session::Session;
use crate::app::state::sheet::SheetPhoto;
use crate::app::view::parts::list::list;
use leptos::prelude::*;
use std::sync::Arc;

/// The photos of the last selection, each with what is said about its faces; pressing one puts it onto the stage.
#[component]
pub fn Sheet() -> impl IntoView {
    let session = Session::of_context();
    let photos = session.sheet.photos();
    let ids = Signal::derive(move || photos.with(|photos| photos.iter().map(|photo| photo.id).collect()));
    let tile = move |id| {
        let photo = photos.with_untracked(|photos| photos.iter().find(|photo| photo.id == id).cloned());
        photo.map(|photo| view! { <Tile photo /> }).into_any()
    };
    view! {
        <section
            class="sheet"
            aria-label=session.words.text("contact-sheet")
            data-testid="sheet"
            hidden=move || photos.with(Vec::is_empty)
        >
            {list(ids, Arc::new(tile))}
        </section>
    }
}

/// One photo of the sheet.
#[component]
fn Tile(
    /// Which one.
    photo: SheetPhoto,
) -> impl IntoView {
    let session = Session::of_context();
    let SheetPhoto { id, name, found, .. } = photo;
    let shown = found.as_ref().map(|found| found.shown.clone());
    let text = move || {
        let Some(analysis) = &shown else { return session.words.say("unreadable-photo") };
        let lines: Vec<String> = analysis.faces.iter().map(|face| session.face_line(face)).collect();
        if lines.is_empty() {
            session.words.say("no-face-found")
        } else {
            lines.join(&session.words.say("faces-separator"))
        }
    };
    let picture = found.map(|found| view! { <Annotated found /> });
    view! {
        <button class="tile" data-testid="sheet-photo" on:click=move |_| session.show_again(id)>
            {picture}
            <span class="name">{name}</span>
            <span>{text}</span>
        </button>
    }
}
