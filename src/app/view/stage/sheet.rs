//! The contact sheet of several photos.

use super::annotated::Annotated;
use crate::app::browser::sight_watch::SightWatch;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::session::Session;
use crate::app::state::sheet::SheetPhoto;
use crate::app::view::parts::list::list;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// The photos of the last selection, each with what is said about its faces; pressing one puts it onto the stage.
#[component]
pub fn Sheet() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let photos = session.sheet.photos();
    let progress = session.sheet.progress();
    let done = move || progress.get().map_or(0, |progress| progress.done);
    let files = move || progress.get().map_or(0, |progress| progress.count);
    let said = move || {
        let phrase = Phrase::new("sheet-progress");
        words.phrase(&phrase.with("done", Argument::Count(done())).with("count", Argument::Count(files())))
    };
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
            hidden=move || photos.with(Vec::is_empty) && progress.with(Option::is_none)
        >
            <div class="filling" hidden=move || progress.with(Option::is_none)>
                <progress max=move || files().to_string() value=move || done().to_string() aria-label=words.text("sheet-filling")></progress>
                <span data-testid="sheet-progress">{said}</span>
                <button data-testid="sheet-stop" on:click=move |_| session.sheet.stop_filling()>
                    {words.text("sheet-stop")}
                </button>
            </div>
            {list(ids, Arc::new(tile))}
        </section>
    }
}

/// One photo of the sheet.
#[component]
fn Tile(
    /// The photo that is shown.
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
    // A drawn picture takes four times what the photo does, so that only those in sight are drawn.
    let tile = NodeRef::<html::Button>::new();
    let in_sight = RwSignal::new(false);
    let watch = StoredValue::new_local(None::<SightWatch>);
    Effect::new(move || {
        let Some(tile) = tile.get() else { return };
        match SightWatch::start(&tile, move |is_in_sight| in_sight.set(is_in_sight)) {
            Ok(started) => watch.set_value(Some(started)),
            Err(error) => session.alerts.show(&error),
        }
    });
    let kept = StoredValue::new_local(found);
    let picture = move || {
        let found = kept.get_value().filter(|_| in_sight.get());
        found.map(|found| view! { <Annotated found /> })
    };
    view! {
        <button class="tile" data-testid="sheet-photo" node_ref=tile on:click=move |_| session.show_again(id)>
            <span class="picture">{picture}</span>
            <span class="name">{name}</span>
            <span>{text}</span>
        </button>
    }
}
