//! A line for every face: its aligned crop, its number, and what the network says about it.

use crate::app::browser::clock::now;
use crate::app::browser::crop_picture::draw_crop;
use crate::app::browser::focus::focus_on;
use crate::app::model::face_colours::face_colour;
use crate::app::model::faces::face_in;
use crate::app::model::order::in_order;
use crate::app::model::pace::Pace;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::model::sentences::estimate_phrase;
use crate::app::state::session::Session;
use crate::app::view::parts::list::list;
use crate::attributes::Attribute;
use crate::protocol::Analysis;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::KeyboardEvent;

/// The selected line, as a selector.
const SELECTED: &str = "[role=option][aria-selected=true]";
/// Milliseconds between two pictures of a face in a video; more could not be looked at, and cost time.
const PICTURE_PACE: f64 = 300.0;

/// All faces by their numbers; one is selected.
#[component]
pub fn FaceStrip() -> impl IntoView {
    let session = Session::of_context();
    let analysis = session.engine.analysis();
    let numbers = Memo::new(move |_| {
        let numbers = |found: &Analysis| in_order(found.faces.iter().map(|face| face.number), u32::cmp);
        analysis.with(|analysis| analysis.as_deref().map(numbers).unwrap_or_default())
    });
    let has_several = Memo::new(move |_| numbers.with(|numbers| numbers.len() > 1));
    let press = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowDown" | "ArrowRight" => 1,
            "ArrowUp" | "ArrowLeft" => -1,
            _ => return,
        };
        event.prevent_default();
        session.selection.step(step);
        focus_on(SELECTED);
    };
    view! {
        <div
            class="strip-of-faces"
            role="listbox"
            data-testid="face-strip"
            aria-label=session.words.text("faces")
            data-several=move || has_several.get().then_some("")
            on:keydown=press
        >
            {list(numbers.into(), Arc::new(|number| view! { <Entry number /> }.into_any()))}
        </div>
    }
}

/// One face.
#[component]
fn Entry(
    /// The face's number, which also gives its colour.
    number: u32,
) -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let analysis = session.engine.analysis();
    let selected = session.selection.number();
    let is_selected = Memo::new(move |_| selected.get() == Some(number));
    let has_doubts = Memo::new(move |_| {
        analysis.with(|analysis| face_in(analysis, number).is_some_and(|face| !face.doubts.is_empty()))
    });
    let name = move || words.phrase(&Phrase::new("face-number").with("number", Argument::Count(number as usize + 1)));
    let estimate = move |attribute: Attribute| {
        let phrase = Memo::new(move |_| {
            analysis.with(|analysis| Some(estimate_phrase(&face_in(analysis, number)?.estimates, attribute)))
        });
        let is_shown = move || session.settings.with(|settings| !settings.hides(attribute));
        let text = move || phrase.with(|phrase| phrase.as_ref().map(|phrase| words.phrase(phrase)));
        view! { <Show when=is_shown><p data-testid=attribute.name()>{text}</p></Show> }.into_any()
    };
    view! {
        <div
            class="entry"
            role="option"
            data-testid="face-card"
            aria-selected=move || is_selected.get().to_string()
            tabindex=move || if is_selected.get() { "0" } else { "-1" }
            style=("--face", face_colour(number))
            on:click=move |_| session.selection.choose(number)
        >
            <Crop number />
            <span class="number" translate="no"><span class="unseen">{name}</span><span aria-hidden="true">{number + 1}</span></span>
            <div class="line" translate="no">
                {Attribute::ALL.map(estimate).into_iter().collect_view()}
            </div>
            <Show when=move || has_doubts.get()>
                <span class="doubted"><span aria-hidden="true">"?"</span><span class="unseen">{words.text("low-confidence")}</span></span>
            </Show>
        </div>
    }
}

/// The face as the network reads it: turned upright and cut out of the frame that was analysed.
#[component]
fn Crop(
    /// The face's number.
    number: u32,
) -> impl IntoView {
    let session = Session::of_context();
    let canvas = NodeRef::<html::Canvas>::new();
    let pace = StoredValue::new(Pace::of(PICTURE_PACE));
    Effect::new(move || {
        let Some(canvas) = canvas.get() else { return };
        session.engine.found().with(|found| {
            let Some(found) = found else { return };
            let is_photo = session.source.with_untracked(|source| source.is_photo());
            let Some(face) = found.latest.face(number) else { return };
            if !is_photo && !pace.try_update_value(|pace| pace.is_due(now())).unwrap_or_default() {
                return;
            }
            if let Err(error) = draw_crop(&canvas, found.frame.bitmap(), &face.crop_to_frame, found.mirrored) {
                session.alerts.show(&error);
            }
        });
    });
    view! { <canvas class="crop" aria-hidden="true" node_ref=canvas></canvas> }
}
