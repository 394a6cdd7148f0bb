//! The page's words in the visitor's language, from the message files in `locales/`.

use super::super::browser::files;
use super::super::model::error::PageError;
use super::super::model::messages::{Messages, Value, arguments};
use super::super::model::phrase::{Argument, Phrase};
use super::session::Session;
use js_sys::{Array, Intl, Object, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_fluent::{I18n, Language, leptos_fluent};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::HtmlSelectElement;

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
        set_language_to_url_param: true,
    }
}

/// The page, as soon as it can speak the visitor's language. English is there at once.
#[component]
fn Spoken(
    /// What is said.
    children: ChildrenFn,
) -> impl IntoView {
    let words = Words::in_english();
    provide_context(words);
    let chosen = words.i18n.language.get_untracked();
    let is_ready = RwSignal::new(chosen.id == words.language());
    if !is_ready.get_untracked() {
        spawn_local(async move {
            if let Err(error) = words.speak(chosen).await {
                // Without its file the page speaks English, and says why.
                words.unavailable.set_value(Some(error));
                words.i18n.language.update(|language| {
                    *language = words.i18n.languages.iter().find(|own| own.id == words.language()).unwrap_or(language);
                });
            }
            is_ready.set(true);
        });
    }
    move || is_ready.get().then(|| children())
}

/// Says phrases in the visitor's language. What reads them in a reactive place follows the language.
#[derive(Clone, Copy)]
pub struct Words {
    i18n: I18n,
    messages: RwSignal<Rc<Messages>, LocalStorage>,
    // The language that was asked for last; its messages may still be on their way.
    wanted: StoredValue<&'static str>,
    unavailable: StoredValue<Option<PageError>>,
}

impl Words {
    fn in_english() -> Self {
        let (language, text) = Messages::ENGLISH;
        // The file is a part of the program, and a test reads it.
        let english = Messages::read(language, text.to_owned()).expect("the English messages can be read");
        Self {
            i18n: expect_context(),
            messages: RwSignal::new_local(Rc::new(english)),
            wanted: StoredValue::new(language),
            unavailable: StoredValue::new(None),
        }
    }

    /// Those of the page that the component is part of.
    pub fn of_context() -> Self {
        expect_context()
    }

    /// Why the page does not speak the language that the visitor's browser or the address asked for, if so. Said once.
    pub fn take_unavailable(self) -> Option<PageError> {
        self.unavailable.try_update_value(Option::take).flatten()
    }

    /// The name of the language that is spoken.
    fn language(self) -> &'static str {
        self.messages.with(|messages| messages.language())
    }

    /// Loads a language's messages and speaks it, unless another one was asked for meanwhile.
    async fn speak(self, language: &'static Language) -> Result<(), PageError> {
        self.wanted.set_value(language.id);
        let (english, text) = Messages::ENGLISH;
        let address = Messages::address(language.id);
        let text = if language.id == english { text.to_owned() } else { files::text(&window(), &address).await? };
        let messages = Messages::read(language.id, text).ok_or(PageError::FileUnavailable(address))?;
        if self.wanted.get_value() == language.id {
            self.messages.set(Rc::new(messages));
            self.i18n.language.set(language);
        }
        Ok(())
    }

    /// The message with this name, which has no variables.
    pub fn say(self, id: &str) -> String {
        self.messages.with(|messages| messages.say(id, None))
    }

    /// A phrase.
    pub fn phrase(self, phrase: &Phrase) -> String {
        if phrase.arguments.is_empty() {
            return self.say(phrase.id);
        }
        let values = arguments(phrase.arguments.iter().map(|(name, argument)| (*name, self.value(argument))));
        self.messages.with(|messages| messages.say(phrase.id, Some(&values)))
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

    fn value(self, argument: &Argument) -> Value {
        let text = match argument {
            Argument::Text(text) => text.clone(),
            Argument::Count(count) => return Value::from(*count),
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
        Value::from(text)
    }

    /// A number as the language writes it, by the browser's own tables.
    fn number(self, number: f64, options: &[(&str, JsValue)]) -> String {
        let settings = Object::new();
        for (name, value) in options {
            // A property of a fresh object can be set.
            let _ = Reflect::set(&settings, &JsValue::from_str(name), value);
        }
        let language = Array::of1(&JsValue::from_str(self.language()));
        let format = Intl::NumberFormat::new(&language, &settings).format();
        let said = format.call1(&JsValue::UNDEFINED, &JsValue::from_f64(number)).ok();
        said.and_then(|said| said.as_string()).unwrap_or_else(|| number.to_string())
    }
}

/// Lets the visitor choose the language.
#[component]
pub fn LanguageChoice() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let i18n = words.i18n;
    let choose = move |event| {
        let select: HtmlSelectElement = event_target(&event);
        let id = select.value();
        let Some(language) = i18n.languages.iter().find(|language| language.id == id) else { return };
        spawn_local(async move {
            if let Err(error) = words.speak(language).await {
                session.alerts.show(&error);
                select.set_value(words.language());
            }
        });
    };
    let option = move |language: &&'static Language| {
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
