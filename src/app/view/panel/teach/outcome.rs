//! How good it is on the examples that were held back.

use crate::app::model::exercise::ENOUGH;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::session::Session;
use crate::app::state::trainer::Phase;
use crate::learning::{NewAttribute, Outcome};
use leptos::prelude::*;

/// A line and a table for each attribute, once something was learned.
#[component]
pub fn Outcomes() -> impl IntoView {
    let session = Session::of_context();
    let trainer = session.trainer;
    let outcomes = move || {
        trainer.phase().with(|phase| match phase {
            Phase::Learned(outcomes) => {
                let attributes = trainer.exercise.with_untracked(|exercise| exercise.task.attributes.clone());
                let shown =
                    attributes.iter().zip(outcomes).map(|(attribute, outcome)| line(session, attribute, outcome));
                Some(shown.collect_view())
            }
            Phase::Shown | Phase::Learning | Phase::Failed(_) => None,
        })
    };
    view! { <div class="outcomes" aria-live="polite">{outcomes}</div> }
}

fn line(session: Session, attribute: &NewAttribute, outcome: &Outcome) -> AnyView {
    let words = session.words;
    let count = outcome.count();
    let name = Argument::Text(attribute.name.clone());
    let share = outcome.share_right().filter(|_| count >= ENOUGH);
    let phrase = match share {
        Some(share) => Phrase::new("training-right").with("share", Argument::Share(f64::from(share))),
        None => Phrase::new("training-not-enough"),
    };
    let phrase = phrase.with("name", name).with("count", Argument::Count(count));
    let said = attribute.classes.iter().map(|class| view! { <th scope="col">{class.clone()}</th> }).collect_view();
    let rows = attribute.classes.iter().zip(&outcome.confusion).map(|(class, row)| {
        let cells = row.iter().map(|count| view! { <td>{words.number_of(*count as f64, 0)}</td> }).collect_view();
        view! { <tr><th scope="row">{class.clone()}</th>{cells}</tr> }
    });
    view! {
        <p data-testid="outcome">{words.phrase(&phrase)}</p>
        <table class="confusion" hidden=count == 0>
            <caption>{words.text("training-confusion")}</caption>
            <thead><tr><td></td>{said}</tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}
