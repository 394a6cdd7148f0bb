//! How good it is on the examples that were held back.

use crate::app::model::exercise::ENOUGH;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::session::Session;
use crate::learning::{NewAttribute, Outcome};
use leptos::prelude::*;

/// A line and a table for each attribute, once something was learned.
#[component]
pub fn Outcomes() -> impl IntoView {
    let session = Session::of_context();
    let trainer = session.trainer;
    let outcomes = move || {
        trainer.phase().with(|phase| {
            let attributes = trainer.exercise.with_untracked(|exercise| exercise.task.attributes.clone());
            let shown = attributes.iter().zip(phase.outcomes()).enumerate();
            shown.map(|(place, (attribute, outcome))| line(session, place, attribute, outcome)).collect_view()
        })
    };
    view! { <div class="outcomes" aria-live="polite">{outcomes}</div> }
}

fn line(session: Session, place: usize, attribute: &NewAttribute, outcome: &Outcome) -> AnyView {
    let (words, trainer) = (session.words, session.trainer);
    let count = outcome.count();
    let name = Argument::Text(attribute.name.clone());
    // Frames of a video are alike; of a data set's faces each is another person's.
    let is_of_faces = trainer.exercise.with_untracked(|exercise| exercise.from_faces);
    let right = if is_of_faces { "training-right-of-faces" } else { "training-right" };
    let share = outcome.share_right().filter(|_| count >= ENOUGH);
    let phrase = match share {
        Some(share) => Phrase::new(right).with("share", Argument::Share(f64::from(share))),
        None => Phrase::new("training-not-enough"),
    };
    let phrase = phrase.with("name", name).with("count", Argument::Count(count));
    let said = attribute.classes.iter().map(|class| view! { <th scope="col">{class.clone()}</th> }).collect_view();
    let rows = attribute.classes.iter().zip(&outcome.confusion).map(|(class, row)| {
        let cells = row.iter().map(|count| view! { <td>{words.number_of(*count as f64, 0)}</td> }).collect_view();
        view! { <tr><th scope="row">{class.clone()}</th>{cells}</tr> }
    });
    let alone = move || {
        let share = trainer.alone().with(|alone| alone.get(place)?.as_ref()?.share_right());
        let phrase = |share| Phrase::new("training-alone").with("share", Argument::Share(f64::from(share)));
        share.filter(|_| count >= ENOUGH).map(|share| words.phrase(&phrase(share)))
    };
    view! {
        <p data-testid="outcome">{words.phrase(&phrase)}</p>
        <p data-testid="outcome-alone">{alone}</p>
        <table class="confusion" hidden=count == 0>
            <caption>{words.text("training-confusion")}</caption>
            <thead><tr><td></td>{said}</tr></thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
    .into_any()
}
