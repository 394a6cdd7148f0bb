//! Faces that share labels: a race, a gender, an age group, or several of these.

use super::figure::{Figure, Measured};
use super::measurement::Prediction;
use crate::attributes::{AGE_GROUPS, Gender, Race};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// Faces that share some labels. `None` stands for any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Race as labelled.
    pub race: Option<Race>,
    /// Gender as labelled.
    pub gender: Option<Gender>,
    /// Index of the age group as labelled.
    pub age_group: Option<usize>,
}

impl Group {
    pub(super) fn contains(&self, prediction: &Prediction) -> bool {
        let labels = &prediction.labels;
        self.race.is_none_or(|race| race == labels.race)
            && self.gender.is_none_or(|gender| gender == labels.gender)
            && self.age_group.is_none_or(|group| group == labels.age.group())
    }

    /// Groups that are told apart by something else than age: the races, and the genders.
    pub(super) fn to_standardise() -> [Vec<Self>; 2] {
        [Self::of_each_race().collect(), Self::of_each_gender().collect()]
    }

    /// Which of race, gender and age group the group fixes.
    pub fn dimensions(&self) -> [bool; 3] {
        [self.race.is_some(), self.gender.is_some(), self.age_group.is_some()]
    }

    pub(super) fn of_each_race() -> impl Iterator<Item = Self> + Clone {
        Race::ALL.into_iter().map(|race| Self { race: Some(race), ..Self::default() })
    }

    pub(super) fn of_each_gender() -> impl Iterator<Item = Self> + Clone {
        Gender::ALL.into_iter().map(|gender| Self { gender: Some(gender), ..Self::default() })
    }

    pub(super) fn of_each_age_group() -> impl Iterator<Item = Self> + Clone {
        (0..AGE_GROUPS.len()).map(|group| Self { age_group: Some(group), ..Self::default() })
    }

    /// The labels of both groups together.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            race: self.race.or(other.race),
            gender: self.gender.or(other.gender),
            age_group: self.age_group.or(other.age_group),
        }
    }
}

impl fmt::Display for Group {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let ages =
            self.age_group.and_then(|group| AGE_GROUPS.get(group)).map(|(first, last)| format!("{first}–{last}"));
        let labels =
            [self.race.map(|race| race.label().to_owned()), self.gender.map(|gender| gender.label().to_owned()), ages];
        formatter.write_str(&labels.into_iter().flatten().collect::<Vec<_>>().join(", "))
    }
}

/// The figures of a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupFigures {
    /// The labels that the faces share.
    pub group: Group,
    /// Number of faces in the group.
    pub n: usize,
    /// The figures.
    pub figures: BTreeMap<Figure, Measured>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_named_by_its_labels() {
        let group = Group { race: Some(Race::Indian), gender: Some(Gender::Male), age_group: Some(2) };
        assert_eq!(group.to_string(), "Indian, Male, 10–19");
    }
}
