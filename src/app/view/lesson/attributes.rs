use super::NeedsFace;
use crate::app::model::sentences::percent;
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
    let analysis = session.engine.analysis();
    let estimates: Memo<Option<Estimates>> =
        Memo::new(move |_| analysis.with(|analysis| Some(analysis.as_ref()?.faces.first()?.estimates.clone())));
    let has_face = Signal::derive(move || estimates.with(Option::is_some));
    let distribution = Signal::derive(move || {
        estimates.with(|face| face.as_ref().map(|face| face.age.distribution.clone()).unwrap_or_default())
    });
    let words = move || {
        estimates.with(|face| {
            let face = face.as_ref()?;
            let years = face.age.years();
            let nearest = years.round() as usize;
            let of_year = face.age.distribution.get(nearest).copied().unwrap_or_default();
            let near = nearest.saturating_sub(NEIGHBOURS)..=nearest + NEIGHBOURS;
            let around: f32 = near.filter_map(|year| face.age.distribution.get(year)).sum();
            let (first, last) = face.age.interval(AGE_INTERVAL);
            Some(format!(
                "For this face the year {nearest} alone has {}, but {NEIGHBOURS} years to either side together have {}. The \
                 estimate is the mean, {years:.1}; 80 % of the distribution lie between {first} and {last}.",
                percent(of_year),
                percent(around)
            ))
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
                    <h3>"Ordinal: age"</h3>
                    <p>
                        "Ages have an order, so 41 for 40 is nearly right. The network gives every year from 0 to 100 a \
                         probability. While it learns, the years beside the labelled one count as partly right, so it learns a hill \
                         instead of a spike, and the hill's width says how unsure it is."
                    </p>
                    <AgeChart distribution latest=Signal::derive(|| None) />
                    <p>{words}</p>
                </div>
                <div>
                    <h3>"Nominal: gender and race as labelled"</h3>
                    <p>
                        "These classes have no order: a miss is a miss. They are the data sets' labels, given by people who looked at \
                         a picture. The bars add up to 100 % even if no class fits, because the network knows no other answer."
                    </p>
                    <ProbabilityBars attribute=Attribute::Gender probabilities=of_class(Attribute::Gender) />
                    <ProbabilityBars attribute=Attribute::Race probabilities=of_class(Attribute::Race) />
                </div>
            </div>
        </div>
    }
}
