//! What the network says about the selected face, with the distributions behind it.

use super::age_chart::AgeChart;
use super::probability_bars::ProbabilityBars;
use super::taught::TaughtFindings;
use crate::app::model::face_colours::face_colour;
use crate::app::model::faces::face_in;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::model::sentences::{doubt_phrase, estimate_phrase};
use crate::app::state::session::Session;
use crate::attributes::Attribute;
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
    let distribution = move || with_estimates(estimates, |face| face.age.distribution.clone());
    let gender = move || with_estimates(estimates, |face| face.gender.to_vec());
    let tells_gender = move || with_estimates(estimates, Estimates::tells_gender);
    let race = move || with_estimates(estimates, |face| face.race.to_vec());
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
            <Finding attribute=Attribute::Age title="estimated-age" estimates>
                <AgeChart distribution=Signal::derive(distribution) latest=latest_years />
            </Finding>
            <Finding attribute=Attribute::Gender title="estimated-gender" hint="as-labelled" estimates>
                <div hidden=move || !tells_gender()>
                    <ProbabilityBars attribute=Attribute::Gender probabilities=Signal::derive(gender) />
                </div>
            </Finding>
            <Finding attribute=Attribute::Race title="estimated-race" hint="as-labelled" estimates>
                <ProbabilityBars attribute=Attribute::Race probabilities=Signal::derive(race) />
            </Finding>
            <TaughtFindings number />
        </article>
    }
}

/// One attribute of a card: its estimate in words, and the distribution as `children`. Absent while it is hidden.
#[component]
fn Finding(
    /// The attribute whose estimate is shown.
    attribute: Attribute,
    /// Its name on the card, a message.
    title: &'static str,
    /// What to bear in mind about it, a message.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// The face's estimates; `None` as the face leaves.
    estimates: Memo<Option<Estimates>>,
    /// The distribution.
    children: ChildrenFn,
) -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let is_shown = move || session.settings.with(|settings| !settings.hides(attribute));
    let text = move || with_estimates(estimates, |face| session.words.phrase(&estimate_phrase(face, attribute)));
    view! {
        <Show when=is_shown>
            <section class="finding">
                <h2>{move || words.say(title)} {hint.map(|hint| view! { <small>{move || words.say(hint)}</small> })}</h2>
                <p class="estimate" translate="no">{text}</p>
                {children()}
            </section>
        </Show>
    }
}

fn with_estimates<T: Default>(estimates: Memo<Option<Estimates>>, read: impl FnOnce(&Estimates) -> T) -> T {
    estimates.with(|estimates| estimates.as_ref().map(read).unwrap_or_default())
}
