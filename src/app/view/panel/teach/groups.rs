//! How good what was learned is for whom: shares by the class of another attribute.

use crate::app::model::exercise::{ENOUGH, Exercise};
use crate::app::state::session::Session;
use crate::app::view::parts::choice::Menu;
use crate::learning::{NewAttribute, Outcome, Tally};
use leptos::prelude::*;
use std::sync::Arc;

/// A menu of attributes, and a table for the chosen one. Of one attribute alone there is nothing to compare.
#[component]
pub fn Groups() -> impl IntoView {
    let session = Session::of_context();
    let (words, trainer) = (session.words, session.trainer);
    let chosen = RwSignal::new(0usize);
    let is_alone = move || trainer.exercise.with(|exercise| exercise.task.attributes.len() < 2);
    let is_nothing = move || trainer.phase().with(|phase| phase.outcomes().is_empty());
    let comparison = move || {
        let attributes = trainer.exercise.with(|exercise| exercise.task.attributes.clone());
        trainer.phase().with(|phase| table(session, &attributes, phase.outcomes(), chosen.get()))
    };
    view! {
        <div data-testid="groups" hidden=move || is_alone() || is_nothing()>
            <Menu
                label=Signal::derive(move || words.say("training-groups"))
                id="groups-by"
                entries=Signal::derive(move || trainer.exercise.with(Exercise::attribute_entries))
                chosen=Signal::derive(move || chosen.get().to_string())
                on_choose=Arc::new(move |value: String| chosen.set(value.parse().unwrap_or_default()))
            />
            {comparison}
        </div>
    }
}

/// A row for each class of the attribute `by`, a column for each other attribute.
fn table(session: Session, attributes: &[NewAttribute], outcomes: &[Outcome], by: usize) -> Option<AnyView> {
    let words = session.words;
    let columns = || attributes.iter().zip(outcomes).enumerate().filter(|(place, _)| *place != by);
    let heads = columns().map(|(_, (attribute, _))| view! { <th scope="col">{attribute.name.clone()}</th> });
    let share = move |tally: &Tally| {
        if tally.count < ENOUGH { "–".to_owned() } else { words.share(tally.right as f64 / tally.count as f64, 0) }
    };
    let rows = attributes.get(by)?.classes.iter().enumerate().map(|(class, name)| {
        let tally = |outcome: &Outcome| outcome.by_class.get(by).and_then(|tallies| tallies.get(class)).copied();
        let cells = columns().filter_map(|(_, (_, outcome))| tally(outcome));
        let cells = cells.map(|tally| {
            view! { <td>{share(&tally)} " " <small>{words.number_of(tally.count as f64, 0)}</small></td> }
        });
        view! { <tr><th scope="row">{name.clone()}</th>{cells.collect_view()}</tr> }
    });
    let table = view! {
        <table class="confusion">
            <caption>{words.text("training-groups-hint")}</caption>
            <thead><tr><td></td>{heads.collect_view()}</tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    };
    Some(table.into_any())
}
