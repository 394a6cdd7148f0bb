//! The trainings that were run with fixed weights of the tasks.

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

/// A training's name for people.
pub fn named_training(name: &str) -> Phrase {
    let alone = |task| Phrase::new("variant-alone").with("task", attribute_phrase(task).into());
    match name {
        "equal weights" => Phrase::new("variant-equal"),
        "weights by hand" => Phrase::new("variant-hand"),
        "age alone" => alone(Attribute::Age),
        "gender alone" => alone(Attribute::Gender),
        "race alone" => alone(Attribute::Race),
        _ => Phrase::new("variant-baseline"),
    }
}

/// A task with its weight.
pub fn weight_phrase(attribute: Attribute, weight: f32, decimals: u8) -> Phrase {
    Phrase::new("weight-of")
        .with("task", attribute_phrase(attribute).into())
        .with("weight", Argument::Number(f64::from(weight), decimals))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_training_has_a_name_of_its_own() {
        let run = ["baseline", "equal weights", "weights by hand", "age alone", "gender alone", "race alone"];
        let names = run.map(named_training);
        assert!(names.iter().enumerate().all(|(place, name)| !names[..place].contains(name)));
    }
}
