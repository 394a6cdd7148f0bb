//! Two kinds of attribute: with an order, and without.

use super::about::{About, missing, selected};
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::session::Session;
use crate::app::view::panel::faces::age_chart::AgeChart;
use crate::app::view::panel::faces::probability_bars::ProbabilityBars;
use crate::attributes::{Attribute, Category};
use crate::estimates::{AGE_INTERVAL, AgeEstimate, Estimates};
use leptos::prelude::*;

/// Years around the estimate that are added up, to show what neighbours are worth.
const NEIGHBOURS: usize = 5;

/// The age distribution and why neighbours matter, and classes without an order.
#[component]
pub fn Attributes() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let estimates: Memo<Option<Estimates>> = Memo::new(move |_| {
        session.engine.analysis().with(|analysis| Some(selected(session, analysis.as_ref()?)?.estimates.clone()))
    });
    let lacks = move || estimates.with(Option::is_none).then(|| missing(session));
    let is_absent = move || estimates.with(Option::is_none);
    let hides = move |attribute: Attribute| session.settings.with(|settings| settings.hides(attribute));
    let probabilities = move |attribute: Attribute| {
        let read = move |face: &Estimates| face.of(attribute).to_vec();
        Signal::derive(move || estimates.with(|face| face.as_ref().map(read).unwrap_or_default()))
    };
    let nominal = || Attribute::ALL.into_iter().filter(|attribute| attribute.category() == Category::Nominal);
    let bars = move |attribute: Attribute| {
        view! {
            <div hidden=move || is_absent() || hides(attribute)>
                <ProbabilityBars attribute probabilities=probabilities(attribute) />
            </div>
        }
        .into_any()
    };
    let neighbours = move || estimates.with(|face| Some(words.phrase(&neighbours_phrase(&face.as_ref()?.age))));
    view! {
        <About missing=Signal::derive(lacks) />
        <section hidden=move || hides(Attribute::Age)>
            <h3>{words.text("attributes-ordinal-title")}</h3>
            <p>{words.text("attributes-ordinal")}</p>
            <div hidden=is_absent>
                <AgeChart distribution=probabilities(Attribute::Age) latest=Signal::derive(|| None) />
                <p>{neighbours}</p>
            </div>
        </section>
        <section hidden=move || nominal().all(hides)>
            <h3>{words.text("attributes-nominal-title")}</h3>
            <p>{words.text("attributes-nominal")}</p>
            {nominal().map(bars).collect_view()}
        </section>
    }
}

/// What one year has of the distribution, and what it has with its neighbours.
fn neighbours_phrase(age: &AgeEstimate) -> Phrase {
    let years = age.years();
    let nearest = years.round() as usize;
    let share = |share: f32| Argument::Share(f64::from(share));
    let near = nearest.saturating_sub(NEIGHBOURS)..=nearest + NEIGHBOURS;
    let around: f32 = near.filter_map(|year| age.distribution.get(year)).sum();
    let (first, last) = age.interval(AGE_INTERVAL);
    Phrase::new("attributes-neighbours")
        .with("year", Argument::Number(nearest as f64, 0))
        .with("alone", share(age.distribution.get(nearest).copied().unwrap_or_default()))
        .with("reach", Argument::Count(NEIGHBOURS))
        .with("around", share(around))
        .with("mean", Argument::Number(f64::from(years), 1))
        .with("from", Argument::Number(first as f64, 0))
        .with("to", Argument::Number(last as f64, 0))
}
