//! For whom the network is wrong: the figures by race, gender and age group as labelled.

use super::figure::{Figure, Measured, figures};
use super::group::{Group, GroupFigures};
use super::measurement::Prediction;
use crate::attributes::{Gender, Race};
use serde::{Deserialize, Serialize};

/// Fewest faces of a group that is compared with others. Smaller groups are listed, but their figures are mostly chance.
const LEAST_FACES: usize = 30;
/// Fewest faces of a group that is listed: of fewer there is nothing to be said.
const LEAST_LISTED: usize = 10;

/// The difference between the groups for whom the network is worst and best.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Gap {
    /// Name of the figure or class that differs.
    pub what: String,
    /// The labels that tell the groups apart.
    pub between: String,
    /// Size of the difference: years for an error of age, a share otherwise.
    pub difference: f64,
    /// The 95 % interval of the difference, by the two groups' own. As the groups are the worst and the best of several, it is too narrow:
    /// where it holds zero the gap may well be chance.
    #[serde(default)]
    pub interval: [f64; 2],
    /// The group that fares worst.
    pub worst: Group,
    /// The figure of the worst group.
    pub worst_figure: Measured,
    /// The group that fares best.
    pub best: Group,
    /// The figure of the best group.
    pub best_figure: Measured,
}

/// The figures of every group that has some faces: by each label alone, by race and gender, and by all three.
pub(super) fn groups(predictions: &[Prediction]) -> Vec<GroupFigures> {
    let by_two = Group::of_each_race().flat_map(|race| Group::of_each_gender().map(move |gender| race.and(gender)));
    let by_three = by_two.clone().flat_map(|group| Group::of_each_age_group().map(move |ages| group.and(ages)));
    let all = Group::of_each_race()
        .chain(Group::of_each_gender())
        .chain(Group::of_each_age_group())
        .chain(by_two)
        .chain(by_three);
    all.filter_map(|group| {
        let members: Vec<&Prediction> = predictions.iter().filter(|prediction| group.contains(prediction)).collect();
        let n = members.len();
        (n >= LEAST_LISTED).then(|| GroupFigures { group, n, figures: figures(members) })
    })
    .collect()
}

/// The largest gap of each figure between races, between genders, between age groups, and between races and genders together. Groups that
/// `standardised` has are compared by what it says of them: as if they were of the same ages.
pub(super) fn gaps(groups: &[GroupFigures], standardised: &[GroupFigures]) -> Vec<Gap> {
    let kinds = [
        ("races", [true, false, false]),
        ("genders", [false, true, false]),
        ("age groups", [false, false, true]),
        ("races and genders", [true, true, false]),
    ];
    let mut found = Vec::new();
    for figure in Figure::ALL {
        for (between, dimensions) in kinds {
            let of_kind = |it: &&GroupFigures| it.group.dimensions() == dimensions;
            let of_same_ages: Vec<_> = standardised.iter().filter(of_kind).collect();
            let members = if of_same_ages.is_empty() { groups.iter().filter(of_kind).collect() } else { of_same_ages };
            let measured = members.into_iter().filter_map(|group| Some((group.group, *group.figures.get(&figure)?)));
            found.extend(gap(figure.title(), between, figure.is_error(), measured));
        }
    }
    found
}

/// For each gender and race class, the largest gap between groups of the share of its faces that are recognised as such.
pub(super) fn equal_opportunity(predictions: &[Prediction]) -> Vec<Gap> {
    let of_gender = Gender::ALL.into_iter().map(|gender| {
        let class = Group { gender: Some(gender), ..Group::default() };
        (class, Figure::Gender, format!("recognised as {}", gender.label()))
    });
    let of_race = Race::ALL.into_iter().map(|race| {
        let class = Group { race: Some(race), ..Group::default() };
        (class, Figure::Race, format!("recognised as {}", race.label()))
    });
    let mut found = Vec::new();
    for (class, figure, what) in of_gender.chain(of_race) {
        let races: Vec<Group> = Group::of_each_race().collect();
        let (genders, ages) = (Group::of_each_gender().collect(), Group::of_each_age_group().collect());
        let kinds: [(&str, Vec<Group>); 3] = [("races", races), ("genders", genders), ("age groups", ages)];
        for (between, others) in kinds {
            // A class does not differ from itself.
            if others.iter().any(|other| other.and(class) == class) {
                continue;
            }
            let measured = others.into_iter().map(|other| other.and(class)).filter_map(|group| {
                Some((group, figure.measure(predictions.iter().filter(|prediction| group.contains(prediction)))?))
            });
            found.extend(gap(&what, between, false, measured));
        }
    }
    found
}

/// The gap between the best and the worst of the groups that are large enough; `None` if there are not two.
fn gap(what: &str, between: &str, is_error: bool, groups: impl Iterator<Item = (Group, Measured)>) -> Option<Gap> {
    let mut large: Vec<(Group, Measured)> = groups.filter(|(_, measured)| measured.n >= LEAST_FACES).collect();
    large.sort_by(|(_, a), (_, b)| a.value.total_cmp(&b.value));
    let (&(low, low_figure), &(high, high_figure)) = (large.first()?, large.last()?);
    let (worst, worst_figure, best, best_figure) =
        if is_error { (high, high_figure, low, low_figure) } else { (low, low_figure, high, high_figure) };
    (large.len() > 1).then(|| Gap {
        what: what.to_owned(),
        between: between.to_owned(),
        difference: high_figure.value - low_figure.value,
        interval: high_figure.interval_above(&low_figure),
        worst,
        worst_figure,
        best,
        best_figure,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimates::Estimates;
    use crate::training::dataset::{AgeLabel, Labels};

    /// `right` of 40 faces of a race are recognised as female, which all are.
    fn faces(race: Race, right: usize) -> impl Iterator<Item = Prediction> {
        (0..40).map(move |face| Prediction {
            labels: Labels { age: AgeLabel::Group(3), gender: Gender::Female, race },
            estimates: Estimates::from_logits(&[0.0; 101], &[0.0, if face < right { 1.0 } else { -1.0 }], &[0.0; 5]),
            doubts: Vec::new(),
            is_found: true,
        })
    }

    #[test]
    fn the_gap_names_the_groups_and_leaves_out_tiny_ones() {
        let mut predictions: Vec<_> = faces(Race::White, 40).chain(faces(Race::Black, 30)).collect();
        predictions.extend(faces(Race::Asian, 0).take(10));
        predictions.extend(faces(Race::Indian, 0).take(9));
        let groups = groups(&predictions);
        let gap = gaps(&groups, &[]).into_iter().find(|gap| gap.what == "gender" && gap.between == "races").unwrap();
        assert_eq!((gap.worst.race, gap.best.race), (Some(Race::Black), Some(Race::White)));
        assert!((gap.difference - 0.25).abs() < 1e-9);
        assert!(gap.interval[0] > 0.08 && gap.interval[1] < 0.41, "{:?}", gap.interval);
        let missed = equal_opportunity(&predictions);
        let missed = missed.iter().find(|gap| gap.what == "recognised as Female" && gap.between == "races").unwrap();
        assert!((missed.difference - 0.25).abs() < 1e-9);
        assert!(groups.iter().any(|group| group.group.race == Some(Race::Asian) && group.n == 10));
        assert!(groups.iter().all(|group| group.group.race != Some(Race::Indian)), "too few");
    }
}
