//! What is shown and how strongly.

use super::heat_legend::HeatLegend;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::model::sentences::{attribute_phrase, palette_phrase};
use crate::app::state::session::Session;
use crate::app::state::source::Source;
use crate::attributes::Attribute;
use crate::palette::Palette;
use leptos::prelude::*;

/// The heat map's opacity and a switch for each attribute.
#[component]
pub fn DisplayControls() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let set_opacity = move |event| {
        if let Ok(opacity) = event_target_value(&event).parse() {
            session.settings.update(|settings| settings.opacity = opacity);
        }
    };
    let set_split = move |event| {
        if let Ok(split) = event_target_value(&event).parse() {
            session.settings.update(|settings| settings.split = split);
        }
    };
    let split = move || session.settings.with(|settings| settings.split).to_string();
    let covered = move || {
        let share = session.settings.with(|settings| f64::from(settings.split) / 100.0);
        words.phrase(&Phrase::new("heat-map-over-share").with("share", Argument::Share(share)))
    };
    let opacity = move || session.settings.with(|settings| settings.opacity).to_string();
    let choose_palette = move |event| {
        let name = event_target_value(&event);
        if let Some(palette) = Palette::ALL.into_iter().find(|palette| palette.name() == name) {
            session.settings.update(|settings| settings.palette = palette);
        }
    };
    let chosen_palette = Memo::new(move |_| session.settings.with(|settings| settings.palette));
    let is_camera = move || session.source.with(|source| matches!(source, Source::Camera { .. }));
    let is_smooth = move || session.settings.with(|settings| settings.smooth);
    let toggle_smooth = move |_| session.settings.update(|settings| settings.smooth = !settings.smooth);
    let has_heat_map = move || session.settings.with(|settings| settings.explain.attribute.is_some());
    view! {
        <label class="field" hidden=move || !has_heat_map()>
            <span>{words.text("opacity")}</span>
            <input type="range" min="0" max="100" step="5" prop:value=opacity on:input=set_opacity />
        </label>
        <label class="field" hidden=move || !has_heat_map()>
            <span>{words.text("colours")}</span>
            <select data-testid="palette" on:change=choose_palette>
                {Palette::ALL.map(|palette| view! {
                    <option value=palette.name() selected=move || chosen_palette.get() == palette>{move || words.phrase(&palette_phrase(palette))}</option>
                }).into_iter().collect_view()}
            </select>
        </label>
        <label class="field" hidden=move || !has_heat_map()>
            <span>{words.text("heat-map-over")}</span>
            <input
                type="range"
                min="0"
                max="100"
                step="5"
                dir="ltr"
                data-testid="split"
                aria-valuetext=covered
                prop:value=split
                on:input=set_split
            />
        </label>
        <HeatLegend hidden=Signal::derive(move || !has_heat_map()) />
        <label class="switch" hidden=move || !is_camera()>
            <input type="checkbox" data-testid="smooth" prop:checked=is_smooth on:change=toggle_smooth />
            {words.text("smooth-over-time")}
        </label>
        <fieldset class="switches">
            <legend>{words.text("show")}</legend>
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
    let session = Session::of_context();
    let settings = session.settings;
    let name = move || session.words.phrase(&attribute_phrase(attribute));
    let is_shown = move || settings.with(|settings| !settings.hides(attribute));
    view! {
        <label>
            <input
                type="checkbox"
                prop:checked=is_shown
                on:change=move |_| settings.update(|settings| settings.toggle_hidden(attribute))
            />
            {name}
        </label>
    }
}
