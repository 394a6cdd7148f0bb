//! A task: the new attributes with their categories and classes, and the limits within which it can be learned.

use crate::attributes::Category;
use serde::{Deserialize, Serialize};

/// Most attributes that are learned together.
pub const MOST_ATTRIBUTES: usize = 4;
/// Most classes of a nominal attribute.
pub const MOST_NOMINAL_CLASSES: usize = 6;
/// Most levels of an ordinal attribute.
pub const MOST_LEVELS: usize = 7;
/// Fewest classes of any attribute.
pub const FEWEST_CLASSES: usize = 2;

/// What is to be learned.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// The attributes, one to [`MOST_ATTRIBUTES`].
    pub attributes: Vec<NewAttribute>,
}

/// An attribute that somebody has thought of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewAttribute {
    /// Name of the attribute.
    pub name: String,
    /// Whether its classes have an order, in which they are then named.
    pub category: Category,
    /// Names of the attribute's classes.
    pub classes: Vec<String>,
}

/// A task cannot be learned as it is.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TaskError {
    /// There is no attribute, or there are too many.
    #[error("{0} attributes; one to {MOST_ATTRIBUTES} can be learned together")]
    Attributes(usize),
    /// An attribute has too few classes, or too many.
    #[error("{name} has {classes} classes; it can have {FEWEST_CLASSES} to {most}")]
    Classes {
        /// Name of the attribute.
        name: String,
        /// Number of classes that the attribute has.
        classes: usize,
        /// Most classes that the attribute can have.
        most: usize,
    },
    /// A name is empty, or given twice among its like.
    #[error("every attribute and every class needs a name of its own: “{0}”")]
    Name(String),
}

impl NewAttribute {
    /// Most classes that the attribute can have.
    pub fn most_classes(&self) -> usize {
        match self.category {
            Category::Nominal => MOST_NOMINAL_CLASSES,
            Category::Ordinal => MOST_LEVELS,
        }
    }
}

impl Task {
    /// The task, if it can be learned.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn checked(self) -> Result<Self, TaskError> {
        let count = self.attributes.len();
        if count == 0 || count > MOST_ATTRIBUTES {
            return Err(TaskError::Attributes(count));
        }
        names_differ(self.attributes.iter().map(|attribute| attribute.name.as_str()))?;
        for attribute in &self.attributes {
            let (classes, most) = (attribute.classes.len(), attribute.most_classes());
            if !(FEWEST_CLASSES..=most).contains(&classes) {
                return Err(TaskError::Classes { name: attribute.name.clone(), classes, most });
            }
            names_differ(attribute.classes.iter().map(String::as_str))?;
        }
        Ok(self)
    }
}

fn names_differ<'a>(names: impl Iterator<Item = &'a str>) -> Result<(), TaskError> {
    let mut seen: Vec<&str> = Vec::new();
    for name in names.map(str::trim) {
        if name.is_empty() || seen.contains(&name) {
            return Err(TaskError::Name(name.to_owned()));
        }
        seen.push(name);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attribute(name: &str, category: Category, classes: &[&str]) -> NewAttribute {
        NewAttribute { name: name.into(), category, classes: classes.iter().map(|&class| class.into()).collect() }
    }

    fn task(attributes: Vec<NewAttribute>) -> Result<Task, TaskError> {
        Task { attributes }.checked()
    }

    #[test]
    fn a_task_has_some_attributes_with_some_classes_and_names_of_their_own() {
        let glasses = || attribute("glasses", Category::Nominal, &["none", "glasses"]);
        assert!(task(vec![glasses()]).is_ok());
        assert_eq!(task(vec![]), Err(TaskError::Attributes(0)));
        assert_eq!(task(vec![glasses(), glasses()]), Err(TaskError::Name("glasses".into())));
        let one = attribute("hat", Category::Nominal, &["hat"]);
        assert!(matches!(task(vec![one]), Err(TaskError::Classes { classes: 1, most: MOST_NOMINAL_CLASSES, .. })));
        let twice = attribute("hat", Category::Ordinal, &["small", " small"]);
        assert_eq!(task(vec![twice]), Err(TaskError::Name("small".into())));
        let seven = ["1", "2", "3", "4", "5", "6", "7"];
        assert!(task(vec![attribute("smile", Category::Ordinal, &seven)]).is_ok());
        assert!(task(vec![attribute("smile", Category::Nominal, &seven)]).is_err());
    }
}
