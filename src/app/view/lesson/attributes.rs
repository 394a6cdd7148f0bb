use super::NeedsFace;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::session::Session;
use crate::app::view::age_chart::AgeChart;
use crate::app::view::probability_bars::ProbabilityBars;
use crate::attributes::Attribute;
use crate::estimates::{AGE_INTERVAL, Estimates};
use leptos::prelude::*;

/// Years around the estimate that are added up, to show what neighbours are worth.
const NEIGHBOURS: usize = 5;

/// The age distribution and why neighbours matter, and classes without an order.
#[component]
pub fn Attributes() -> impl IntoView {
    let session = Session::of_context();
    let (analysis, words) = (session.engine.analysis(), session.words);
    let estimates: Memo<Option<Estimates>> =
        Memo::new(move |_| analysis.with(|analysis| Some(analysis.as_ref()?.faces.first()?.estimates.clone())));
    let has_face = Signal::derive(move || estimates.with(Option::is_some));
    let distribution = Signal::derive(move || {
        estimates.with(|face| face.as_ref().map(|face| face.age.distribution.clone()).unwrap_or_default())
    });
    let neighbours = move || {
        estimates.with(|face| {
            let face = face.as_ref()?;
            let years = face.age.years();
            let nearest = years.round() as usize;
            let of_year = face.age.distribution.get(nearest).copied().unwrap_or_default();
            let near = nearest.saturating_sub(NEIGHBOURS)..=nearest + NEIGHBOURS;
            let around: f32 = near.filter_map(|year| face.age.distribution.get(year)).sum();
            let (first, last) = face.age.interval(AGE_INTERVAL);
            let sentence = Phrase::new("attributes-neighbours")
                .with("year", Argument::Number(nearest as f64, 0))
                .with("alone", Argument::Share(f64::from(of_year)))
                .with("reach", Argument::Count(NEIGHBOURS))
                .with("around", Argument::Share(f64::from(around)))
                .with("mean", Argument::Number(f64::from(years), 1))
                .with("from", Argument::Number(first as f64, 0))
                .with("to", Argument::Number(last as f64, 0));
            Some(words.phrase(&sentence))
        })
    };
    let of_class = move |attribute: Attribute| {
        Signal::derive(move || {
            estimates.with(|face| {
                let Some(face) = face else { return Vec::new() };
                match attribute {
                    Attribute::Gender => face.gender.to_vec(),
                    Attribute::Race => face.race.to_vec(),
                    Attribute::Age => face.age.distribution.clone(),
                }
            })
        })
    };
    view! {
        <div class="step">
            <NeedsFace has_face />
            <div class="columns">
                <div>
                    <h3>{words.text("attributes-ordinal-title")}</h3>
                    <p>{words.text("attributes-ordinal")}</p>
                    <AgeChart distribution latest=Signal::derive(|| None) />
                    <p>{neighbours}</p>
                </div>
                <div>
                    <h3>{words.text("attributes-nominal-title")}</h3>
                    <p>{words.text("attributes-nominal")}</p>
                    <ProbabilityBars attribute=Attribute::Gender probabilities=of_class(Attribute::Gender) />
                    <ProbabilityBars attribute=Attribute::Race probabilities=of_class(Attribute::Race) />
                </div>
            </div>
        </div>
    }
}
