//! The page's words in the visitor's language, from the message files in `locales/`.

use crate::app::model::phrase::{Argument, Phrase};
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::static_loader;
use js_sys::{Array, Intl, Object, Reflect};
use leptos::prelude::*;
use leptos_fluent::{I18n, leptos_fluent};
use std::borrow::Cow;
use std::collections::HashMap;
use wasm_bindgen::JsValue;

static_loader! {
    static MESSAGES = {
        locales: "./locales",
        fallback_language: "en",
        // Marks that keep a word of another direction together are needed only where directions meet.
        customise: |bundle| bundle.set_use_isolating(bundle.locales.iter().any(|locale| locale.language.as_str() == "ar")),
    };
}

/// Chooses the language by the address (`?lang=`), or else the browser, and keeps `lang` and `dir` of the document.
#[component]
pub fn Languages(
    /// What is said in that language.
    children: Children,
) -> impl IntoView {
    leptos_fluent! {
        children: children(),
        translations: [MESSAGES],
        locales: "./locales",
        default_language: "en",
        sync_html_tag_lang: true,
        sync_html_tag_dir: true,
        url_param: "lang",
        initial_language_from_url_param: true,
        initial_language_from_navigator: true,
        set_language_to_url_param: true,
    }
}

/// Says phrases in the visitor's language. What reads them in a reactive place follows the language.
#[derive(Clone, Copy)]
pub struct Words(I18n);

impl Words {
    /// Those of the page that the component is part of.
    pub fn of_context() -> Self {
        Self(expect_context())
    }

    /// The message with this name, which has no variables.
    pub fn say(self, id: &str) -> String {
        self.0.tr(id)
    }

    /// A phrase.
    pub fn phrase(self, phrase: &Phrase) -> String {
        if phrase.arguments.is_empty() {
            return self.say(phrase.id);
        }
        let arguments: HashMap<Cow<'static, str>, FluentValue> =
            phrase.arguments.iter().map(|(name, argument)| (Cow::Borrowed(*name), self.value(argument))).collect();
        self.0.tr_with_args(phrase.id, &arguments)
    }

    /// Several phrases as a list.
    pub fn list(self, phrases: &[Phrase]) -> String {
        let said: Vec<String> = phrases.iter().map(|phrase| self.phrase(phrase)).collect();
        said.join(&self.say("list-separator"))
    }

    /// A share between 0 and 1 as per cent, with so many digits behind the point.
    pub fn share(self, share: f64, decimals: u8) -> String {
        let decimals = JsValue::from(decimals);
        let digits = [("minimumFractionDigits", decimals.clone()), ("maximumFractionDigits", decimals)];
        self.number(share, &[digits.as_slice(), &[("style", "percent".into())]].concat())
    }

    /// A number with so many digits behind the point.
    pub fn number_of(self, number: f64, decimals: u8) -> String {
        let decimals = JsValue::from(decimals);
        self.number(number, &[("minimumFractionDigits", decimals.clone()), ("maximumFractionDigits", decimals)])
    }

    fn value(self, argument: &Argument) -> FluentValue<'static> {
        let text = match argument {
            Argument::Text(text) => text.clone(),
            Argument::Count(count) => return FluentValue::from(*count),
            Argument::Number(number, decimals) => self.number_of(*number, *decimals),
            Argument::Change(number, decimals) => {
                let decimals = JsValue::from(*decimals);
                let digits = [("minimumFractionDigits", decimals.clone()), ("maximumFractionDigits", decimals)];
                self.number(*number, &[digits.as_slice(), &[("signDisplay", "always".into())]].concat())
            }
            Argument::Share(share) => self.share(*share, 0),
            Argument::Phrase(phrase) => self.phrase(phrase),
            Argument::List(phrases) => self.list(phrases),
        };
        FluentValue::from(text)
    }

    /// A number as the language writes it, by the browser's own tables.
    fn number(self, number: f64, options: &[(&str, JsValue)]) -> String {
        let settings = Object::new();
        for (name, value) in options {
            // A property of a fresh object can be set.
            let _ = Reflect::set(&settings, &JsValue::from_str(name), value);
        }
        let language = Array::of1(&JsValue::from_str(self.0.language.get().id));
        let format = Intl::NumberFormat::new(&language, &settings).format();
        let said = format.call1(&JsValue::UNDEFINED, &JsValue::from_f64(number)).ok();
        said.and_then(|said| said.as_string()).unwrap_or_else(|| number.to_string())
    }
}

/// Lets the visitor choose the language.
#[component]
pub fn LanguageChoice() -> impl IntoView {
    let i18n: I18n = expect_context();
    let words = Words::of_context();
    let choose = move |event| {
        let id = event_target_value(&event);
        if let Some(language) = i18n.languages.iter().find(|language| language.id == id) {
            i18n.language.set(language);
        }
    };
    let option = move |language: &&'static leptos_fluent::Language| {
        let language = *language;
        view! {
            <option
                value=language.id
                lang=language.id
                selected=move || i18n.language.get().id == language.id
            >
                {language.name}
            </option>
        }
    };
    view! {
        <label class="language">
            <span class="unseen">{move || words.say("language")}</span>
            <select data-testid="language" on:change=choose>{i18n.languages.iter().map(option).collect_view()}</select>
        </label>
    }
}
