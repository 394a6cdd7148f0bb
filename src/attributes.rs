//! The vocabulary of the network's tasks: attributes, their categories and their classes.

use serde::{Deserialize, Serialize};
use std::ops::{Index, IndexMut};

/// Number of age classes: whole years 0 to 100, the last one meaning "100 or more".
pub const AGE_CLASSES: usize = 101;

/// The target of evidence that a face is younger: ages have no classes to explain.
pub const YOUNGER: usize = 0;
/// The target of evidence that it is older; the default.
pub const OLDER: usize = 1;

/// What the network estimates about a face.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Attribute {
    /// Age in years, ordinal.
    Age,
    /// Gender as labelled in the data sets (two classes), nominal.
    Gender,
    /// Race as labelled in the data sets (UTKFace's five classes), nominal.
    Race,
}

/// The kind of an attribute's values. Attributes of one category share a branch of the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Category {
    /// Values have an order, and a near miss is better than a far one.
    Ordinal,
    /// Values have no order.
    Nominal,
}

/// What sets an attribute apart.
struct Facts {
    name: &'static str,
    category: Category,
    classes: usize,
    // Of its classes; ages are their own names.
    labels: &'static [&'static str],
}

impl Facts {
    const fn nominal(name: &'static str, labels: &'static [&'static str]) -> Self {
        Self { name, category: Category::Nominal, classes: labels.len(), labels }
    }
}

impl Attribute {
    /// All attributes, in the order of the network's outputs.
    pub const ALL: [Self; 3] = [Self::Age, Self::Gender, Self::Race];

    const fn facts(self) -> Facts {
        match self {
            Self::Age => Facts { name: "age", category: Category::Ordinal, classes: AGE_CLASSES, labels: &[] },
            Self::Gender => Facts::nominal("gender", &Gender::LABELS),
            Self::Race => Facts::nominal("race", &Race::LABELS),
        }
    }

    /// Its place in [`ALL`](Self::ALL).
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The category, which decides the branch that the attribute's head sits on.
    pub fn category(self) -> Category {
        self.facts().category
    }

    /// Number of logits of the attribute's head.
    pub const fn classes(self) -> usize {
        self.facts().classes
    }

    /// Number of logits of all heads.
    pub const fn all_classes() -> usize {
        let (mut sum, mut index) = (0, 0);
        while index < Self::ALL.len() {
            sum += Self::ALL[index].classes();
            index += 1;
        }
        sum
    }

    /// Name of class `class`, or `None` where the head has no such class.
    pub fn class_label(self, class: usize) -> Option<String> {
        match self.category() {
            Category::Ordinal => (class < self.classes()).then(|| class.to_string()),
            Category::Nominal => self.labels().get(class).map(|&label| label.to_owned()),
        }
    }

    /// Names of the classes of a nominal attribute, in the order of the logits; an ordinal one has none.
    pub fn labels(self) -> &'static [&'static str] {
        self.facts().labels
    }

    /// What evidence can speak for: the classes of a nominal attribute; of age, [`YOUNGER`] and [`OLDER`].
    pub fn explained_label(self, index: usize) -> Option<String> {
        match (self.category(), index) {
            (Category::Ordinal, YOUNGER) => Some("younger".to_owned()),
            (Category::Ordinal, OLDER) => Some("older".to_owned()),
            (Category::Ordinal, _) => None,
            (Category::Nominal, class) => self.class_label(class),
        }
    }

    /// The attribute's name in lower case, as used on the command line and in messages.
    pub fn name(self) -> &'static str {
        self.facts().name
    }
}

/// A value for each attribute, indexed by [`Attribute`].
///
/// ```
/// use visage::attributes::{Attribute, PerAttribute};
///
/// let mut classes = PerAttribute::from_fn(Attribute::classes);
/// classes[Attribute::Gender] += 1;
/// assert_eq!(classes[Attribute::Gender], 3);
/// let texts = classes.iter().map(|(attribute, classes)| format!("{} {classes}", attribute.name()));
/// assert_eq!(texts.collect::<Vec<_>>(), ["age 101", "gender 3", "race 5"]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PerAttribute<T>(pub [T; Attribute::ALL.len()]);

impl<T> PerAttribute<T> {
    /// What `value` gives for each attribute.
    pub fn from_fn(value: impl FnMut(Attribute) -> T) -> Self {
        Self(Attribute::ALL.map(value))
    }

    /// What `value` gives for each attribute.
    ///
    /// # Errors
    /// The first that `value` gives.
    pub fn try_from_fn<E>(value: impl FnMut(Attribute) -> Result<T, E>) -> Result<Self, E> {
        let [age, gender, race] = Attribute::ALL.map(value);
        Ok(Self([age?, gender?, race?]))
    }

    /// The same with every value changed.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> PerAttribute<U> {
        PerAttribute(self.0.map(change))
    }

    /// Each attribute with its value.
    pub fn iter(&self) -> impl Iterator<Item = (Attribute, &T)> {
        Attribute::ALL.into_iter().zip(&self.0)
    }
}

impl<T> Index<Attribute> for PerAttribute<T> {
    type Output = T;

    fn index(&self, attribute: Attribute) -> &T {
        &self.0[attribute.index()] // there is one for every attribute
    }
}

impl<T> IndexMut<Attribute> for PerAttribute<T> {
    fn index_mut(&mut self, attribute: Attribute) -> &mut T {
        &mut self.0[attribute.index()] // there is one for every attribute
    }
}

/// Gender as labelled in UTKFace and FairFace. The discriminant is UTKFace's code and the index of the logit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Gender {
    /// Labelled male.
    Male = 0,
    /// Labelled female.
    Female = 1,
}

impl Gender {
    /// All classes, in the order of the logits.
    pub const ALL: [Self; 2] = [Self::Male, Self::Female];

    const LABELS: [&str; Self::ALL.len()] = ["Male", "Female"];

    /// The class's name.
    pub fn label(self) -> &'static str {
        Self::LABELS[self as usize] // there is one for every class
    }
}

/// Race as labelled in UTKFace. The discriminant is UTKFace's code and the index of the logit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Race {
    /// Labelled White.
    White = 0,
    /// Labelled Black.
    Black = 1,
    /// Labelled Asian (FairFace: East Asian or Southeast Asian).
    Asian = 2,
    /// Labelled Indian.
    Indian = 3,
    /// Everybody else (FairFace: Latino_Hispanic or Middle Eastern).
    Others = 4,
}

impl Race {
    /// All classes, in the order of the logits.
    pub const ALL: [Self; 5] = [Self::White, Self::Black, Self::Asian, Self::Indian, Self::Others];

    const LABELS: [&str; Self::ALL.len()] = ["White", "Black", "Asian", "Indian", "Others"];

    /// The class's name.
    pub fn label(self) -> &'static str {
        Self::LABELS[self as usize] // there is one for every class
    }
}

/// FairFace's nine age groups as inclusive ranges of years; the last one is open and ends with the last age class.
pub const AGE_GROUPS: [(usize, usize); 9] =
    [(0, 2), (3, 9), (10, 19), (20, 29), (30, 39), (40, 49), (50, 59), (60, 69), (70, 100)];

/// Index in [`AGE_GROUPS`] of an age in years; ages beyond the last group belong to it.
pub fn age_group(years: f32) -> usize {
    let whole = years.max(0.0).round() as usize;
    AGE_GROUPS.iter().position(|&(_, last)| whole <= last).unwrap_or(AGE_GROUPS.len() - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn age_groups_cover_every_age_class_once() {
        let groups: Vec<usize> = (0..AGE_CLASSES).map(|age| age_group(age as f32)).collect();
        assert!(groups.windows(2).all(|pair| pair[1] == pair[0] || pair[1] == pair[0] + 1));
        assert_eq!(groups[0], 0);
        assert_eq!(age_group(2.4), 0);
        assert_eq!(age_group(2.6), 1);
        assert_eq!(age_group(140.0), 8);
        assert_eq!(age_group(-3.0), 0);
    }

    #[test]
    fn every_class_has_a_label_and_no_more() {
        for attribute in Attribute::ALL {
            assert!(attribute.explained_label(0).is_some() && attribute.explained_label(1).is_some());
            assert!(attribute.explained_label(attribute.classes()).is_none());
            assert!(attribute.class_label(attribute.classes() - 1).is_some());
            assert!(attribute.class_label(attribute.classes()).is_none());
        }
    }

    #[test]
    fn every_attribute_has_the_value_in_its_place() {
        assert_eq!(Attribute::ALL.map(Attribute::index), [0, 1, 2]);
        let mut names = PerAttribute::from_fn(Attribute::name);
        assert!(names.iter().all(|(attribute, name)| *name == attribute.name()));
        assert_eq!(names.map(str::len), PerAttribute([3, 6, 4]));
        names[Attribute::Race] = "other";
        assert_eq!(Attribute::ALL.map(|attribute| names[attribute]), ["age", "gender", "other"]);
    }

    #[test]
    fn the_first_error_is_given_for_all_values() {
        let nominal = |attribute: Attribute| match attribute.category() {
            Category::Ordinal => Ok(attribute),
            Category::Nominal => Err(attribute.name()),
        };
        assert_eq!(PerAttribute::try_from_fn(nominal), Err("gender"));
        assert_eq!(PerAttribute::try_from_fn(Ok::<_, ()>), Ok(PerAttribute(Attribute::ALL)));
    }

    #[test]
    fn values_are_written_and_read_as_a_list() {
        let classes = PerAttribute::from_fn(Attribute::classes);
        let text = serde_json::to_string(&classes).unwrap();
        assert_eq!(text, "[101,2,5]");
        assert_eq!(serde_json::from_str::<PerAttribute<usize>>(&text).unwrap(), classes);
        assert!(serde_json::from_str::<PerAttribute<usize>>("[101,2]").is_err());
    }
}
