//! A nominal attribute's probabilities as labelled bars.

use crate::app::model::sentences::class_phrase;
use crate::app::state::session::Session;
use crate::attributes::Attribute;
use leptos::prelude::*;

/// One bar for each class, always in the same order.
#[component]
pub fn ProbabilityBars(
    /// Which attribute's classes.
    attribute: Attribute,
    /// Their probabilities; empty while there are none.
    #[prop(into)]
    probabilities: Signal<Vec<f32>>,
) -> impl IntoView {
    let words = Session::of_context().words;
    let bar = move |class| {
        let probability = Memo::new(move |_| {
            probabilities.with(|probabilities| probabilities.get(class).copied().unwrap_or_default())
        });
        let name = move || class_phrase(attribute, class).map(|phrase| words.phrase(&phrase));
        view! {
            <li>
                <span class="class">{name}</span>
                <span class="track" aria-hidden="true">
                    <span class="share" style=("--share", move || probability.get().to_string())></span>
                </span>
                <span class="percent" translate="no">{move || words.share(f64::from(probability.get()), 0)}</span>
            </li>
        }
    };
    view! { <ul class="bars">{(0..attribute.classes()).map(bar).collect_view()}</ul> }
}
