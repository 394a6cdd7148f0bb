//! What the lesson reads of the model card and of the experiments' outcomes.

use super::named::Named;
use super::phrase::Phrase;
use super::sentences::class_phrase;
use crate::attributes::Attribute;
use serde::Deserialize;

/// Groups with fewer faces are not compared, as in the card itself.
pub const LEAST_FACES: usize = 30;

/// The parts of `model-card.json` that are shown.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Card {
    /// Figures by data set.
    pub figures: Named<String, SetFigures>,
}

/// The figures of a data set.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct SetFigures {
    /// Images.
    pub n: usize,
    /// Figures of all images.
    pub figures: Named<String, Measured>,
    /// Figures of groups.
    pub groups: Vec<GroupFigures>,
    /// The largest gaps between groups.
    pub gaps: Vec<Gap>,
}

/// A mean with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct Measured {
    /// The mean.
    pub value: f64,
    /// The interval.
    pub interval: [f64; 2],
    /// Faces.
    pub n: usize,
}

/// The figures of faces that share labels.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct GroupFigures {
    /// Which labels.
    pub group: Group,
    /// Faces.
    pub n: usize,
    /// The figures.
    pub figures: Named<String, Measured>,
}

/// Labels that faces share.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Group {
    /// Race as labelled.
    pub race: Option<String>,
    /// Gender as labelled.
    pub gender: Option<String>,
    /// Index of the age group as labelled.
    pub age_group: Option<usize>,
}

/// A difference between groups.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Gap {
    /// What differs.
    pub what: String,
    /// Between groups of what.
    pub between: String,
    /// How much.
    pub difference: f64,
    /// The group that fares worst.
    pub worst: Group,
    /// The group that fares best.
    pub best: Group,
}

/// What came of one training of an experiment.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Outcome {
    /// The variant.
    pub name: String,
    /// Figures by data set.
    pub figures: Named<String, Named<String, Measured>>,
}

impl Group {
    /// The names of the labels.
    pub fn phrases(&self) -> Vec<Phrase> {
        let class = |attribute: Attribute, label: &Option<String>| {
            let label = label.as_ref()?;
            let class = (0..attribute.classes()).find(|&class| attribute.class_label(class).as_ref() == Some(label))?;
            class_phrase(attribute, class)
        };
        [class(Attribute::Race, &self.race), class(Attribute::Gender, &self.gender)].into_iter().flatten().collect()
    }
}

impl SetFigures {
    /// The groups by race alone.
    pub fn by_race(&self) -> impl Iterator<Item = &GroupFigures> {
        self.groups.iter().filter(|row| {
            row.group.race.is_some()
                && row.group.gender.is_none()
                && row.group.age_group.is_none()
                && row.n >= LEAST_FACES
        })
    }
}
