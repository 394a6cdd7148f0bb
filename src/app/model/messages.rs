//! What the page says in one language: its message file, parsed by Fluent's own parser.
//!
//! Which form a count takes is left to the caller, as is how a number is written: the browser has the tables of all languages,
//! and the page need not load another copy. Of Fluent's language this reads what the files use: texts, variables and selections.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant, VariantKey};

/// The language that the page speaks where it cannot speak the visitor's.
pub const ENGLISH: &str = "en";
/// Marks that keep a word apart from those around it, which may have another direction.
const ISOLATION: (char, char) = ('\u{2068}', '\u{2069}');

/// What stands for a variable of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text as it is.
    Text(String),
    /// A number that may decide between singular and plural, and how it is written.
    Count(usize, String),
}

/// The messages of one language.
pub struct Messages {
    language: &'static str,
    is_rtl: bool,
    messages: Vec<Message<String>>,
}

impl Messages {
    /// None at all, until those of a language are there.
    pub fn none() -> Self {
        Self { language: ENGLISH, is_rtl: false, messages: Vec::new() }
    }

    /// Reads the message file of a language, which is named as in `locales/` and may run from right to left. `None` if the text is
    /// something else, or damaged.
    pub fn read(language: &'static str, is_rtl: bool, text: String) -> Option<Self> {
        let entries = fluent_syntax::parser::parse_runtime(text).ok()?.body;
        let messages = entries.into_iter().filter_map(|entry| match entry {
            Entry::Message(message) => Some(message),
            _ => None,
        });
        let messages: Vec<_> = messages.collect();
        (!messages.is_empty()).then_some(Self { language, is_rtl, messages })
    }

    /// Where the message file of a language lies in the release.
    pub fn address(language: &str) -> String {
        format!("locales/{language}/main.ftl")
    }

    /// The language's name in `locales/`.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// Whether the language runs from right to left.
    pub fn is_rtl(&self) -> bool {
        self.is_rtl
    }

    /// The message with this name. `plural` gives the form that a count takes in the language: `one`, `two`, `few`, `many`
    /// or `other`.
    pub fn say(&self, id: &str, values: &[(&str, Value)], plural: impl Fn(usize) -> String) -> String {
        let message = self.messages.iter().find(|message| message.id.name == id);
        let Some(pattern) = message.and_then(|message| message.value.as_ref()) else {
            return format!("Unknown localization {id}");
        };
        let mut said = String::new();
        // Directions meet only where the language's own is the other one.
        Saying { values, plural: &plural, isolates: self.is_rtl() }.write(pattern, &mut said);
        said
    }
}

/// One message while it is said.
struct Saying<'a> {
    values: &'a [(&'a str, Value)],
    plural: &'a dyn Fn(usize) -> String,
    isolates: bool,
}

impl Saying<'_> {
    fn write(&self, pattern: &Pattern<String>, said: &mut String) {
        for element in &pattern.elements {
            let expression = match element {
                PatternElement::TextElement { value } => {
                    said.push_str(value);
                    continue;
                }
                PatternElement::Placeable { expression } => expression,
            };
            if let Expression::Inline(InlineExpression::StringLiteral { value }) = expression {
                said.push_str(value);
                continue;
            }
            let is_isolated = self.isolates && pattern.elements.len() > 1;
            said.extend(is_isolated.then_some(ISOLATION.0));
            match expression {
                Expression::Inline(inline) => self.write_inline(inline, said),
                Expression::Select { selector, variants } => self.write_chosen(selector, variants, said),
            }
            said.extend(is_isolated.then_some(ISOLATION.1));
        }
    }

    fn write_inline(&self, inline: &InlineExpression<String>, said: &mut String) {
        match self.value(inline) {
            Some(Value::Text(text) | Value::Count(_, text)) => said.push_str(text),
            None => said.push('?'),
        }
    }

    fn write_chosen(&self, selector: &InlineExpression<String>, variants: &[Variant<String>], said: &mut String) {
        let form = match self.value(selector) {
            Some(Value::Text(text)) => text.clone(),
            Some(Value::Count(count, _)) => (self.plural)(*count),
            None => String::new(),
        };
        let is_meant = |variant: &&Variant<String>| match &variant.key {
            VariantKey::Identifier { name } => *name == form,
            VariantKey::NumberLiteral { .. } => false,
        };
        let chosen = variants.iter().find(is_meant).or_else(|| variants.iter().find(|variant| variant.default));
        if let Some(variant) = chosen {
            self.write(&variant.value, said);
        }
    }

    fn value(&self, inline: &InlineExpression<String>) -> Option<&Value> {
        let InlineExpression::VariableReference { id } = inline else { return None };
        self.values.iter().find(|(name, _)| *name == id.name).map(|(_, value)| value)
    }
}

#[cfg(test)]
mod tests {
    use super::super::phrase::tests::languages;
    use super::*;

    fn read(language: &'static str) -> Messages {
        let text = std::fs::read_to_string(Messages::address(language)).unwrap();
        Messages::read(language, language == "ar", text).unwrap_or_else(|| panic!("{language} cannot be read"))
    }

    fn one_or_other(count: usize) -> String {
        if count == 1 { "one" } else { "other" }.to_owned()
    }

    fn years(language: &'static str) -> String {
        read(language).say("years", &[("years", Value::Text("40".to_owned()))], one_or_other)
    }

    #[test]
    fn every_language_is_read_and_speaks() {
        assert_eq!(["en", "de", "es", "zh"].map(years), ["40 years", "40 Jahre", "40 años", "40 岁"]);
        // Arabic keeps a number apart from the words around it.
        let arabic = years("ar");
        assert!(arabic.contains("\u{2068}40\u{2069}") && arabic.contains("سنة"), "{arabic}");
        assert_eq!(read("ar").say("list-separator", &[], one_or_other), "، ");
    }

    #[test]
    fn a_count_decides_between_singular_and_plural() {
        let english = read(ENGLISH);
        let say = |messages: &Messages, id, variable, count: usize, written: &str| {
            messages.say(id, &[(variable, Value::Count(count, written.to_owned()))], one_or_other)
        };
        let faces = [(1, "1"), (2, "2")].map(|(count, written)| say(&english, "faces-found", "count", count, written));
        assert_eq!(faces, ["1 face.", "2 faces."]);
        let sent = [(1, "1"), (1_200, "1,200")]
            .map(|(count, written)| say(&english, "privacy-bytes", "bytes", count, written));
        assert_eq!(sent, ["1 byte sent", "1,200 bytes sent"]);
        let bytes = say(&read("ar"), "privacy-bytes", "bytes", 12, "12");
        assert!(bytes.contains("\u{2068}12\u{2069}"), "{bytes}");
    }

    /// Whether a pattern consists of what [`Saying`] knows.
    fn is_known(pattern: &Pattern<String>) -> bool {
        let is_variable =
            |inline: &InlineExpression<String>| matches!(inline, InlineExpression::VariableReference { .. });
        pattern.elements.iter().all(|element| match element {
            PatternElement::TextElement { .. } => true,
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(InlineExpression::StringLiteral { value }) => !value.contains('\\'),
                Expression::Inline(inline) => is_variable(inline),
                Expression::Select { selector, variants } => {
                    let is_named = |variant: &Variant<String>| {
                        matches!(variant.key, VariantKey::Identifier { .. }) && is_known(&variant.value)
                    };
                    is_variable(selector) && variants.iter().all(is_named)
                }
            },
        })
    }

    #[test]
    fn the_files_use_nothing_that_is_not_read() {
        for language in languages() {
            let text = std::fs::read_to_string(Messages::address(&language)).unwrap();
            let entries = fluent_syntax::parser::parse(text).unwrap().body;
            assert!(entries.len() > 150, "only {} entries in {language}", entries.len());
            for entry in entries {
                match entry {
                    Entry::Message(message) => {
                        let is_known = message.value.as_ref().is_some_and(is_known) && message.attributes.is_empty();
                        assert!(is_known, "{} in {language}", message.id.name);
                    }
                    Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
                    other => panic!("{other:?} in {language}"),
                }
            }
        }
    }

    #[test]
    fn what_is_no_message_file_is_refused_and_an_unknown_message_is_named() {
        for nothing in ["<html>not found</html>", "", "# a comment\n"] {
            assert!(Messages::read("de", false, nothing.to_owned()).is_none());
        }
        assert_eq!(read("de").say("no-such-message", &[], one_or_other), "Unknown localization no-such-message");
    }
}
