//! What the lesson reads of the model card and of the experiments' outcomes.

use super::named::Named;
use super::phrase::Phrase;
use super::sentences::{ages_phrase, class_phrase};
use crate::attributes::{AGE_GROUPS, Attribute};
use serde::Deserialize;

/// Groups with fewer faces are not compared, as in the card itself.
const LEAST_FACES: usize = 30;

/// A figure that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The figure's name in the card.
    pub name: &'static str,
    /// The figure's name in the card's list of gaps.
    pub gap: &'static str,
    /// What the figure measures, a message.
    pub title: &'static str,
    /// Whether the figure is a share, or years.
    pub is_share: bool,
}

/// The figures that are shown, where a data set has them.
const FIGURES: [Figure; 4] = [
    Figure { name: AGE_ERROR, gap: "age error, years", title: "figure-age-error", is_share: false },
    Figure { name: "age_group", gap: "age group", title: "figure-age-group", is_share: true },
    Figure { name: "gender", gap: "gender", title: "figure-gender", is_share: true },
    Figure { name: "race", gap: "race", title: "figure-race", is_share: true },
];
const AGE_ERROR: &str = "age_error";

/// By which label faces are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    /// By race.
    Race,
    /// By gender.
    Gender,
    /// By age group.
    AgeGroup,
}

/// The parts of `model-card.json` that are shown.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Card {
    /// Figures by data set.
    pub figures: Named<String, SetFigures>,
    /// What a second network adds.
    #[serde(default)]
    pub second_opinion: Option<SecondFigures>,
}

/// The figures where a second network is asked as well.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct SecondFigures {
    /// Size of its weights in bytes.
    pub bytes: f64,
    /// Figures by data set.
    pub figures: Named<String, Named<String, Measured>>,
}

/// The figures of a data set.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct SetFigures {
    /// Number of images.
    pub n: usize,
    /// Figures of all images.
    pub figures: Named<String, Measured>,
    /// Figures of groups.
    pub groups: Vec<GroupFigures>,
    /// Races and genders as if they were of the same ages.
    pub standardised: Vec<GroupFigures>,
    /// The largest gaps between groups.
    pub gaps: Vec<Gap>,
}

/// A mean with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct Measured {
    /// The mean.
    pub value: f64,
    /// The 95 % interval.
    pub interval: [f64; 2],
    /// Number of faces.
    pub n: usize,
}

/// The figures of faces that share labels.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct GroupFigures {
    /// The labels that the faces share.
    pub group: Group,
    /// Number of faces.
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
    /// Name of the figure that differs.
    pub what: String,
    /// The label that tells the groups apart.
    pub between: String,
    /// Size of the difference.
    pub difference: f64,
    /// The 95 % interval of the difference.
    pub interval: [f64; 2],
    /// The group that fares worst.
    pub worst: Group,
    /// The group that fares best.
    pub best: Group,
}

/// What came of weighing the losses in several ways, each with several seeds.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Comparison {
    /// Seeds of each way.
    pub seeds: usize,
    /// Steps of a training.
    pub steps: usize,
    /// The ways, the one that all others are compared with first.
    pub outcomes: Vec<Outcome>,
    /// Other shapes of the network.
    pub shapes: Vec<Outcome>,
}

/// What came of one way.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Outcome {
    /// The way.
    pub way: String,
    /// The way that it is compared with.
    pub baseline: String,
    /// Figures by data set. The intervals are those of their differences from the first way's.
    pub figures: Named<String, Named<String, Measured>>,
}

/// A data set's name for people.
pub fn set_title(name: &str) -> &str {
    match name {
        "utkface" => "UTKFace",
        "fairface" => "FairFace",
        other => other,
    }
}

impl Measured {
    /// Whether a difference with this interval may be chance.
    pub fn may_be_chance(&self) -> bool {
        let [low, high] = self.interval;
        low <= 0.0 && high >= 0.0
    }
}

impl Comparison {
    /// The ways to weigh the losses; or the shapes, after the way that they are compared with.
    pub fn rows(&self, of_shapes: bool) -> Vec<Outcome> {
        if !of_shapes {
            return self.outcomes.clone();
        }
        let Some(first) = self.outcomes.first() else { return Vec::new() };
        let shapes = self.shapes.iter().filter(|shape| shape.baseline == first.way);
        std::iter::once(first).chain(shapes).cloned().collect()
    }
}

/// Differences from the first of `outcomes` that exclude chance, and all differences, among the figures that `is_shown` tells by their
/// data set and name.
pub fn clear_differences(outcomes: &[Outcome], is_shown: impl Fn(&str, &str) -> bool) -> (usize, usize) {
    let figures = outcomes.iter().skip(1).flat_map(|outcome| &outcome.figures.0);
    let compared = figures.flat_map(|(set, figures)| figures.0.iter().map(move |(figure, it)| (set, figure, it)));
    let shown: Vec<_> = compared.filter(|(set, figure, _)| is_shown(set, figure)).collect();
    (shown.iter().filter(|(_, _, it)| !it.may_be_chance()).count(), shown.len())
}

impl Gap {
    /// Whether the difference may be chance.
    pub fn may_be_chance(&self) -> bool {
        self.interval[0] <= 0.0
    }
}

impl Grouping {
    /// All groupings.
    pub const ALL: [Self; 3] = [Self::Race, Self::Gender, Self::AgeGroup];

    /// The name that the card's gaps have for the grouping.
    fn between(self) -> &'static str {
        match self {
            Self::Race => "races",
            Self::Gender => "genders",
            Self::AgeGroup => "age groups",
        }
    }

    /// The grouping's name, a message.
    pub fn title(self) -> &'static str {
        match self {
            Self::Race => "race",
            Self::Gender => "gender",
            Self::AgeGroup => "by-age",
        }
    }
}

impl Group {
    /// The names of the labels.
    pub fn phrases(&self) -> Vec<Phrase> {
        let class = |attribute: Attribute, label: &Option<String>| {
            let label = label.as_ref()?;
            let class = (0..attribute.classes()).find(|&class| attribute.class_label(class).as_ref() == Some(label))?;
            class_phrase(attribute, class)
        };
        let labels = [
            class(Attribute::Race, &self.race),
            class(Attribute::Gender, &self.gender),
            self.age_group.and_then(|group| AGE_GROUPS.get(group)).map(|ages| ages_phrase(*ages)),
        ];
        labels.into_iter().flatten().collect()
    }

    /// Whether it is made by this label and by no other.
    fn is_by(&self, grouping: Grouping) -> bool {
        let labels = [self.race.is_some(), self.gender.is_some(), self.age_group.is_some()];
        labels == Grouping::ALL.map(|other| other == grouping)
    }
}

impl SetFigures {
    /// A figure of the groups that one label makes and that are large enough to be compared: as they are, or where that can be told as if they
    /// were of the same ages.
    pub fn rows(&self, figure: Figure, grouping: Grouping, of_same_ages: bool) -> Vec<(Group, Measured)> {
        let is_standardised = of_same_ages && grouping != Grouping::AgeGroup;
        let groups = if is_standardised { &self.standardised } else { &self.groups };
        let large = groups.iter().filter(|row| row.group.is_by(grouping) && row.n >= LEAST_FACES);
        large.filter_map(|row| Some((row.group.clone(), *row.figures.get(figure.name)?))).collect()
    }

    /// The figures that are shown of the set: where ages are known in years, their error stands for their group.
    pub fn shown(&self) -> impl Iterator<Item = Figure> {
        let has = move |name: &str| self.figures.get(name).is_some();
        FIGURES.into_iter().filter(move |figure| has(figure.name) && !(figure.name == "age_group" && has(AGE_ERROR)))
    }

    /// The largest gap in a figure between groups of that kind.
    pub fn gap(&self, figure: Figure, grouping: Grouping) -> Option<&Gap> {
        self.gaps.iter().find(|gap| gap.what == figure.gap && gap.between == grouping.between())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_card_has_three_figures_of_each_set_and_their_gaps_by_every_label() {
        let card: Card = serde_json::from_str(&std::fs::read_to_string("assets/model-card.json").unwrap()).unwrap();
        assert_eq!(card.figures.0.len(), 2);
        for (name, set) in &card.figures.0 {
            let shown: Vec<Figure> = set.shown().collect();
            assert_eq!(shown.len(), 3, "{name}");
            for (grouping, groups) in Grouping::ALL.into_iter().zip([5, 2, 9]) {
                let rows = set.rows(shown[0], grouping, false);
                assert!(rows.iter().all(|(group, _)| group.phrases().len() == 1), "{name} by {grouping:?}");
                assert!(shown.iter().all(|figure| set.gap(*figure, grouping).is_some()), "{name} by {grouping:?}");
                for figure in &shown {
                    let [plain, same_ages] =
                        [false, true].map(|of_same_ages| set.rows(*figure, grouping, of_same_ages));
                    assert_eq!((plain.len(), same_ages.len()), (groups, groups), "{name} by {grouping:?}");
                    assert_eq!(plain == same_ages, grouping == Grouping::AgeGroup, "{name} by {grouping:?}");
                }
            }
        }
    }

    #[test]
    fn the_card_has_the_same_figures_with_a_second_network() {
        let card: Card = serde_json::from_str(&std::fs::read_to_string("assets/model-card.json").unwrap()).unwrap();
        let second = card.second_opinion.unwrap();
        for (name, set) in &card.figures.0 {
            let both = second.figures.get(name.as_str()).unwrap();
            assert!(set.shown().all(|figure| both.get(figure.name).is_some()), "{name}");
        }
    }

    #[test]
    fn the_oldest_have_no_upper_end() {
        let of = |age_group| Group { age_group: Some(age_group), ..Group::default() }.phrases();
        assert_eq!(of(0)[0].id, "ages");
        assert_eq!(of(AGE_GROUPS.len() - 1)[0].id, "ages-from");
        assert!(of(AGE_GROUPS.len()).is_empty());
    }
}
