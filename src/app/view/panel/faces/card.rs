//! What the network says about the selected face, with the distributions behind it.

use super::age_chart::AgeChart;
use super::probability_bars::ProbabilityBars;
use super::taught::TaughtFindings;
use crate::app::model::face_colours::face_colour;
use crate::app::model::faces::face_in;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::model::sentences::{doubt_phrase, estimate_phrase, estimate_title};
use crate::app::state::session::Session;
use crate::attributes::{Attribute, Category};
use crate::estimates::{Doubt, Estimates};
use crate::protocol::Analysis;
use leptos::prelude::*;
use std::sync::Arc;

/// The selected face's estimates, with the distribution behind each.
#[component]
pub fn FaceCard(
    /// The face's number, which also gives its colour.
    number: Memo<Option<u32>>,
) -> impl IntoView {
    let session = Session::of_context();
    let (analysis, latest, words) = (session.engine.analysis(), session.engine.latest(), session.words);
    let estimates = Memo::new(move |_| {
        let number = number.get()?;
        analysis.with(|analysis| Some(face_in(analysis, number)?.estimates.clone()))
    });
    let latest_years = Memo::new(move |_| {
        let number = number.get()?;
        latest.with(|latest| Some(face_in(latest, number)?.estimates.age.years()))
    });
    let doubts: Memo<Vec<Doubt>> = Memo::new(move |_| {
        let number = number.get();
        let of_face = |analysis: &Option<Arc<Analysis>>| Some(face_in(analysis, number?)?.doubts.clone());
        analysis.with(of_face).unwrap_or_default()
    });
    let title = move || {
        let number = number.get().unwrap_or_default() as usize;
        words.phrase(&Phrase::new("face-number").with("number", Argument::Count(number + 1)))
    };
    let doubt = move || doubts.with(|doubts| doubt_phrase(doubts)).map(|phrase| words.phrase(&phrase));
    view! {
        <article
            class="card"
            data-testid="selected-face"
            aria-label=title
            style=("--face", move || face_colour(number.get().unwrap_or_default()))
        >
            <Show when=move || doubts.with(|doubts| !doubts.is_empty())>
                <p class="doubt" data-testid="doubt">{doubt}</p>
            </Show>
            {Attribute::ALL.map(|attribute| view! { <Finding attribute estimates latest_years /> }.into_any()).into_iter().collect_view()}
            <TaughtFindings number />
        </article>
    }
}

/// One attribute of a card: its estimate in words, and the distribution behind it. Absent while it is hidden.
#[component]
fn Finding(
    /// The attribute whose estimate is shown.
    attribute: Attribute,
    /// The face's estimates; `None` as the face leaves.
    estimates: Memo<Option<Estimates>>,
    /// The age by the newest frame alone.
    latest_years: Memo<Option<f32>>,
) -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let is_shown = move || session.settings.with(|settings| !settings.hides(attribute));
    let is_told = move || with_estimates(estimates, |face| face.tells(attribute));
    let text = move || with_estimates(estimates, |face| words.phrase(&estimate_phrase(face, attribute)));
    let probabilities = Signal::derive(move || with_estimates(estimates, |face| face.of(attribute).to_vec()));
    let is_nominal = attribute.category() == Category::Nominal;
    let distribution = move || {
        if is_nominal {
            view! { <ProbabilityBars attribute probabilities /> }.into_any()
        } else {
            view! { <AgeChart distribution=probabilities latest=latest_years /> }.into_any()
        }
    };
    view! {
        <Show when=is_shown>
            <section class="finding">
                <h2>
                    {words.text(estimate_title(attribute))}
                    {is_nominal.then(|| view! { <small>{words.text("as-labelled")}</small> })}
                </h2>
                <p class="estimate" translate="no">{text}</p>
                <div hidden=move || !is_told()>{distribution()}</div>
            </section>
        </Show>
    }
}

fn with_estimates<T: Default>(estimates: Memo<Option<Estimates>>, read: impl FnOnce(&Estimates) -> T) -> T {
    estimates.with(|estimates| estimates.as_ref().map(read).unwrap_or_default())
}
