//! Figures of groups of faces.

use crate::app::model::card::{Figure, Gap, Group, Grouping, Measured, SetFigures};
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::session::Session;
use leptos::prelude::*;

/// How far the worst and the best group of each kind are apart, in every figure of a data set.
#[component]
pub fn Gaps(
    /// The data set.
    set: StoredValue<SetFigures>,
) -> impl IntoView {
    let words = Session::of_context().words;
    let shown: Vec<Figure> = set.with_value(|set| set.shown().collect());
    let cell = move |figure: Figure, gap: &Gap| {
        let phrase = |id, scale: f64| Phrase::new(id).with("difference", Argument::Number(scale * gap.difference, 1));
        let difference = if figure.is_share { phrase("gap-points", 100.0) } else { phrase("gap-years", 1.0) };
        // Nobody is called the worst off by chance.
        let worst = if gap.may_be_chance() {
            Phrase::new("gap-chance")
        } else {
            Phrase::new("gap-worst").with("group", Argument::List(gap.worst.phrases()))
        };
        view! {
            {move || words.phrase(&difference)}
            <small>{move || words.phrase(&worst)}</small>
        }
    };
    let row = move |figure: Figure| {
        let cells = Grouping::ALL.map(|grouping| {
            let cell = set.with_value(|set| set.gap(figure, grouping).map(|gap| cell(figure, gap)));
            view! { <td>{cell}</td> }
        });
        view! {
            <tr>
                <th scope="row">{words.text(figure.title)}</th>
                {cells.into_iter().collect_view()}
            </tr>
        }
    };
    let column = move |grouping: Grouping| view! { <th scope="col">{words.text(grouping.title())}</th> };
    view! {
        <table class="gaps">
            <caption>{words.text("gaps-title")}</caption>
            <thead>
                <tr>
                    <td></td>
                    {Grouping::ALL.map(column).into_iter().collect_view()}
                </tr>
            </thead>
            <tbody>{shown.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}

/// One figure of every group, as bars with their intervals. Columns stand side by side, and the first has the groups' names.
#[component]
pub fn Bars(
    /// What is measured.
    figure: Figure,
    /// The groups.
    rows: Vec<(Group, Measured)>,
    /// Whether the groups' names are seen.
    names: bool,
) -> impl IntoView {
    let words = Session::of_context().words;
    let (is_share, is_unseen) = (figure.is_share, !names);
    let most = if is_share { 1.0 } else { rows.iter().map(|(_, m)| m.interval[1]).fold(1e-6, f64::max) };
    let row = move |(group, measured): (Group, Measured)| {
        let Measured { value, interval: [low, high], n } = measured;
        let text = move || if is_share { words.share(value, 1) } else { words.number_of(value, 1) };
        let n = Phrase::new("errors-n").with("n", Argument::Number(n as f64, 0));
        let group = group.phrases();
        view! {
            <li>
                <span class="class" class:unseen=is_unseen>
                    {move || words.list(&group)} " " <small>{move || words.phrase(&n)}</small>
                </span>
                <span class="figure">{text}</span>
                <span class="track" aria-hidden="true">
                    <span class="share" style=("--share", (value / most).to_string())></span>
                    <span
                        class="whisker"
                        style:left=format!("{}%", 100.0 * low / most)
                        style:width=format!("{}%", 100.0 * (high - low) / most)
                    ></span>
                </span>
            </li>
        }
    };
    view! {
        <div class:named=names>
            <h4>{words.text(figure.title)}</h4>
            <ul class="small-bars">{rows.into_iter().map(row).collect_view()}</ul>
        </div>
    }
}
