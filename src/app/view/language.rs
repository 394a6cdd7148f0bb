//! The language of the page: chosen by the address or the browser at first, and by the visitor's menu from then on.

use crate::app::browser::address;
use crate::app::state::session::Session;
use crate::app::state::words::Speaker;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_fluent::{Language, leptos_fluent};
use std::time::Duration;
use web_sys::HtmlSelectElement;

/// The address's parameter that names the language.
const URL_PARAMETER: &str = "lang";

/// What is said where no language can be loaded.
const SPEECHLESS: &str = "Visage could not load its words. Check the connection and reload the page.";

/// Chooses the language by the address (`?lang=`), or else the browser, and keeps `lang` and `dir` of the document.
#[component]
#[allow(unused_mut)] // in what the macro makes of an empty list
pub fn Languages(
    /// What is said in that language.
    children: ChildrenFn,
) -> impl IntoView {
    leptos_fluent! {
        children: view! { <Spoken children /> },
        // `Words` has the messages: only those of the language that is spoken are loaded.
        translations: [],
        locales: "./locales",
        default_language: "en",
        sync_html_tag_lang: true,
        sync_html_tag_dir: true,
        url_param: "lang",
        initial_language_from_url_param: true,
        initial_language_from_navigator: true,
    }
}

/// The page, as soon as it can speak the visitor's language, or else English.
#[component]
fn Spoken(
    /// What is said.
    children: ChildrenFn,
) -> impl IntoView {
    let speaker = Speaker::without_words();
    provide_context(speaker);
    provide_context(speaker.words);
    let speaks = RwSignal::new(None);
    spawn_local(async move {
        let spoken = speaker.begin().await;
        // A browser reads its tables when it first writes a number. That and making the page are two tasks, so that neither
        // holds the page up for long.
        let _ = speaker.words.share(0.0, 0);
        set_timeout(move || speaks.set(Some(spoken)), Duration::ZERO);
    });
    move || {
        speaks.get().map(|speaks| match speaks {
            true => children().into_any(),
            false => view! { <p class="alert" role="alert" data-testid="error">{SPEECHLESS}</p> }.into_any(),
        })
    }
}

/// Lets the visitor choose the language.
#[component]
pub fn LanguageChoice() -> impl IntoView {
    let alerts = Session::of_context().alerts;
    let speaker = Speaker::of_context();
    let choose = move |event| {
        let select: HtmlSelectElement = event_target(&event);
        let id = select.value();
        let Some(language) = speaker.languages().iter().find(|language| language.id == id) else { return };
        spawn_local(async move {
            let spoken = speaker.speak(language).await;
            // Only a language that was chosen goes into the address, none that stands in for another.
            if let Err(error) = spoken.and_then(|()| address::put(&window(), URL_PARAMETER, language.id)) {
                alerts.show(&error);
                select.set_value(untrack(|| speaker.language().id));
            }
        });
    };
    let option = move |language: &&'static Language| {
        let language = *language;
        view! {
            <option
                value=language.id
                lang=language.id
                selected=move || speaker.language().id == language.id
            >
                {language.name}
            </option>
        }
    };
    view! {
        <label class="language">
            <span class="unseen">{speaker.words.text("language")}</span>
            <select data-testid="language" on:change=choose>{speaker.languages().iter().map(option).collect_view()}</select>
        </label>
    }
}
