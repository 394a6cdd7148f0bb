//! What is shown and how strongly.

use crate::app::state::session::Session;
use crate::attributes::Attribute;
use leptos::prelude::*;

/// The heat map's opacity and a switch for each attribute.
#[component]
pub fn DisplayControls() -> impl IntoView {
    let session = Session::of_context();
    let set_opacity = move |event| {
        if let Ok(opacity) = event_target_value(&event).parse() {
            session.settings.update(|settings| settings.opacity = opacity);
        }
    };
    let opacity = move || session.settings.with(|settings| settings.opacity).to_string();
    let has_heat_map = move || session.settings.with(|settings| settings.explain.attribute.is_some());
    view! {
        <label class="field" hidden=move || !has_heat_map()>
            <span>"Opacity"</span>
            <input type="range" min="0" max="100" step="5" prop:value=opacity on:input=set_opacity />
        </label>
        <fieldset class="switches">
            <legend>"Show"</legend>
            {Attribute::ALL.map(|attribute| view! { <AttributeSwitch attribute /> }).into_iter().collect_view()}
        </fieldset>
    }
}

/// Shows or hides one attribute.
#[component]
fn AttributeSwitch(
    /// Which one.
    attribute: Attribute,
) -> impl IntoView {
    let settings = Session::of_context().settings;
    let is_shown = move || settings.with(|settings| !settings.hides(attribute));
    view! {
        <label>
            <input
                type="checkbox"
                prop:checked=is_shown
                on:change=move |_| settings.update(|settings| settings.toggle_hidden(attribute))
            />
            {attribute.name()}
        </label>
    }
}
