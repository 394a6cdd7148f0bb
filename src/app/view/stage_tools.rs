//! What can be done with the picture on the stage.

use super::icon::{FREEZE, GO_ON, Icon, KEEP, PROJECTOR};
use crate::app::state::camera_control::CameraPhase;
use crate::app::state::session::Session;
use crate::app::state::source::Source;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Elements that need the space bar themselves.
const USERS_OF_SPACE: &str = "input, select, textarea, button, a, summary, [role=slider]";

/// Freezing, keeping, comparing and showing in large.
#[component]
pub fn StageTools() -> impl IntoView {
    let session = Session::of_context();
    let (camera, words) = (session.camera, session.words);
    let is_on = move || camera.phase().get() == CameraPhase::On;
    let is_frozen = move || camera.is_frozen().get();
    let pressing = window_event_listener(ev::keydown, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let is_taken = target.is_some_and(|target| target.closest(USERS_OF_SPACE).is_ok_and(|user| user.is_some()));
        if event.key() == " " && !event.repeat() && !is_taken && is_on() {
            event.prevent_default();
            camera.toggle_frozen();
        }
    });
    on_cleanup(move || pressing.remove());
    let is_still = move || is_frozen() || session.source.with(Source::is_photo);
    let has_findings = move || session.engine.analysis().with(Option::is_some);
    let is_projector = move || session.settings.with(|settings| settings.projector);
    view! {
        <div class="tools" role="group" aria-label=words.text("the-picture")>
            <button
                data-testid="freeze"
                aria-pressed=move || is_frozen().to_string()
                hidden=move || !is_on()
                on:click=move |_| camera.toggle_frozen()
            >
                {move || if is_frozen() {
                    view! { <Icon path=GO_ON /> {words.say("go-on")} }
                } else {
                    view! { <Icon path=FREEZE /> {words.say("freeze")} }
                }}
                <kbd>{words.text("space-bar")}</kbd>
            </button>
            <button
                data-testid="keep-moment"
                hidden=move || !(is_still() && has_findings())
                on:click=move |_| session.keep_moment()
            >
                <Icon path=KEEP />
                {words.text("keep-to-compare")}
            </button>
            <button
                data-testid="projector"
                aria-pressed=move || is_projector().to_string()
                on:click=move |_| session.toggle_projector()
            >
                <Icon path=PROJECTOR />
                {words.text("projector")}
            </button>
        </div>
    }
}
