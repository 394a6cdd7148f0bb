//! The ways to weigh the losses that were compared.

use super::phrase::{Argument, Phrase};
use super::sentences::attribute_phrase;
use crate::attributes::Attribute;

/// A column of the outcomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The data set's name in the outcomes.
    pub set: &'static str,
    /// The data set's name for people.
    pub set_title: &'static str,
    /// The figure's name in the outcomes.
    pub figure: &'static str,
    /// What is measured, a message.
    pub title: &'static str,
    /// Whether the figure is a share, or years.
    pub is_share: bool,
}

/// The columns, in their order.
pub const COLUMNS: [Column; 5] = [
    column("utkface", "UTKFace", "age_error", "column-age-error", false),
    column("utkface", "UTKFace", "gender", "column-gender", true),
    column("utkface", "UTKFace", "race", "column-race", true),
    column("fairface", "FairFace", "gender", "column-gender", true),
    column("fairface", "FairFace", "race", "column-race", true),
];

const fn column(
    set: &'static str,
    set_title: &'static str,
    figure: &'static str,
    title: &'static str,
    is_share: bool,
) -> Column {
    Column { set, set_title, figure, title, is_share }
}

/// The name of a way to weigh the losses, or of another shape of the network.
pub fn named_way(way: &str) -> Phrase {
    Phrase::new(match way {
        "learned" => "variant-learned",
        "by_hand" => "variant-hand",
        "dynamic_average" => "variant-dynamic",
        "gradient_norms" => "variant-norms",
        "alone" => "variant-alone",
        "one_branch" => "variant-one-branch",
        "branch_each" => "variant-branch-each",
        "shared_4" => "variant-shared-four",
        "age_classes" => "variant-age-classes",
        "age_squared" => "variant-age-squared",
        _ => "variant-equal",
    })
}

/// A task with its weight.
pub fn weight_phrase(attribute: Attribute, weight: f32, decimals: u8) -> Phrase {
    Phrase::new("weight-of")
        .with("task", attribute_phrase(attribute).into())
        .with("weight", Argument::Number(f64::from(weight), decimals))
}

#[cfg(test)]
mod tests {
    use super::super::card::Comparison;
    use super::*;

    #[test]
    fn the_ways_that_were_compared_have_names_of_their_own_and_figures_in_every_column() {
        let file = std::fs::read_to_string("assets/experiments/networks.json").unwrap();
        let comparison: Comparison = serde_json::from_str(&file).unwrap();
        let shapes = comparison.rows(true).into_iter().skip(1);
        let outcomes: Vec<_> = comparison.rows(false).into_iter().chain(shapes).collect();
        let names: Vec<Phrase> = outcomes.iter().map(|outcome| named_way(&outcome.way)).collect();
        assert!(names.len() >= 2 && outcomes[0].way == "equal", "{names:?}");
        assert!(names.iter().enumerate().all(|(place, name)| !names[..place].contains(name)), "{names:?}");
        for column in COLUMNS {
            for outcome in &outcomes {
                let figure = outcome.figures.get(column.set).and_then(|figures| figures.get(column.figure));
                assert!(figure.is_some(), "{} has no {column:?}", outcome.way);
            }
        }
    }
}
