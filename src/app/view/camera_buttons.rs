//! The camera's switch and the choice of a camera.

use super::icon::{CAMERA, Icon, STOP};
use crate::app::browser::camera_list::CameraDevice;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::camera_control::CameraPhase;
use crate::app::state::session::Session;
use leptos::prelude::*;

/// Start, stop, and, where there are several cameras, which one.
#[component]
pub fn CameraButtons() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let phase = session.camera.phase();
    let is_off = move || phase.get() == CameraPhase::Off;
    view! {
        <button
            class="primary"
            data-testid="start-camera"
            hidden=move || !is_off()
            on:click=move |_| session.start_camera(session.camera.chosen().get_untracked())
        >
            <Icon path=CAMERA />
            {words.text("use-camera")}
        </button>
        <button class="primary" data-testid="stop-camera" hidden=is_off on:click=move |_| session.camera.stop()>
            <Icon path=STOP />
            {move || words.say(if phase.get() == CameraPhase::Starting { "waiting-for-camera" } else { "stop-camera" })}
        </button>
        <CameraChoice />
    }
}

/// The list of cameras, shown where there is a choice and the visitor has seen a camera's picture.
#[component]
fn CameraChoice() -> impl IntoView {
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
