//! What came of trainings with other weights.

use crate::app::browser::files;
use crate::app::model::card::{Measured, Outcome};
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::model::weighting::{COLUMNS, Column, named_training, nearest, weight_phrase};
use crate::app::state::session::Session;
use crate::app::state::words::Words;
use crate::attributes::Attribute;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlInputElement;

const OUTCOMES: &str = "assets/experiments/weightings.json";

/// Weights to choose, and the trainings that were run; the nearest one is marked.
#[component]
pub fn Outcomes() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let outcomes = RwSignal::new(Vec::<Outcome>::new());
    spawn_local(async move {
        match files::json(&window(), OUTCOMES).await {
            // The lesson may have been left meanwhile.
            Ok(found) => drop(outcomes.try_set(found)),
            Err(error) => session.alerts.show(&error),
        }
    });
    let weights = RwSignal::new([1.0f32; Attribute::ALL.len()]);
    let chosen = Memo::new(move |_| nearest(weights.get()));
    let slider = move |(task, attribute): (usize, Attribute)| {
        // There is a weight for every attribute.
        let weight = move || weights.get()[task];
        let set = move |event| {
            let slider: HtmlInputElement = event_target(&event);
            weights.update(|weights| weights[task] = slider.value_as_number() as f32);
        };
        view! {
            <label class="field">
                <span>{move || words.phrase(&weight_phrase(attribute, weight(), 1))}</span>
                <input
                    type="range"
                    dir="ltr"
                    min="0"
                    max="2"
                    step="0.1"
                    aria-valuetext=move || words.number_of(f64::from(weight()), 1)
                    prop:value=move || weight().to_string()
                    on:input=set
                />
            </label>
        }
    };
    let answer = move || {
        let phrase = match chosen.get() {
            Some(name) => Phrase::new("weights-nearest").with("name", named_training(name).into()),
            None => Phrase::new("weights-none"),
        };
        words.phrase(&phrase)
    };
    let column = move |column: Column| {
        let title = Phrase::new(column.title).with("set", Argument::Text(column.set_title.to_owned()));
        view! { <th scope="col">{move || words.phrase(&title)}</th> }
    };
    let row = move |outcome: Outcome| {
        let name = named_training(&outcome.name);
        let id = outcome.name.clone();
        let is_chosen = move || chosen.get().is_some_and(|chosen| chosen == id);
        let cell = move |column: Column| {
            let measured = outcome.figures.get(column.set).and_then(|figures| figures.get(column.figure)).copied();
            view! { <td>{move || measured.map(|measured| figure(words, column, measured))}</td> }
        };
        view! {
            <tr class:chosen=is_chosen>
                <th scope="row">{move || words.phrase(&name)}</th>
                {COLUMNS.map(cell).into_iter().collect_view()}
            </tr>
        }
    };
    view! {
        <section>
            <h3>{words.text("weights-choose-title")}</h3>
            {Attribute::ALL.into_iter().enumerate().map(slider).collect_view()}
            <p>{answer}</p>
            <div class="scroll" tabindex="0" role="region" aria-label=words.text("weights-outcomes")>
                <table class="outcomes" data-testid="weightings">
                    <thead>
                        <tr>
                            <th scope="col">{words.text("weights-column")}</th>
                            {COLUMNS.map(column).into_iter().collect_view()}
                        </tr>
                    </thead>
                    <tbody>{move || outcomes.get().into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
            <p class="muted">{words.text("weights-intervals")}</p>
        </section>
    }
}

/// A figure with its interval below it.
fn figure(words: Words, column: Column, measured: Measured) -> impl IntoView {
    let Measured { value, interval: [low, high], .. } = measured;
    let (scale, decimals) = if column.is_share { (100.0, 1) } else { (1.0, 2) };
    let value = if column.is_share { words.share(value, 1) } else { words.number_of(value, 2) };
    let [low, high] = [low, high].map(|end| words.number_of(scale * end, decimals));
    view! { {value} " " <small>{low} "–" {high}</small> }
}
