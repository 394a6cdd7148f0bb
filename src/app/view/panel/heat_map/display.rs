//! How the heat map is shown.

use crate::app::model::phrase::{Argument, Phrase};
use crate::app::model::sentences::{layer_phrase, palette_phrase};
use crate::app::state::session::Session;
use crate::app::view::parts::choice::{Menu, MenuEntry, Slider};
use crate::heat_palette::Palette;
use crate::network::Layer;
use leptos::prelude::*;
use std::sync::Arc;

/// How opaque the heat map is.
#[component]
pub fn Strength() -> impl IntoView {
    let session = Session::of_context();
    let (settings, words) = (session.settings, session.words);
    let opacity = Memo::new(move |_| settings.with(|settings| settings.opacity));
    view! {
        <Slider
            label=Signal::derive(move || words.say("opacity"))
            id="opacity"
            value=opacity
            text=Signal::derive(move || words.share(f64::from(opacity.get()) / 100.0, 0))
            on_move=Arc::new(move |value| settings.update(|settings| settings.opacity = value))
        />
    }
}

/// How much of the picture it covers, its colours, and the layer that it is taken at.
#[component]
pub fn Advanced() -> impl IntoView {
    let session = Session::of_context();
    let (settings, words) = (session.settings, session.words);
    let split = Memo::new(move |_| settings.with(|settings| settings.split));
    let covered = move || {
        let share = Argument::Share(f64::from(split.get()) / 100.0);
        words.phrase(&Phrase::new("heat-map-over-share").with("share", share))
    };
    let palettes = move || -> Vec<MenuEntry> {
        let entry = |palette: Palette| (palette.name().to_owned(), words.phrase(&palette_phrase(palette)));
        Palette::ALL.map(entry).into_iter().collect()
    };
    let choose_palette = move |name: String| {
        if let Some(palette) = Palette::ALL.into_iter().find(|palette| palette.name() == name) {
            settings.update(|settings| settings.palette = palette);
        }
    };
    view! {
        <details class="fold" data-testid="advanced">
            <summary>{words.text("more-settings")}</summary>
            <Menu
                label=Signal::derive(move || words.say("colours"))
                id="palette"
                entries=Signal::derive(palettes)
                chosen=Signal::derive(move || settings.with(|settings| settings.palette.name().to_owned()))
                on_choose=Arc::new(choose_palette)
            />
            <LayerChoice />
            <Slider
                label=Signal::derive(move || words.say("heat-map-over"))
                id="split"
                value=split
                text=Signal::derive(covered)
                on_move=Arc::new(move |value| settings.update(|settings| settings.split = value))
            />
        </details>
    }
}

/// The choice of the layer that the heat map is taken at.
#[component]
fn LayerChoice() -> impl IntoView {
    let session = Session::of_context();
    let (settings, words) = (session.settings, session.words);
    let default = Layer::ALL.iter().position(|layer| *layer == Layer::DEFAULT).unwrap_or_default();
    let entries = move || -> Vec<MenuEntry> {
        let entry =
            |(place, layer): (usize, &Layer)| (place.to_string(), words.phrase(&layer_phrase(place, layer.side())));
        Layer::ALL.iter().enumerate().map(entry).collect()
    };
    let chosen = move || settings.with(|settings| settings.explain.layer).unwrap_or(default).to_string();
    let choose = move |value: String| {
        let layer = value.parse().ok().filter(|layer| *layer != default);
        settings.update(|settings| settings.explain.layer = layer);
    };
    view! {
        <Menu
            label=Signal::derive(move || words.say("at-layer"))
            id="explain-layer"
            entries=Signal::derive(entries)
            chosen=Signal::derive(chosen)
            on_choose=Arc::new(choose)
        />
    }
}
