use super::NeedsFace;
use crate::app::browser::map_picture::draw_rgb;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::model::sentences::{attribute_phrase, estimate_phrase};
use crate::app::state::session::Session;
use crate::attributes::Attribute;
use crate::estimates::Estimates;
use leptos::html;
use leptos::prelude::*;
use web_sys::PointerEvent;

/// Radius of the brush in pixels of the crop.
const RADIUS: i32 = 8;
/// What is painted: the grey that the network's padding has.
const GREY: u8 = 127;
/// Pixels that an arrow key moves the brush by.
const KEY_STEP: i32 = 6;

/// The crop, to be painted over, and what the network says about the painted one.
#[component]
pub fn Brush() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let canvas = NodeRef::<html::Canvas>::new();
    // The crop as it was when the visitor began to paint, and as painted.
    let plain = RwSignal::new(None::<(u32, Vec<u8>)>);
    let painted = RwSignal::new(Vec::<u8>::new());
    let before = RwSignal::new(None::<Estimates>);
    let cursor = RwSignal::new((56, 56));
    let after = session.engine.crop_estimates();
    let start_again = move || {
        let found = session.engine.latest().with_untracked(|analysis| {
            let analysis = analysis.as_ref()?;
            let inside = analysis.dissection.as_ref()?;
            let face = analysis.faces.iter().find(|face| face.number == inside.number)?;
            Some((inside.crop_size, inside.crop.clone(), face.estimates.clone()))
        });
        if let Some((size, crop, estimates)) = found {
            painted.set(crop.clone());
            plain.set(Some((size, crop)));
            before.set(Some(estimates));
            session.engine.forget_crop();
        }
    };
    Effect::new(move || {
        session.engine.latest().track();
        // A picture that is being painted on stays; before that, the newest one is shown.
        let is_touched =
            plain.with_untracked(|plain| plain.as_ref().is_some_and(|(_, crop)| painted.with_untracked(|p| p != crop)));
        if !is_touched {
            start_again();
        }
    });
    Effect::new(move || {
        let (Some(canvas), Some((size, _))) = (canvas.get(), plain.get()) else { return };
        if let Err(error) = painted.with(|painted| draw_rgb(&canvas, size, painted)) {
            session.alerts.show(&error);
        }
    });
    let paint = move |x: i32, y: i32| {
        let Some(size) = plain.with_untracked(|plain| plain.as_ref().map(|(size, _)| *size as i32)) else { return };
        painted.update(|pixels| cover(pixels, size, x, y));
        session.engine.read_crop(size as u32, painted.get_untracked());
    };
    let paint_at = move |event: &PointerEvent| {
        let (Some(canvas), Some(size)) =
            (canvas.get_untracked(), plain.with_untracked(|p| p.as_ref().map(|(size, _)| *size)))
        else {
            return;
        };
        let place = |offset: i32, length: i32| (f64::from(offset) * f64::from(size) / f64::from(length.max(1))) as i32;
        paint(place(event.offset_x(), canvas.client_width()), place(event.offset_y(), canvas.client_height()));
    };
    let press_key = move |event: web_sys::KeyboardEvent| {
        let (dx, dy) = match event.key().as_str() {
            "ArrowLeft" => (-KEY_STEP, 0),
            "ArrowRight" => (KEY_STEP, 0),
            "ArrowUp" => (0, -KEY_STEP),
            "ArrowDown" => (0, KEY_STEP),
            "Enter" => (0, 0),
            _ => return,
        };
        event.prevent_default();
        let (x, y) = cursor.get_untracked();
        if (dx, dy) == (0, 0) {
            paint(x, y);
        }
        cursor.set(((x + dx).clamp(0, 111), (y + dy).clamp(0, 111)));
    };
    let row = move |attribute: Attribute| {
        let text = move |estimates: Option<Estimates>| {
            estimates.map_or_else(|| "–".to_owned(), |estimates| words.phrase(&estimate_phrase(&estimates, attribute)))
        };
        view! {
            <tr>
                <th scope="row">{move || words.phrase(&attribute_phrase(attribute))}</th>
                <td>{move || text(before.get())}</td>
                <td data-testid=format!("painted-{}", attribute.name())>{move || text(after.get())}</td>
            </tr>
        }
    };
    let change = move || {
        let (Some(before), Some(after)) = (before.get(), after.get()) else { return String::new() };
        let years = f64::from(after.age.years() - before.age.years());
        let female = f64::from(after.gender[1] - before.gender[1]);
        let change = Phrase::new("brush-change")
            .with("years", Argument::Change(years, 1))
            .with("points", Argument::Change(100.0 * female, 0));
        words.phrase(&change)
    };
    view! {
        <NeedsFace has_face=Signal::derive(move || plain.with(Option::is_some)) />
        <div class="columns" hidden=move || plain.with(Option::is_none)>
            <div class="brush">
                <canvas
                    tabindex="0"
                    role="application"
                    aria-label=words.text("brush-canvas")
                    data-testid="brush"
                    node_ref=canvas
                    on:pointerdown=move |event| paint_at(&event)
                    on:pointermove=move |event: PointerEvent| if event.buttons() == 1 { paint_at(&event) }
                    on:keydown=press_key
                ></canvas>
                <span
                    class="cursor"
                    aria-hidden="true"
                    style:left=move || format!("{}%", f64::from(cursor.get().0) / 1.12)
                    style:top=move || format!("{}%", f64::from(cursor.get().1) / 1.12)
                ></span>
            </div>
            <div>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{words.text("brush-estimated")}</th>
                            <th scope="col">{words.text("brush-before")}</th>
                            <th scope="col">{words.text("brush-painted")}</th>
                        </tr>
                    </thead>
                    <tbody>{Attribute::ALL.map(row).into_iter().collect_view()}</tbody>
                </table>
                <p aria-live="polite">{change}</p>
                <button data-testid="brush-again" on:click=move |_| start_again()>{words.text("brush-again")}</button>
            </div>
        </div>
    }
}

/// Paints a disc around a place of a square RGB picture.
fn cover(pixels: &mut [u8], size: i32, x: i32, y: i32) {
    for row in (y - RADIUS).max(0)..(y + RADIUS + 1).min(size) {
        for column in (x - RADIUS).max(0)..(x + RADIUS + 1).min(size) {
            let start = 3 * (row * size + column) as usize;
            if (row - y).pow(2) + (column - x).pow(2) <= RADIUS.pow(2)
                && let Some(pixel) = pixels.get_mut(start..start + 3)
            {
                pixel.fill(GREY);
            }
        }
    }
}
