//! What the page says in one language: its message file, as Fluent reads it.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use std::borrow::Cow;
use unic_langid::LanguageIdentifier;

/// The messages of one language.
pub struct Messages {
    language: &'static str,
    bundle: FluentBundle<FluentResource>,
}

impl Messages {
    /// The language that is spoken until another one's messages are there, and its message file.
    pub const ENGLISH: (&'static str, &'static str) = ("en", include_str!("../../../locales/en/main.ftl"));

    /// Reads the message file of a language, which is named as in `locales/`. `None` if the text is something else, or
    /// damaged.
    pub fn read(language: &'static str, text: String) -> Option<Self> {
        let identifier: LanguageIdentifier = language.parse().ok()?;
        let mut bundle = FluentBundle::new(vec![identifier]);
        // Marks that keep a word of another direction together are needed only where directions meet.
        bundle.set_use_isolating(language == "ar");
        bundle.add_resource_overriding(FluentResource::try_new(text).ok()?);
        Some(Self { language, bundle })
    }

    /// Where the message file of a language lies in the release.
    pub fn address(language: &str) -> String {
        format!("locales/{language}/main.ftl")
    }

    /// The language's name in `locales/`.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// The message with this name, with its variables filled in.
    pub fn say(&self, id: &str, arguments: Option<&FluentArgs>) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return format!("Unknown localization {id}");
        };
        // A variable that is missing is named in the text; a test sees to it that none is.
        self.bundle.format_pattern(pattern, arguments, &mut Vec::new()).into_owned()
    }
}

/// A variable's value for [`Messages::say`].
pub type Value = fluent_bundle::FluentValue<'static>;

/// The variables of a message with their values.
pub fn arguments(values: impl IntoIterator<Item = (&'static str, Value)>) -> FluentArgs<'static> {
    values.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(language: &'static str) -> Messages {
        let text = std::fs::read_to_string(Messages::address(language)).unwrap();
        Messages::read(language, text).unwrap_or_else(|| panic!("{language} cannot be read"))
    }

    #[test]
    fn every_language_is_read_and_speaks() {
        for (language, years) in [("en", "40 years"), ("de", "40 Jahre"), ("es", "40 años"), ("zh", "40 岁")] {
            let messages = read(language);
            assert_eq!(messages.language(), language);
            assert_eq!(messages.say("years", Some(&arguments([("years", "40".into())]))), years);
        }
        // Arabic keeps a number apart from the words around it.
        let said = read("ar").say("years", Some(&arguments([("years", "40".into())])));
        assert!(said.contains("\u{2068}40\u{2069}") && said.contains("سنة"), "{said}");
    }

    #[test]
    fn english_is_part_of_the_page() {
        let (language, text) = Messages::ENGLISH;
        let messages = Messages::read(language, text.to_owned()).unwrap();
        let faces = |count: usize| messages.say("faces-found", Some(&arguments([("count", count.into())])));
        assert_eq!((faces(1).as_str(), faces(2).as_str()), ("1 face.", "2 faces."));
    }

    #[test]
    fn what_is_no_message_file_is_refused_and_an_unknown_message_is_named() {
        assert!(Messages::read("de", "<html>not found</html>".to_owned()).is_none());
        assert_eq!(read("de").say("no-such-message", None), "Unknown localization no-such-message");
    }
}
