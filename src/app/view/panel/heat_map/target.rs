//! What the heat map explains: an attribute, and a class of it.

use crate::app::model::phrase::Phrase;
use crate::app::model::sentences::{attribute_phrase, class_phrase};
use crate::app::state::session::Session;
use crate::app::view::parts::choice::{Menu, MenuEntry};
use crate::attributes::{Attribute, OLDER};
use leptos::prelude::*;
use std::sync::Arc;

/// Each attribute, or no heat map.
#[component]
pub fn AttributeChoice() -> impl IntoView {
    let session = Session::of_context();
    let (settings, words) = (session.settings, session.words);
    let chosen =
        Memo::new(move |_| settings.with(|settings| (settings.explain.attribute, settings.explain.taught.is_some())));
    let choose = move |attribute: Option<Attribute>| {
        settings.update(|settings| {
            settings.explain.attribute = attribute;
            settings.explain.class = None;
            settings.explain.taught = None;
        });
    };
    let radio = move |attribute: Option<Attribute>| {
        let name = move || words.phrase(&attribute.map_or_else(|| Phrase::new("no-heat-map"), attribute_phrase));
        view! {
            <label>
                <input
                    type="radio"
                    name="explained"
                    value=attribute.map_or("none", Attribute::name)
                    prop:checked=move || chosen.get() == (attribute, false)
                    on:change=move |_| choose(attribute)
                />
                <span>{name}</span>
            </label>
        }
    };
    let choices = Attribute::ALL.into_iter().map(Some).chain([None]);
    view! {
        <fieldset class="segments">
            <legend class="unseen">{words.text("heat-map")}</legend>
            {choices.map(radio).collect_view()}
        </fieldset>
    }
}

/// Which class of a nominal attribute; of age, whether older or younger.
#[component]
pub fn ClassChoice() -> impl IntoView {
    let session = Session::of_context();
    let (settings, words) = (session.settings, session.words);
    let target = Memo::new(move |_| settings.with(|settings| (settings.explain.attribute, settings.explain.class)));
    let entries = move || -> Vec<MenuEntry> {
        let Some(attribute) = target.get().0 else { return Vec::new() };
        let first = if attribute == Attribute::Age { "evidence-for-older" } else { "evidence-for-estimate" };
        let labels = (0..attribute.classes()).map_while(|class| class_phrase(attribute, class)).enumerate();
        // An older age is what the first choice already means.
        let others = labels.filter(|(class, _)| (attribute, *class) != (Attribute::Age, OLDER));
        let others = others.map(|(class, label)| (class.to_string(), words.phrase(&label)));
        [(String::new(), words.say(first))].into_iter().chain(others).collect()
    };
    let chosen = move || target.get().1.map(|class| class.to_string()).unwrap_or_default();
    view! {
        <Menu
            label=Signal::derive(move || words.say("evidence-for"))
            id="explain-class"
            entries=Signal::derive(entries)
            chosen=Signal::derive(chosen)
            on_choose=Arc::new(move |value: String| settings.update(|settings| settings.explain.class = value.parse().ok()))
        />
    }
}
