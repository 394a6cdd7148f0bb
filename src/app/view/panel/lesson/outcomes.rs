//! What came of weighing the losses in other ways.

use crate::app::browser::files;
use crate::app::model::card::{Comparison, Measured, Outcome, clear_differences};
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::model::weighting::{COLUMNS, Column, named_way};
use crate::app::state::session::Session;
use crate::app::state::words::Words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The way that the others are compared with.
const EQUAL: &str = "equal";
const OUTCOMES: &str = "assets/experiments/networks.json";

/// The ways that were compared, with their figures, and what these do not show.
#[component]
pub fn Outcomes() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let comparison = RwSignal::new(Comparison::default());
    spawn_local(async move {
        match files::json(&window(), OUTCOMES).await {
            // The lesson may have been left meanwhile.
            Ok(found) => drop(comparison.try_set(found)),
            Err(error) => session.alerts.show(&error),
        }
    });
    let rows = move |of_shapes: bool| comparison.with(|comparison| comparison.rows(of_shapes));
    let said = move |id: &'static str, of_shapes: bool| {
        let (seeds, steps) = comparison.with(|it| (it.seeds, it.steps));
        let (clear, all) = clear_differences(&rows(of_shapes), is_shown);
        let arguments = [("seeds", seeds), ("steps", steps), ("clear", clear), ("all", all)];
        let with = |phrase: Phrase, (name, value)| phrase.with(name, Argument::Number(value as f64, 0));
        words.phrase(&arguments.into_iter().fold(Phrase::new(id), with))
    };
    let is_empty = move || comparison.with(|comparison| comparison.outcomes.is_empty());
    view! {
        <section>
            <h3>{words.text("weights-outcomes")}</h3>
            {table(words, false, rows)}
            <p class="muted" hidden=is_empty>{move || said("weights-intervals", false)}</p>
            <details class="fold" hidden=is_empty>
                <summary>{words.text("shapes-outcomes")}</summary>
                {table(words, true, rows)}
                <p class="muted">{move || said("shapes-intervals", true)}</p>
            </details>
            <details class="fold" hidden=is_empty>
                <summary>{words.text("weights-not-shown-title")}</summary>
                <p>{words.text("weights-not-shown")}</p>
            </details>
        </section>
    }
}

fn is_shown(set: &str, figure: &str) -> bool {
    COLUMNS.iter().any(|column| column.set == set && column.figure == figure)
}

/// The ways to weigh the losses or the shapes of the network as rows, with a column for each figure.
fn table(words: Words, of_shapes: bool, rows: impl Fn(bool) -> Vec<Outcome> + Send + 'static) -> AnyView {
    let (title, first_column, first_row, test_id) = if of_shapes {
        ("shapes-outcomes", "shapes-column", Phrase::new("variant-categories"), "shapes")
    } else {
        ("weights-outcomes", "weights-column", named_way(EQUAL), "weightings")
    };
    let column = move |column: Column| {
        let title = Phrase::new(column.title).with("set", Argument::Text(column.set_title.to_owned()));
        view! { <th scope="col">{move || words.phrase(&title)}</th> }
    };
    let row = move |outcome: Outcome| {
        let is_first = outcome.way == EQUAL;
        let name = if is_first { first_row.clone() } else { named_way(&outcome.way) };
        let cell = move |column: Column| {
            let compared = outcome.figures.get(column.set).and_then(|figures| figures.get(column.figure)).copied();
            view! { <td>{move || compared.map(|compared| figure(words, column, compared, is_first))}</td> }
        };
        view! {
            <tr>
                <th scope="row">{move || words.phrase(&name)}</th>
                {COLUMNS.map(cell).into_iter().collect_view()}
            </tr>
        }
    };
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words.text(title)>
            <table class="outcomes" data-testid=test_id>
                <thead>
                    <tr>
                        <th scope="col">{words.text(first_column)}</th>
                        {COLUMNS.map(column).into_iter().collect_view()}
                    </tr>
                </thead>
                <tbody>{move || rows(of_shapes).into_iter().map(&row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A figure; below it the interval of its difference from equal weights, heavier where that excludes chance.
fn figure(words: Words, column: Column, compared: Measured, is_first: bool) -> impl IntoView {
    let Measured { value, interval, .. } = compared;
    let (scale, decimals) = if column.is_share { (100.0, 1) } else { (1.0, 2) };
    let value = if column.is_share { words.share(value, 1) } else { words.number_of(value, 2) };
    let difference = (!is_first).then(|| {
        let [low, high] = interval.map(|end| words.change(scale * end, decimals));
        view! { <small class:clear=!compared.may_be_chance()>{low} " … " {high}</small> }
    });
    view! { {value} " " {difference} }
}
