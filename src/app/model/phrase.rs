//! What the page says, without saying in which language.

/// A message of the language files with its arguments.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// The message's name in `locales/`.
    pub id: &'static str,
    /// The message's variables.
    pub arguments: Vec<(&'static str, Argument)>,
}

/// What stands for a variable of a message. Numbers are written as the language writes them.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// A text that is the same in every language, such as a file's name.
    Text(String),
    /// A number, and how many digits it has behind the point.
    Number(f64, u8),
    /// A number with its sign, also where it is positive.
    Change(f64, u8),
    /// A whole number, which may decide between singular and plural.
    Count(usize),
    /// A share between 0 and 1, as per cent.
    Share(f64),
    /// Another message.
    Phrase(Phrase),
    /// Several messages, one after the other.
    List(Vec<Phrase>),
}

impl Phrase {
    /// A message without variables.
    pub fn new(id: &'static str) -> Self {
        Self { id, arguments: Vec::new() }
    }

    /// The message with a value for one of its variables.
    pub fn with(mut self, variable: &'static str, argument: Argument) -> Self {
        self.arguments.push((variable, argument));
        self
    }
}

impl From<Phrase> for Argument {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(phrase)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    /// All languages, by their folders.
    pub(crate) fn languages() -> Vec<String> {
        let folders = std::fs::read_dir("locales").unwrap();
        folders.map(|folder| folder.unwrap().file_name().into_string().unwrap()).collect()
    }

    /// The variables of each message of a language.
    pub(crate) fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
        let text = std::fs::read_to_string(format!("locales/{language}/main.ftl")).unwrap();
        let mut messages = BTreeMap::<String, BTreeSet<String>>::new();
        let mut current = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let is_continued = line.starts_with([' ', '}']) || line.is_empty();
            if let Some((id, _)) = line.split_once(" =").filter(|_| !is_continued) {
                current = id.to_owned();
                assert!(messages.insert(current.clone(), BTreeSet::new()).is_none(), "{language} has two of {id}");
            }
            for part in line.split('$').skip(1) {
                let end = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(part.len());
                messages.get_mut(&current).unwrap().insert(part[..end].to_owned());
            }
        }
        messages
    }

    #[test]
    fn every_language_has_the_same_messages_with_the_same_variables() {
        let english = messages("en");
        assert!(english.len() > 150, "only {} messages", english.len());
        for language in languages() {
            let other = messages(&language);
            for (id, variables) in &english {
                assert_eq!(other.get(id), Some(variables), "{id} in {language}");
            }
            assert_eq!(other.len(), english.len(), "{language} has messages that English has not");
        }
    }

    #[test]
    fn every_message_that_the_page_names_exists_and_every_message_is_named() {
        let known = messages("en");
        let mut sources = String::new();
        read_all(Path::new("src"), &mut sources);
        let named: BTreeSet<&str> = sources.split('"').collect();
        for id in known.keys() {
            assert!(named.contains(id.as_str()), "nobody says {id}");
        }
        for marker in ["words.say(\"", "words.text(\"", "Phrase::new(\"", "phrase(\""] {
            for part in sources.split(marker).skip(1) {
                let id = part.split('"').next().unwrap();
                let is_message =
                    !id.is_empty() && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
                assert!(!is_message || known.contains_key(id), "there is no message {id}");
            }
        }
    }

    fn read_all(folder: &Path, text: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read_all(&path, text);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                text.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
}
