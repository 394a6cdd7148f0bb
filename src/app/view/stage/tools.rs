//! The bar on the stage's edge: what can be put on the stage, and what can be done with it.

use super::camera_button::{CameraButton, CameraChoice};
use super::photo_picker::PhotoPicker;
use super::samples::Samples;
use crate::app::browser::focus::focus_on;
use crate::app::state::camera_control::CameraPhase;
use crate::app::state::session::Session;
use crate::app::view::panel::PanelSwitch;
use crate::app::view::parts::icon::{CLOSE, FREEZE, GO_ON, Icon, KEEP, PANEL, PROJECTOR};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// Elements that need the keys themselves.
const USERS_OF_KEYS: &str = "input, select, textarea, button, a, summary, [tabindex], [role=application]";

/// Camera, photos, freezing, comparing, the whole screen, and clearing the stage.
#[component]
pub fn Tools() -> impl IntoView {
    let session = Session::of_context();
    let (camera, words) = (session.camera, session.words);
    let switch = PanelSwitch::of_context();
    let is_on = move || camera.phase().get() == CameraPhase::On;
    let is_frozen = move || camera.is_frozen().get();
    let freezing = move || if is_frozen() { "go-on" } else { "freeze" };
    let has_findings = move || session.engine.found().with(Option::is_some);
    let is_projector = move || session.settings.with(|settings| settings.projector);
    let clear = move |_| {
        session.clear_stage();
        focus_on("[data-focus=camera]");
    };
    listen(session, switch);
    view! {
        <div class="tools" role="group" aria-label=words.text("the-picture")>
            <CameraButton />
            <PhotoPicker />
            <CameraChoice />
            <button class="tool" data-testid="freeze" title=move || words.say(freezing()) aria-keyshortcuts="Space" hidden=move || !is_on() on:click=move |_| camera.toggle_frozen()>
                <Icon path=Signal::derive(move || if is_frozen() { GO_ON } else { FREEZE }) />
                <span class="word">{move || words.say(freezing())}</span>
            </button>
            <button class="tool" data-testid="keep-moment" data-focus="moment"
                title=words.text("keep-to-compare") hidden=move || !has_findings() on:click=move |_| session.keep_moment()>
                <Icon path=KEEP />
                <span class="word">{words.text("keep-to-compare")}</span>
            </button>
            <button
                class="tool"
                data-testid="projector"
                data-focus="projector"
                title=words.text("projector")
                aria-pressed=move || is_projector().to_string()
                hidden=move || session.is_empty() && !is_projector()
                on:click=move |_| session.toggle_projector()
            >
                <Icon path=PROJECTOR />
                <span class="word">{words.text("projector")}</span>
            </button>
            <button
                class="tool"
                data-testid="toggle-panel"
                data-focus="panel"
                title=words.text("panel")
                aria-keyshortcuts="p"
                aria-expanded=move || switch.is_open().to_string()
                hidden=move || !is_projector()
                on:click=move |_| switch.toggle()
            >
                <Icon path=PANEL />
                <span class="word">{words.text("panel")}</span>
            </button>
            <button class="tool" data-testid="clear-stage"
                title=words.text("clear-stage") hidden=move || session.is_empty() on:click=clear>
                <Icon path=CLOSE />
                <span class="word">{words.text("clear-stage")}</span>
            </button>
            <Samples />
        </div>
    }
}

/// Space freezes, the arrows go from face to face, `p` shows the panel to a class, Escape ends the projector; all of them
/// unless the focus is on something that needs the key.
fn listen(session: Session, switch: PanelSwitch) {
    let is_projector = move || session.settings.with_untracked(|settings| settings.projector);
    let pressing = window_event_listener(ev::keydown, move |event| {
        if is_taken(&event) {
            return;
        }
        match event.key().as_str() {
            " " if session.camera.phase().get_untracked() == CameraPhase::On => session.camera.toggle_frozen(),
            "ArrowLeft" | "ArrowUp" => session.selection.step(-1),
            "ArrowRight" | "ArrowDown" => session.selection.step(1),
            "p" if is_projector() => {
                switch.toggle();
                focus_on("[data-focus=panel]");
            }
            "Escape" if is_projector() => end_projector(session),
            _ => return,
        }
        event.prevent_default();
    });
    // The browser's own Escape leaves the full screen without telling the page of the key.
    let leaving = window_event_listener_untyped("fullscreenchange", move |_| {
        if document().fullscreen_element().is_none() && is_projector() {
            end_projector(session);
        }
    });
    on_cleanup(move || {
        pressing.remove();
        leaving.remove();
    });
}

/// Shows the page to one visitor again. The button of the panel, which may have the focus, goes.
fn end_projector(session: Session) {
    session.toggle_projector();
    focus_on("[data-focus=projector]");
}

/// Whether a key is meant for something else: with a modifier, repeated, dealt with, or on an element that needs it. Escape and
/// letters are needed by none that has them otherwise.
fn is_taken(event: &KeyboardEvent) -> bool {
    if event.repeat()
        || event.default_prevented()
        || event.ctrl_key()
        || event.alt_key()
        || event.meta_key()
        || event.shift_key()
    {
        return true;
    }
    let needs = match event.key().as_str() {
        "Escape" => return false,
        "p" => "input, select, textarea",
        _ => USERS_OF_KEYS,
    };
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(needs).is_ok_and(|user| user.is_some()))
}
