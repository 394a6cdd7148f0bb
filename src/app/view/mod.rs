//! What a visitor sees.

mod age_chart;
mod alert_list;
mod annotated;
mod camera_buttons;
mod display_controls;
mod engine_status;
mod explain_selector;
mod face_card;
mod faces;
mod heat_legend;
mod icon;
mod instruments;
mod lesson;
mod list;
mod moments;
mod notes;
mod overlay;
mod photo_picker;
mod privacy;
mod probability_bars;
mod samples;
mod sheet;
mod stage;
mod stage_tools;
mod summary;
mod take_away;

use super::browser::photo::files_of;
use super::model::error::PageError;
use super::state::session::Session;
use super::state::words::{LanguageChoice, Languages, take_unavailable};
use alert_list::AlertList;
use camera_buttons::CameraButtons;
use display_controls::DisplayControls;
use engine_status::EngineStatus;
use explain_selector::ExplainSelector;
use faces::Faces;
use instruments::InstrumentPanel;
use leptos::prelude::*;
use leptos::{ev, mount::mount_to};
use lesson::LessonPanel;
use moments::KeptMoments;
use notes::Notes;
use photo_picker::PhotoPicker;
use privacy::UpdateOffer;
use samples::Samples;
use sheet::Sheet;
use stage::Stage;
use stage_tools::StageTools;
use summary::Summary;
use take_away::TakeAway;
use wasm_bindgen::JsCast;

/// The element of `index.html` that holds the page, and the one in it with the page's first words.
const ROOT: &str = "page";
const FIRST_WORDS: &str = "first-words";

/// Puts the page in the place of the words that are shown while it loads, as soon as it can speak.
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
    if let Some(first_words) = document().get_element_by_id(FIRST_WORDS) {
        first_words.remove();
    }
    let session = Session::begin();
    let words = session.words;
    provide_context(session);
    if let Some(error) = take_unavailable() {
        session.alerts.show(&error);
    }
    session.camera.watch_devices();
    // Once the components are there, the camera's among them.
    Effect::new(move |_| session.open_launch());
    Effect::new(move || {
        let is_projector = session.settings.with(|settings| settings.projector);
        if let Some(page) = document().document_element() {
            // The attribute's name is valid, and nothing else can go wrong.
            let _ = page.toggle_attribute_with_force("data-projector", is_projector);
        }
    });
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
        session.open_files(files_of(event.data_transfer()));
    });
    on_cleanup(move || [pasting, dragging, dropping].into_iter().for_each(|listener| listener.remove()));
    view! {
        <header class="masthead">
            <div>
                <h1>"Visage"</h1>
                <p class="lead">
                    {words.text("lead")}
                    " "
                    <strong>{words.text("lead-private")}</strong>
                </p>
            </div>
            <div class="side">
                <LanguageChoice />
                <EngineStatus />
            </div>
        </header>
        <main class="workbench">
            <div class="left">
                <UpdateOffer />
                <AlertList />
                <Stage />
                <StageTools />
                <div class="sources">
                    <CameraButtons />
                    <PhotoPicker />
                </div>
                <KeptMoments />
                <Sheet />
                <Samples />
            </div>
            <div class="right">
                <section class="controls" aria-label=words.text("what-is-shown")>
                    <ExplainSelector />
                    <DisplayControls />
                </section>
                <Faces />
            </div>
            <div class="more">
                <TakeAway />
                <InstrumentPanel />
            </div>
            <LessonPanel />
        </main>
        <Notes />
        <Summary />
    }
}
