//! What came of trainings with other weights.

use crate::app::browser::files;
use crate::app::model::card::{Measured, Outcome};
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::model::weighting::{COLUMNS, Column, named_training};
use crate::app::state::session::Session;
use crate::app::state::words::Words;
use leptos::prelude::*;
use leptos::task::spawn_local;

const OUTCOMES: &str = "assets/experiments/weightings.json";

/// The whole network's trainings that were run, with their figures.
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
    let column = move |column: Column| {
        let title = Phrase::new(column.title).with("set", Argument::Text(column.set_title.to_owned()));
        view! { <th scope="col">{move || words.phrase(&title)}</th> }
    };
    let row = move |outcome: Outcome| {
        let name = named_training(&outcome.name);
        let cell = move |column: Column| {
            let measured = outcome.figures.get(column.set).and_then(|figures| figures.get(column.figure)).copied();
            view! { <td>{move || measured.map(|measured| figure(words, column, measured))}</td> }
        };
        view! {
            <tr>
                <th scope="row">{move || words.phrase(&name)}</th>
                {COLUMNS.map(cell).into_iter().collect_view()}
            </tr>
        }
    };
    view! {
        <section>
            <h3>{words.text("weights-outcomes")}</h3>
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
