//! Losses and their weights while they form, and the mathematics beside them.

use crate::app::model::face_colours::TASK_COLOURS;
use crate::app::model::learning_curve::{Drawn, Figures, figures};
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::session::Session;
use crate::app::view::parts::list::list;
use crate::learning::LEAST_LOG_VARIANCE;
use leptos::prelude::*;
use std::sync::Arc;

/// Size of a box, in the drawing's own units.
const SIZE: [f32; 2] = [236.0, 64.0];

/// Two boxes of curves and a table; nothing before there is one.
#[component]
pub fn Curves() -> impl IntoView {
    let session = Session::of_context();
    let (words, trainer) = (session.words, session.trainer);
    let is_empty = move || trainer.epochs.with(Vec::is_empty);
    let most = f64::from((-LEAST_LOG_VARIANCE).exp());
    let hint = move || words.phrase(&Phrase::new("training-rest-hint").with("most", Argument::Number(most, 0)));
    view! {
        <div class="learning" data-testid="curves" hidden=is_empty>
            <Plot drawn=Drawn::Losses title="training-losses" />
            <Plot drawn=Drawn::Weights title="training-weights" />
            <table class="figures" data-testid="figures">
                <thead>
                    <tr>
                        <th scope="col">{words.text("training-attribute")}</th>
                        <th scope="col">"L"</th>
                        <th scope="col">"s"</th>
                        <th scope="col">{words.text("training-weight")}</th>
                        <th scope="col" dir="ltr">"1 / (2 L)"</th>
                    </tr>
                </thead>
                <tbody>{list(places(session), Arc::new(|place| view! { <Line place=place as usize /> }.into_any()))}</tbody>
            </table>
            <p class="muted">{hint}</p>
        </div>
    }
}

fn places(session: Session) -> Signal<Vec<u32>> {
    Signal::derive(move || {
        session.trainer.exercise.with(|exercise| (0..exercise.task.attributes.len() as u32).collect())
    })
}

/// The curves of all attributes in one box.
#[component]
fn Plot(
    /// Losses or weights.
    drawn: Drawn,
    /// What these are called, a message.
    title: &'static str,
) -> impl IntoView {
    let session = Session::of_context();
    let trainer = session.trainer;
    let [width, height] = SIZE;
    let passes = move || trainer.settings.with(|settings| settings.epochs);
    let curve = move |place: usize| {
        let points = move || trainer.epochs.with(|epochs| drawn.points(epochs, place, passes(), SIZE));
        view! { <polyline points=points style:stroke=TASK_COLOURS[place] /> }
    };
    // There is a colour for each.
    let curves = (0..TASK_COLOURS.len()).map(curve).collect_view();
    view! {
        <figure class="curves">
            <svg viewBox=format!("-2 -4 {} {}", width + 4.0, height + 8.0) aria-hidden="true">
                <path class="axis" d=format!("M0-4V{height}H{width}") />
                {curves}
            </svg>
            <figcaption>{session.words.text(title)}</figcaption>
        </figure>
    }
}

/// The figures of one attribute.
#[component]
fn Line(
    /// The attribute's place in the task.
    place: usize,
) -> impl IntoView {
    let session = Session::of_context();
    let (words, trainer) = (session.words, session.trainer);
    let found = Memo::new(move |_| trainer.epochs.with(|epochs| figures(epochs, place)));
    let name = move || {
        trainer
            .exercise
            .with(|exercise| exercise.task.attributes.get(place).map(|own| own.name.clone()))
            .unwrap_or_default()
    };
    let number = move |read: fn(&Figures) -> f32| {
        move || found.get().map(|found| words.number_of(f64::from(read(&found)), 2)).unwrap_or_default()
    };
    view! {
        <tr data-testid="figure">
            <th scope="row" style:color=TASK_COLOURS.get(place).copied().unwrap_or_default()>{name}</th>
            <td>{number(|found| found.loss)}</td>
            <td>{number(|found| found.log_variance)}</td>
            <td data-testid="weight">{number(|found| found.weight)}</td>
            <td>{number(|found| found.rest)}</td>
        </tr>
    }
}
