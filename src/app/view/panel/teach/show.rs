//! Showing examples: by the camera, a film or a photo on the stage, or from photos of the machine.

use crate::app::browser::photo::listed;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::session::Session;
use crate::app::state::source::Source;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, MouseEvent, PointerEvent};

/// A button to hold, one that counts down, and one for photos.
#[component]
pub fn Show() -> impl IntoView {
    let session = Session::of_context();
    let (words, trainer) = (session.words, session.trainer);
    let gathers = trainer.gathers();
    let has_face = move || session.selection.number().with(Option::is_some);
    let is_video = move || session.source.with(|source| matches!(source, Source::Camera { .. }));
    let hold = move |event: PointerEvent| {
        // With what lies outside of the button the finger still holds it.
        if let Some(button) = event.current_target() {
            let _ = button.unchecked_into::<Element>().set_pointer_capture(event.pointer_id());
        }
        trainer.hold(true);
    };
    let press = move |event: KeyboardEvent| {
        if is_held(&event) {
            event.prevent_default();
            trainer.hold(true);
        }
    };
    let lift = move |event: KeyboardEvent| {
        if is_held(&event) {
            event.prevent_default();
            trainer.hold(false);
        }
    };
    // A screen reader presses without a pointer and without keys: it starts, and it stops.
    let click = move |event: MouseEvent| {
        if event.detail() == 0 {
            trainer.hold(!gathers.get_untracked());
        }
    };
    let title = move || match trainer.counts().get() {
        Some(seconds) => {
            words.phrase(&Phrase::new("training-in-seconds").with("seconds", Argument::Count(seconds as usize)))
        }
        None if gathers.get() => words.say("training-taking"),
        None if is_video() => words.say("training-hold"),
        None => words.say("training-take-one"),
    };
    let input = NodeRef::<html::Input>::new();
    let open = move |_| {
        let Some(input) = input.get_untracked() else { return };
        if let Some(files) = input.files() {
            trainer.read_photos(listed(&files));
        }
        input.set_value("");
    };
    let reading = move || {
        trainer.reading().get().map(|(done, count)| {
            let phrase = Phrase::new("training-reading").with("done", Argument::Count(done + 1));
            words.phrase(&phrase.with("count", Argument::Count(count)))
        })
    };
    view! {
        <div class="row show">
            <button
                class="primary hold"
                data-testid="hold"
                aria-pressed=move || gathers.get().to_string()
                disabled=move || !has_face()
                on:pointerdown=hold
                on:pointerup=move |_| trainer.hold(false)
                on:pointercancel=move |_| trainer.hold(false)
                on:keydown=press
                on:keyup=lift
                on:blur=move |_| trainer.hold(false)
                on:click=click
            >
                {title}
            </button>
            <button hidden=move || !is_video() data-testid="count-down" on:click=move |_| trainer.count_down()>
                {words.text("training-count-down")}
            </button>
            <label class="button">
                <input
                    class="unseen"
                    type="file"
                    accept="image/*"
                    multiple
                    data-testid="example-photos"
                    node_ref=input
                    on:change=open
                />
                <span>{words.text("training-from-photos")}</span>
            </label>
        </div>
        <p class="muted" hidden=has_face>{words.text("training-needs-face")}</p>
        <p class="muted" role="status">{reading}</p>
    }
}

/// Whether a key holds a button. Repeats of one that is held change nothing.
fn is_held(event: &KeyboardEvent) -> bool {
    matches!(event.key().as_str(), " " | "Enter")
}
