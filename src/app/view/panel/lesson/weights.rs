//! Weighing the losses: how the network did it, and what other weights cost.

use super::outcomes::Outcomes;
use crate::app::browser::files;
use crate::app::model::face_colours::TASK_COLOURS;
use crate::app::model::panel::Panel;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::model::training_curve::TrainingCurve;
use crate::app::model::weighting::weight_phrase;
use crate::app::state::session::Session;
use crate::app::view::panel::teach::{of_count, turn_to};
use crate::attributes::Attribute;
use js_sys::parse_float;
use leptos::prelude::*;
use leptos::task::spawn_local;

const RECORD: &str = "assets/training.csv";
/// Size of the curves' box, and the room for their names beside it, in the drawing's own units.
const WIDTH: f32 = 236.0;
const HEIGHT: f32 = 124.0;
const NAMES: f32 = 134.0;
/// Where the names begin.
const NAMES_AT: f32 = WIDTH + 8.0;
/// The least distance of two names.
const LINE: f32 = 17.0;
/// From the middle of a line of writing to its foot.
const HALF_LINE: f32 = 5.0;

/// The weights of our own training, and those of others to choose from.
#[component]
pub fn Weights() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    view! {
        <p>{words.text("weights-uncertainty")}</p>
        <Curves />
        <h3>{words.text("weights-choose-title")}</h3>
        <p>{words.phrase(&of_count("weights-live"))}</p>
        <button data-testid="learn-faces" on:click=move |_| learn_faces(session)>{words.phrase(&of_count("weights-live-open"))}</button>
        <Outcomes />
    }
}

/// Turns to learning age, gender and race in the tab for teaching.
fn learn_faces(session: Session) {
    turn_to(session, true);
    session.settings.update(|settings| settings.panel = Panel::Teach);
}

/// The recorded weights, each with its name at its end.
#[component]
fn Curves() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let curve = RwSignal::new(TrainingCurve::default());
    spawn_local(async move {
        match files::text(&window(), RECORD).await {
            // The lesson may have been left meanwhile.
            Ok(text) => drop(curve.try_set(TrainingCurve::from_csv(&text, |field| parse_float(field) as f32))),
            Err(error) => session.alerts.show(&error),
        }
    });
    let ends = Memo::new(move |_| curve.with(|curve| curve.ends(HEIGHT, LINE)));
    let last = move |attribute: Attribute| weight_phrase(attribute, curve.with(|curve| curve.last(attribute)), 2);
    let line = move |attribute: Attribute| {
        // There is a colour for every attribute.
        let colour = TASK_COLOURS[attribute.index()];
        let foot = move || ends.get()[attribute] + HALF_LINE;
        view! {
            <polyline points=move || curve.with(|curve| curve.points(attribute, WIDTH, HEIGHT)) style:stroke=colour />
            <text x=NAMES_AT y=foot>{move || words.phrase(&last(attribute))}</text>
        }
    };
    let one = Memo::new(move |_| curve.with(|curve| curve.depth(1.0, HEIGHT)));
    let label = move || {
        let ends = Attribute::ALL.into_iter().map(last).collect();
        words.phrase(&Phrase::new("weights-curves").with("ends", Argument::List(ends)))
    };
    let caption = move || {
        let steps = curve.with(|curve| curve.steps.last().copied().unwrap_or_default());
        words.phrase(&Phrase::new("weights-caption").with("steps", Argument::Number(f64::from(steps), 0)))
    };
    view! {
        <figure class="curves" hidden=move || curve.with(|curve| curve.steps.is_empty())>
            <svg viewBox=format!("-2 -10 {} {}", WIDTH + NAMES, HEIGHT + 20.0) role="img" aria-label=label>
                <path class="axis" d=format!("M0-8V{HEIGHT}H{WIDTH}") />
                <line class="one" x1="0" x2=WIDTH y1=move || one.get() y2=move || one.get() />
                <text x="6" y=move || one.get() - HALF_LINE>"1"</text>
                {Attribute::ALL.into_iter().map(line).collect_view()}
            </svg>
            <figcaption>{caption}</figcaption>
        </figure>
    }
}
