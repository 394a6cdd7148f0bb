//! The age distribution as a little chart.

use crate::app::model::age_chart::{HEIGHT, WIDTH, across, outline};
use crate::estimates::AGE_INTERVAL;
use crate::estimates::AgeEstimate;
use leptos::prelude::*;

/// Ages written under the chart.
const TICKS: [u8; 6] = [0, 20, 40, 60, 80, 100];

/// The whole distribution, the interval that holds most of it, and the estimate.
#[component]
pub fn AgeChart(
    /// Probability of each year; empty while there is none.
    #[prop(into)]
    distribution: Signal<Vec<f32>>,
    /// The estimate of the newest frame alone, which the smoothed one follows.
    #[prop(into)]
    latest: Signal<Option<f32>>,
) -> impl IntoView {
    let age = Memo::new(move |_| AgeEstimate { distribution: distribution.get() });
    let interval = Memo::new(move |_| age.with(|age| age.interval(AGE_INTERVAL)));
    let left = move || across(interval.get().0 as f32);
    let width = move || across(interval.get().1 as f32) - left();
    let estimate = move || across(age.with(AgeEstimate::years));
    let newest = move || across(latest.get().unwrap_or_else(|| age.with(AgeEstimate::years)));
    view! {
        <div class="age-chart" aria-hidden="true">
            <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") preserveAspectRatio="none">
                <rect class="interval" x=left y="0" width=width height=HEIGHT />
                <path class="distribution" d=move || age.with(|age| outline(&age.distribution)) />
                <line class="latest" x1=newest x2=newest y1="0" y2=HEIGHT />
                <line class="mean" x1=estimate x2=estimate y1="0" y2=HEIGHT />
            </svg>
            <div class="ticks">{TICKS.map(|tick| view! { <span>{tick}</span> }).into_iter().collect_view()}</div>
        </div>
    }
}
