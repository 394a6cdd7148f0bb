//! What the heat map's colours mean.

use crate::app::state::session::Session;
use leptos::prelude::*;

/// Colours of the legend's strip.
const STOPS: u8 = 11;

/// A strip of the palette's colours between its two meanings.
#[component]
pub fn HeatLegend(
    /// Whether there is no heat map to explain.
    #[prop(into)]
    hidden: Signal<bool>,
) -> impl IntoView {
    let session = Session::of_context();
    let (settings, words) = (session.settings, session.words);
    let palette = Memo::new(move |_| settings.with(|settings| settings.palette));
    let gradient = move || {
        let stop = |index: u8| {
            let [red, green, blue] = palette.get().colour(f32::from(index) / f32::from(STOPS - 1));
            format!("rgb({red} {green} {blue})")
        };
        format!("linear-gradient(to right, {})", (0..STOPS).map(stop).collect::<Vec<_>>().join(", "))
    };
    view! {
        <div class="legend" data-testid="heat-legend" hidden=hidden>
            <span class="strip" aria-hidden="true" style:background=gradient></span>
            <span>{words.text("legend-little")}</span>
            <span>{words.text("legend-most")}</span>
        </div>
    }
}
