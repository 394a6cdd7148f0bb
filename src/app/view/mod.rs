//! What a visitor sees, with a folder for each part of the screen: the masthead, the stage with its tools, the panel beside it with
//! its tabs, and the messages over the stage. `parts` holds what several of them are made of.

#![allow(unreachable_pub, reason = "the macro of components writes public items")]

mod assembly;
mod language;
mod masthead;
mod messages;
mod panel;
mod parts;
mod stage;

use super::browser::folders::folders_of;
use super::browser::photo::files_of;
use super::model::error::PageError;
use super::state::session::Session;
use super::state::words::Speaker;
use assembly::{InTurn, assemble};
use language::Languages;
use leptos::prelude::*;
use leptos::{ev, mount::mount_to};
use masthead::Masthead;
use messages::summary::Summary;
use panel::{Panel, PanelSwitch};
use stage::StageColumn;
use wasm_bindgen::JsCast;

/// The element of `index.html` that holds the page, and the one in it with the page's first words.
const ROOT: &str = "page";
const FIRST_WORDS: &str = "first-words";

/// Puts the page in the place of the words that are shown while it loads, as soon as it can speak and is whole.
pub fn mount() -> Result<(), PageError> {
    let root = document()
        .get_element_by_id(ROOT)
        .ok_or_else(|| PageError::Browser(format!("the page has no element “{ROOT}”")))?;
    mount_to(root.unchecked_into(), || view! { <Languages><App /></Languages> }).forget();
    Ok(())
}

/// The whole page.
#[component]
fn App() -> impl IntoView {
    let session = Session::begin();
    let words = session.words;
    provide_context(session);
    let switch = PanelSwitch::begin(session);
    provide_context(switch);
    if let Some(error) = Speaker::of_context().take_unavailable() {
        session.alerts.show(&error);
    }
    session.camera.watch_devices();
    let open_launch = session.open_launch();
    // What follows the first words is hidden (`layout.css`).
    assemble(move || {
        if let Some(first_words) = document().get_element_by_id(FIRST_WORDS) {
            first_words.remove();
        }
        open_launch();
    });
    Effect::new(move || document().set_title(&words.say("page-title")));
    Effect::new(move || {
        let is_projector = session.settings.with(|settings| settings.projector);
        if let Some(page) = document().document_element() {
            // The attribute's name is valid, and nothing else can go wrong.
            let _ = page.toggle_attribute_with_force("data-projector", is_projector);
        }
    });
    take_in_files(session);
    view! {
        <Masthead />
        <main
            class="workbench"
            data-empty=move || session.is_empty().then_some("")
            data-panel=move || switch.is_open().then_some("")
        >
            <StageColumn />
            <InTurn turn=6>
                <Panel />
            </InTurn>
        </main>
        <InTurn turn=7>
            <Summary />
        </InTurn>
    }
}

/// Opens what is pasted into the page or dropped on it.
fn take_in_files(session: Session) {
    let pasting = window_event_listener(ev::paste, move |event| {
        let files = files_of(event.clipboard_data());
        if !files.is_empty() {
            event.prevent_default();
            session.open_files(files);
        }
    });
    // Without the first of the two the browser would open a dropped file in place of the page.
    let dragging = window_event_listener(ev::dragover, |event| event.prevent_default());
    let dropping = window_event_listener(ev::drop, move |event| {
        event.prevent_default();
        let transfer = event.data_transfer();
        let folders = transfer.as_ref().map(folders_of).unwrap_or_default();
        let files = files_of(transfer);
        match (files.is_empty(), folders.is_empty()) {
            (_, false) => session.open_folders(folders, files),
            (true, true) => session.alerts.show(&PageError::NoFile),
            (false, true) => session.open_files(files),
        }
    });
    on_cleanup(move || [pasting, dragging, dropping].into_iter().for_each(|listener| listener.remove()));
}
