//! What is said of faces by what was learned, and how often that is right.

use crate::attributes::Category;
use serde::{Deserialize, Serialize};

/// What is said of one attribute of a face.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The probability of each class; they sum to one.
    pub probabilities: Vec<f32>,
}

impl Answer {
    /// The likeliest class; of ordinal attributes the one next to the expected level.
    pub fn class(&self, category: Category) -> usize {
        match category {
            Category::Ordinal => expectation(&self.probabilities).round() as usize,
            Category::Nominal => {
                let likelier = |best: (usize, f32), (class, &probability): (usize, &f32)| {
                    if probability > best.1 { (class, probability) } else { best }
                };
                self.probabilities.iter().enumerate().fold((0, f32::NEG_INFINITY), likelier).0
            }
        }
    }
}

/// How one attribute of some examples was answered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Examples by their class (rows) and what was said (columns).
    pub confusion: Vec<Vec<usize>>,
    /// The numbers of those that were answered wrongly, the surest first.
    pub wrong: Vec<u32>,
    /// For each attribute of the task and each of its classes, how this one was answered for the examples of that class.
    pub by_class: Vec<Vec<Tally>>,
}

/// How many examples there were, and how many of them were answered rightly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Number of right answers.
    pub right: usize,
    /// Number of all answers.
    pub count: usize,
}

impl Outcome {
    /// How many examples there were.
    pub fn count(&self) -> usize {
        self.confusion.iter().flatten().sum()
    }

    /// The share that was answered rightly; `None` of nothing.
    pub fn share_right(&self) -> Option<f32> {
        let right: usize = self.confusion.iter().enumerate().filter_map(|(class, row)| row.get(class)).sum();
        (self.count() > 0).then(|| right as f32 / self.count() as f32)
    }
}

/// The expected level of a distribution over levels.
pub(super) fn expectation(probabilities: &[f32]) -> f32 {
    probabilities.iter().enumerate().map(|(level, probability)| level as f32 * probability).sum()
}
