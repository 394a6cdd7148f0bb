//! The crop, to be painted over, and what the network says about the painted one.

use super::painting::Painting;
use crate::app::browser::map_picture::draw_rgb;
use crate::app::model::anchors::CROP_PIXELS;
use crate::app::model::brush::{KEY_STEP, MIDDLE, Place, RADIUS, change_phrase, heated, nearest_landmark};
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::model::sentences::{attribute_phrase, estimate_phrase};
use crate::app::state::session::Session;
use crate::app::view::parts::choice::Check;
use crate::attributes::Attribute;
use crate::estimates::Estimates;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::{HtmlCanvasElement, KeyboardEvent, PointerEvent};

/// The painting, and the estimates before and after it.
#[component]
pub fn Brush() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let painting = Painting::begin(session);
    let shows_heat = RwSignal::new(true);
    view! {
        <div class="brush-and-tools">
            <BrushCanvas painting shows_heat />
            <div class="brush-tools">
                <Check
                    label=Signal::derive(move || words.say("brush-heat"))
                    id="brush-heat"
                    ticked=shows_heat
                    on_tick=Arc::new(move |shows| shows_heat.set(shows))
                    hidden=Signal::derive(move || !painting.has_heat())
                />
                <button data-testid="brush-again" on:click=move |_| painting.start_again()>{words.text("brush-again")}</button>
            </div>
        </div>
        <Estimated painting />
    }
}

/// What is painted on, by the pointer or by keys.
#[component]
fn BrushCanvas(
    /// The painting.
    painting: Painting,
    /// Whether the heat map lies on it.
    shows_heat: RwSignal<bool>,
) -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let canvas = NodeRef::<html::Canvas>::new();
    let cursor = RwSignal::new(MIDDLE);
    // Where the pointer was last, while it paints.
    let last = StoredValue::new(None::<Place>);
    // What is read out of the keyboard's brush.
    let spoken = RwSignal::new(None::<Phrase>);
    Effect::new(move || {
        let Some(canvas) = canvas.get() else { return };
        let (palette, opacity) =
            session.settings.with(|settings| (settings.palette, f32::from(settings.opacity) / 100.0));
        let is_heated = shows_heat.get();
        let drawn = painting.with_picture(|size, pixels, heat| match heat.filter(|_| is_heated) {
            // Over what is shown, never over what the network reads.
            Some(levels) => draw_rgb(&canvas, size, &heated(pixels, levels, palette, opacity)),
            None => draw_rgb(&canvas, size, pixels),
        });
        if let Some(Err(error)) = drawn {
            session.alerts.show(&error);
        }
    });
    let begin = move |event: PointerEvent| {
        let Some(canvas) = canvas.get_untracked().filter(|_| event.button() == 0) else { return };
        // Refused only for a pointer that is gone already.
        let _ = canvas.set_pointer_capture(event.pointer_id());
        let place = place_of(&event, &canvas);
        last.set_value(Some(place));
        painting.stroke(place, place);
    };
    let go_on = move |event: PointerEvent| {
        // The button may have been let go of where the canvas could not notice.
        let from = last.get_value().filter(|_| event.buttons() & 1 == 1);
        let (Some(canvas), Some(from)) = (canvas.get_untracked(), from) else { return };
        let place = place_of(&event, &canvas);
        last.set_value(Some(place));
        painting.stroke(from, place);
    };
    let press_key = move |event: KeyboardEvent| {
        let (dx, dy) = match event.key().as_str() {
            "ArrowLeft" => (-KEY_STEP, 0),
            "ArrowRight" => (KEY_STEP, 0),
            "ArrowUp" => (0, -KEY_STEP),
            "ArrowDown" => (0, KEY_STEP),
            "Enter" => (0, 0),
            _ => return,
        };
        event.prevent_default();
        let within = |place: i32| place.clamp(0, CROP_PIXELS as i32 - 1);
        let (x, y) = cursor.get_untracked();
        let place = (within(x + dx), within(y + dy));
        cursor.set(place);
        let name = Phrase::new(nearest_landmark(place));
        if (dx, dy) == (0, 0) {
            painting.stroke(place, place);
            spoken.set(Some(Phrase::new("brush-painted-at").with("place", name.into())));
        } else {
            spoken.set(Some(name));
        }
    };
    let per_cent = |pixels: f32| format!("{}%", 100.0 * pixels / CROP_PIXELS);
    view! {
        <div class="brush">
            <canvas
                tabindex="0"
                role="application"
                aria-label=words.text("brush-canvas")
                data-testid="brush"
                node_ref=canvas
                on:pointerdown=begin
                on:pointermove=go_on
                on:lostpointercapture=move |_| last.set_value(None)
                on:keydown=press_key
            ></canvas>
            <span
                class="cursor"
                aria-hidden="true"
                style:left=move || per_cent(cursor.get().0 as f32 + 0.5)
                style:top=move || per_cent(cursor.get().1 as f32 + 0.5)
                style:width=per_cent(2.0 * RADIUS as f32 + 1.0)
            ></span>
            <p class="unseen" aria-live="polite">{move || spoken.with(|spoken| spoken.as_ref().map(|phrase| words.phrase(phrase)))}</p>
        </div>
    }
}

/// The pixel of the crop that the pointer is on, or beside.
fn place_of(event: &PointerEvent, canvas: &HtmlCanvasElement) -> Place {
    let place = |offset: i32, length: i32| (offset as f32 * CROP_PIXELS / length.max(1) as f32) as i32;
    (place(event.offset_x(), canvas.client_width()), place(event.offset_y(), canvas.client_height()))
}

/// All three estimates before and after, and how far the explained one has moved.
#[component]
fn Estimated(
    /// The painting.
    painting: Painting,
) -> impl IntoView {
    let session = Session::of_context();
    let (settings, words) = (session.settings, session.words);
    let after = session.engine.crops().estimates();
    let before = move || painting.before();
    let row = move |attribute: Attribute| {
        let text = move |estimates: Option<Estimates>| {
            estimates.map_or_else(|| "–".to_owned(), |estimates| words.phrase(&estimate_phrase(&estimates, attribute)))
        };
        view! {
            <tr hidden=move || settings.with(|settings| settings.hides(attribute))>
                <th scope="row">{move || words.phrase(&attribute_phrase(attribute))}</th>
                <td>{move || text(before())}</td>
                <td data-testid=format!("painted-{}", attribute.name())>{move || text(after.get())}</td>
            </tr>
        }
    };
    let change = move || {
        let (before, after) = (before()?, after.get()?);
        Some(words.phrase(&settings.with(|settings| change_phrase(&settings.explain, &before, &after))))
    };
    let face = move || {
        let number = painting.number()? as usize;
        Some(words.phrase(&Phrase::new("face-number").with("number", Argument::Count(number + 1))))
    };
    view! {
        <table class="estimated">
            <caption class="unseen">{face}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.text("brush-estimated")}</th>
                    <th scope="col">{words.text("brush-before")}</th>
                    <th scope="col">{words.text("brush-painted")}</th>
                </tr>
            </thead>
            <tbody>{Attribute::ALL.map(row).into_iter().collect_view()}</tbody>
        </table>
        <p class="change">{change}</p>
    }
}
