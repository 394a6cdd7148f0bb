//! The heat map: what it explains, and how it is shown.

mod display;
mod target;

use crate::app::state::session::Session;
use display::{Advanced, Strength};
use leptos::prelude::*;
use target::{AttributeChoice, ClassChoice};

/// What is explained and how strongly it shows; what few visitors need is folded.
#[component]
pub fn HeatMapControls() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let has_heat_map = move || session.settings.with(|settings| settings.explain.attribute.is_some());
    view! {
        <section class="controls" aria-label=words.text("heat-map")>
            <p>{words.text("heat-map-what")}</p>
            <AttributeChoice />
            <Show when=has_heat_map>
                <ClassChoice />
                <Strength />
                <Advanced />
                <p class="muted">{words.text("heat-map-caution")}</p>
            </Show>
        </section>
    }
}
