//! The trainings that were run with fixed weights of the tasks.

use super::phrase::{Argument, Phrase};
use super::sentences::attribute_phrase;
use crate::attributes::Attribute;

/// The training that weighed all tasks alike.
const EQUAL: &str = "equal weights";

/// The fixed weights of age, gender and race, by the training's name in the outcomes.
const RUN: [(&str, [f32; 3]); 5] = [
    (EQUAL, [1.0, 1.0, 1.0]),
    ("weights by hand", [0.4, 2.0, 1.0]),
    ("age alone", [1.0, 0.0, 0.0]),
    ("gender alone", [0.0, 1.0, 0.0]),
    ("race alone", [0.0, 0.0, 1.0]),
];

/// A column of the outcomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The data set's name in the outcomes.
    pub set: &'static str,
    /// Its name for people.
    pub set_title: &'static str,
    /// The figure's name in the outcomes.
    pub figure: &'static str,
    /// What is measured, a message.
    pub title: &'static str,
    /// Whether it is a share, or years.
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

/// The training whose weights have the most similar proportions; `None` where no task has a weight.
pub fn nearest(weights: [f32; 3]) -> Option<&'static str> {
    let length = |weights: &[f32; 3]| weights.iter().map(|weight| weight * weight).sum::<f32>().sqrt();
    let wanted = length(&weights);
    if wanted == 0.0 {
        return None;
    }
    let likeness = |run: &[f32; 3]| run.iter().zip(&weights).map(|(a, b)| a * b).sum::<f32>() / (length(run) * wanted);
    RUN.iter().max_by(|(_, a), (_, b)| likeness(a).total_cmp(&likeness(b))).map(|(name, _)| *name)
}

/// A training's name for people.
pub fn named_training(name: &str) -> Phrase {
    let alone = |task| Phrase::new("variant-alone").with("task", attribute_phrase(task).into());
    match name {
        EQUAL => Phrase::new("variant-equal"),
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
    fn only_proportions_count() {
        assert_eq!(nearest([0.7, 0.7, 0.7]), Some(EQUAL));
        assert_eq!(nearest([0.2, 1.0, 0.5]), Some("weights by hand"));
        assert_eq!(nearest([0.1, 0.0, 0.0]), Some("age alone"));
    }

    #[test]
    fn without_any_weight_no_training_is_the_nearest() {
        assert_eq!(nearest([0.0; 3]), None);
    }

    #[test]
    fn every_training_has_a_name_of_its_own() {
        let names = RUN.map(|(name, _)| named_training(name));
        assert!(names.iter().all(|name| *name != named_training("baseline")));
    }
}
