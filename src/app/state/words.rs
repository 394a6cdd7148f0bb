//! The page's words in the visitor's language, from the message files in `locales/`.

use super::super::browser::number_format::{Numbers, Style};
use super::super::browser::{address, files};
use super::super::model::error::PageError;
use super::super::model::messages::{ENGLISH, Messages, Value};
use super::super::model::phrase::{Argument, Phrase};
use super::session::Session;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_fluent::{I18n, Language, leptos_fluent};
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::time::Duration;
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
    }
}

/// The address's parameter that names the language.
const URL_PARAMETER: &str = "lang";

/// What is said where no language can be loaded.
const SPEECHLESS: &str = "Visage could not load its words. Check the connection and reload the page.";

/// The page, as soon as it can speak the visitor's language, or else English.
#[component]
fn Spoken(
    /// What is said.
    children: ChildrenFn,
) -> impl IntoView {
    let speaker = Speaker::without_words();
    provide_context(speaker);
    provide_context(speaker.words);
    let chosen = speaker.i18n.language.get_untracked();
    let speaks = RwSignal::new(None);
    spawn_local(async move {
        let mut spoken = speaker.speak(chosen).await;
        let english = speaker.i18n.languages.iter().find(|own| own.id == ENGLISH && own.id != chosen.id);
        if let (Err(error), Some(english)) = (&spoken, english) {
            // Without its file the page speaks English, and says why.
            speaker.unavailable.set_value(Some(error.clone()));
            spoken = speaker.speak(english).await;
        }
        // A browser reads its tables when it first writes a number. That and making the page are two tasks, so that neither
        // holds the page up for long.
        let _ = speaker.words.share(0.0, 0);
        set_timeout(move || speaks.set(Some(spoken.is_ok())), Duration::ZERO);
    });
    move || {
        speaks.get().map(|speaks| match speaks {
            true => children().into_any(),
            false => view! { <p class="alert" role="alert" data-testid="error">{SPEECHLESS}</p> }.into_any(),
        })
    }
}

/// Why the page does not speak the language that the visitor's browser or the address asks for, if so. Said once.
pub fn take_unavailable() -> Option<PageError> {
    expect_context::<Speaker>().unavailable.try_update_value(Option::take).flatten()
}

/// Changes the language.
#[derive(Clone, Copy)]
struct Speaker {
    words: Words,
    i18n: I18n,
    // The language that was asked for last; its messages may still be on their way.
    wanted: StoredValue<&'static str>,
    unavailable: StoredValue<Option<PageError>>,
}

impl Speaker {
    fn without_words() -> Self {
        Self {
            words: Words(RwSignal::new_local(Rc::new(Speech::of(Messages::none())))),
            i18n: expect_context(),
            wanted: StoredValue::new(ENGLISH),
            unavailable: StoredValue::new(None),
        }
    }

    /// Loads a language's messages and speaks it, unless another one was asked for meanwhile.
    async fn speak(self, language: &'static Language) -> Result<(), PageError> {
        self.wanted.set_value(language.id);
        let text = files::text(&window(), &Messages::address(language.id)).await?;
        let messages = Messages::read(language.id, text)
            .ok_or_else(|| PageError::FileUnavailable(Messages::address(language.id)))?;
        if self.wanted.get_value() == language.id {
            self.words.0.set(Rc::new(Speech::of(messages)));
            self.i18n.language.set(language);
        }
        Ok(())
    }
}

/// A text that changes with the language: what Leptos makes of a closure in a view. Made in one place, it is compiled once and
/// not for each of a hundred texts.
pub type Text = Arc<Mutex<dyn FnMut() -> String + Send>>;

/// Says phrases in the visitor's language. What reads them in a reactive place follows the language. Nearly every closure of
/// the page holds a copy, so it is no more than a handle.
#[derive(Clone, Copy)]
pub struct Words(RwSignal<Rc<Speech>, LocalStorage>);

/// A language as it is spoken.
struct Speech {
    messages: Messages,
    numbers: Numbers,
}

impl Speech {
    fn of(messages: Messages) -> Self {
        Self { numbers: Numbers::of(messages.language()), messages }
    }
}

impl Words {
    /// Those of the page that the component is part of.
    pub fn of_context() -> Self {
        expect_context()
    }

    /// The message with this name, which has no variables.
    pub fn say(self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// The message with this name as a part of a view, which follows the language.
    pub fn text(self, id: &'static str) -> Text {
        Arc::new(Mutex::new(move || self.say(id)))
    }

    /// A phrase.
    pub fn phrase(self, phrase: &Phrase) -> String {
        if phrase.arguments.is_empty() {
            return self.say(phrase.id);
        }
        let values: Vec<_> = phrase.arguments.iter().map(|(name, argument)| (*name, self.value(argument))).collect();
        self.say_with(phrase.id, &values)
    }

    fn say_with(self, id: &str, values: &[(&str, Value)]) -> String {
        self.0.with(|speech| speech.messages.say(id, values, |count| speech.numbers.plural(count)))
    }

    /// Whether the language runs from right to left.
    pub fn is_rtl(self) -> bool {
        self.0.with(|speech| speech.messages.is_rtl())
    }

    /// Several phrases as a list.
    pub fn list(self, phrases: &[Phrase]) -> String {
        let said: Vec<String> = phrases.iter().map(|phrase| self.phrase(phrase)).collect();
        said.join(&self.say("list-separator"))
    }

    /// A share between 0 and 1 as per cent, with so many digits behind the point.
    pub fn share(self, share: f64, decimals: u8) -> String {
        self.number(share, Style::Percent, decimals)
    }

    /// A number with so many digits behind the point.
    pub fn number_of(self, number: f64, decimals: u8) -> String {
        self.number(number, Style::Plain, decimals)
    }

    fn number(self, number: f64, style: Style, decimals: u8) -> String {
        self.0.with(|speech| speech.numbers.write(number, style, decimals))
    }

    fn value(self, argument: &Argument) -> Value {
        let text = match argument {
            Argument::Text(text) => text.clone(),
            Argument::Count(count) => return Value::Count(*count, self.number_of(*count as f64, 0)),
            Argument::Number(number, decimals) => self.number_of(*number, *decimals),
            Argument::Change(number, decimals) => self.number(*number, Style::Signed, *decimals),
            Argument::Share(share) => self.share(*share, 0),
            Argument::Phrase(phrase) => self.phrase(phrase),
            Argument::List(phrases) => self.list(phrases),
        };
        Value::Text(text)
    }
}

/// Lets the visitor choose the language.
#[component]
pub fn LanguageChoice() -> impl IntoView {
    let alerts = Session::of_context().alerts;
    let speaker: Speaker = expect_context();
    let Speaker { words, i18n, .. } = speaker;
    let choose = move |event| {
        let select: HtmlSelectElement = event_target(&event);
        let id = select.value();
        let Some(language) = i18n.languages.iter().find(|language| language.id == id) else { return };
        spawn_local(async move {
            let spoken = speaker.speak(language).await;
            // Only a language that was chosen goes into the address, none that stands in for another.
            if let Err(error) = spoken.and_then(|()| address::put(&window(), URL_PARAMETER, language.id)) {
                alerts.show(&error);
                select.set_value(i18n.language.get_untracked().id);
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
            <span class="unseen">{words.text("language")}</span>
            <select data-testid="language" on:change=choose>{i18n.languages.iter().map(option).collect_view()}</select>
        </label>
    }
}
