//! The page's words in the visitor's language, from the message files in `locales/`.

use crate::app::browser::files;
use crate::app::browser::number_format::{Numbers, Style};
use crate::app::model::error::PageError;
use crate::app::model::messages::{ENGLISH, Messages, Value};
use crate::app::model::phrase::{Argument, Phrase};
use leptos::prelude::*;
use leptos_fluent::{I18n, Language, WritingDirection};
use std::rc::Rc;
use std::sync::{Arc, Mutex};

/// Changes the language.
#[derive(Clone, Copy)]
pub(crate) struct Speaker {
    /// What the page says, in the language that is spoken.
    pub words: Words,
    i18n: I18n,
    // The language that was asked for last; its messages may still be on their way.
    wanted: StoredValue<&'static str>,
    unavailable: StoredValue<Option<PageError>>,
}

impl Speaker {
    /// Of the page that the component is part of.
    pub(crate) fn of_context() -> Self {
        expect_context()
    }

    /// One that cannot say anything yet.
    pub(crate) fn without_words() -> Self {
        Self {
            words: Words(RwSignal::new_local(Rc::new(Speech::of(Messages::none())))),
            i18n: expect_context(),
            wanted: StoredValue::new(ENGLISH),
            unavailable: StoredValue::new(None),
        }
    }

    /// All languages.
    pub(crate) fn languages(self) -> &'static [&'static Language] {
        self.i18n.languages
    }

    /// The language that the page speaks; reading it in a reactive place follows it.
    pub(crate) fn language(self) -> &'static Language {
        self.i18n.language.get()
    }

    /// Speaks the visitor's language, or else English; `false` if it can speak neither.
    pub(crate) async fn begin(self) -> bool {
        let chosen = self.i18n.language.get_untracked();
        let mut spoken = self.speak(chosen).await;
        let english = self.i18n.languages.iter().find(|own| own.id == ENGLISH && own.id != chosen.id);
        if let (Err(error), Some(english)) = (&spoken, english) {
            // Without its file the page speaks English, and says why.
            self.unavailable.set_value(Some(error.clone()));
            spoken = self.speak(english).await;
        }
        spoken.is_ok()
    }

    /// Why the page does not speak the language that the visitor's browser or the address asks for, if so. Said once.
    pub(crate) fn take_unavailable(self) -> Option<PageError> {
        self.unavailable.try_update_value(Option::take).flatten()
    }

    /// Loads a language's messages and speaks it, unless another one was asked for meanwhile.
    pub(crate) async fn speak(self, language: &'static Language) -> Result<(), PageError> {
        self.wanted.set_value(language.id);
        let text = files::text(&window(), &Messages::address(language.id)).await?;
        let is_rtl = matches!(language.dir, WritingDirection::Rtl);
        let messages = Messages::read(language.id, is_rtl, text)
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
pub(crate) type Text = Arc<Mutex<dyn FnMut() -> String + Send>>;

/// Says phrases in the visitor's language. What reads them in a reactive place follows the language. Nearly every closure of
/// the page holds a copy, so it is no more than a handle.
#[derive(Clone, Copy)]
pub(crate) struct Words(RwSignal<Rc<Speech>, LocalStorage>);

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
    pub(crate) fn of_context() -> Self {
        expect_context()
    }

    /// The message with this name, which has no variables.
    pub(crate) fn say(self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// The message with this name as a part of a view, which follows the language.
    pub(crate) fn text(self, id: &'static str) -> Text {
        Arc::new(Mutex::new(move || self.say(id)))
    }

    /// A phrase.
    pub(crate) fn phrase(self, phrase: &Phrase) -> String {
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
    pub(crate) fn is_rtl(self) -> bool {
        self.0.with(|speech| speech.messages.is_rtl())
    }

    /// Several phrases as a list.
    pub(crate) fn list(self, phrases: &[Phrase]) -> String {
        let said: Vec<String> = phrases.iter().map(|phrase| self.phrase(phrase)).collect();
        said.join(&self.say("list-separator"))
    }

    /// A share between 0 and 1 as per cent, with so many digits behind the point.
    pub(crate) fn share(self, share: f64, decimals: u8) -> String {
        self.number(share, Style::Percent, decimals)
    }

    /// A number with so many digits behind the point.
    pub(crate) fn number_of(self, number: f64, decimals: u8) -> String {
        self.number(number, Style::Plain, decimals)
    }

    /// A difference with its sign and `decimals` digits after the point.
    pub(crate) fn change(self, difference: f64, decimals: u8) -> String {
        self.number(difference, Style::Signed, decimals)
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
