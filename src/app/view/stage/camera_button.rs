//! The camera's switch and the choice of a camera.

use crate::app::browser::camera_list::CameraDevice;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::camera_control::CameraPhase;
use crate::app::state::session::Session;
use crate::app::view::parts::icon::{CAMERA, Icon, STOP};
use leptos::prelude::*;
use web_sys::MouseEvent;

/// One button, whose name and action change, so that it keeps the keyboard's focus.
#[component]
pub fn CameraButton() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let phase = session.camera.phase();
    let name = move || match phase.get() {
        CameraPhase::Off => "use-camera",
        CameraPhase::Starting => "waiting-for-camera",
        CameraPhase::On if session.camera.is_film().get() => "stop-film",
        CameraPhase::On => "stop-camera",
    };
    let is_off = move || phase.get() == CameraPhase::Off;
    // The second click of a double click is none of its own: it would undo the first.
    let press = move |event: MouseEvent| {
        if event.detail() < 2 {
            session.toggle_camera();
        }
    };
    view! {
        <button
            class="primary"
            data-testid=move || if is_off() { "start-camera" } else { "stop-camera" }
            data-focus="camera"
            on:click=press
        >
            <Icon path=Signal::derive(move || if is_off() { CAMERA } else { STOP }) />
            <span class="word">{move || words.say(name())}</span>
        </button>
    }
}

/// The list of cameras, shown where there is a choice and the visitor has seen a camera's picture.
#[component]
pub fn CameraChoice() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let camera = session.camera;
    let has_choice =
        move || camera.chosen().with(Option::is_some) && camera.devices().with(|devices| devices.len() > 1);
    let option = move |(index, device): (usize, CameraDevice)| {
        let is_chosen = camera.chosen().with(|chosen| chosen.as_ref() == Some(&device.id));
        let name = if device.label.is_empty() {
            words.phrase(&Phrase::new("camera-number").with("number", Argument::Count(index + 1)))
        } else {
            device.label
        };
        view! {
            <option value=device.id selected=is_chosen>
                {name}
            </option>
        }
    };
    view! {
        <label class="camera-choice" hidden=move || !has_choice()>
            <span class="unseen">{words.text("which-camera")}</span>
            <select on:change=move |event| session.start_camera(Some(event_target_value(&event)))>
                {move || camera.devices().get().into_iter().enumerate().map(option).collect_view()}
            </select>
        </label>
    }
}
