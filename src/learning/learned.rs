//! The result of learning: standardises a face's features, answers each new attribute, tells faces unlike the examples,
//! and differentiates an answer with respect to the features, for Grad-CAM.

use super::answers::expectation;
use super::layers::Layers;
use super::losses::softmax;
use super::{Answer, Example, Outcome, Place, Tally, Task};
use crate::attributes::Category;
use serde::{Deserialize, Serialize};

/// What was learned: reads the new attributes off a face's features.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Learned {
    /// The task that was learned.
    pub task: Task,
    /// The place in the network that the features come from.
    pub place: Place,
    pub(super) scale: Standard,
    pub(super) layers: Layers,
    /// Distance of the examples' features from their middle that no more than a few of them exceed.
    pub(super) usual: f32,
}

/// What makes features comparable: the middle and the reciprocal deviation of each over the examples.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Standard {
    pub middles: Vec<f32>,
    pub scales: Vec<f32>,
}

/// Least deviation of a feature: one that hardly changes among the examples is not blown up.
const LEAST_DEVIATION: f32 = 1e-2;

impl Standard {
    /// The middles and deviations of these views.
    pub(super) fn of(views: &[&[f32]]) -> Self {
        let count = views.len().max(1) as f32;
        let length = views.first().map_or(0, |view| view.len());
        let mean = |value: &dyn Fn(f32, usize) -> f32| -> Vec<f32> {
            let sum =
                |place: usize| views.iter().filter_map(|view| view.get(place)).map(|&it| value(it, place)).sum::<f32>();
            (0..length).map(|place| sum(place) / count).collect()
        };
        let middles = mean(&|value, _| value);
        let squares = mean(&|value, place| middles.get(place).map_or(0.0, |middle| (value - middle).powi(2)));
        let scales = squares.into_iter().map(|square| square.sqrt().max(LEAST_DEVIATION).recip()).collect();
        Self { middles, scales }
    }

    pub(super) fn apply(&self, features: &[f32]) -> Vec<f32> {
        let scaled = features.iter().zip(&self.middles).zip(&self.scales);
        scaled.map(|((value, middle), scale)| (value - middle) * scale).collect()
    }
}

/// Mean square of standardised features: how far a face is from the middle of the examples.
pub(super) fn distance(standardised: &[f32]) -> f32 {
    standardised.iter().map(|value| value * value).sum::<f32>() / standardised.len().max(1) as f32
}

impl Learned {
    /// Whether all its parts fit each other; those of a file may not.
    pub fn is_whole(&self) -> bool {
        let classes = self.task.attributes.iter().map(|attribute| attribute.classes.len());
        let inputs = self.layers.inputs();
        self.task.clone().checked().is_ok()
            && self.layers.is_whole()
            && classes.eq(self.layers.classes().iter().copied())
            && [self.scale.middles.len(), self.scale.scales.len()] == [inputs; 2]
    }

    /// What is said of each attribute.
    pub fn read(&self, features: &[f32]) -> Vec<Answer> {
        let pass = self.layers.forward(&self.scale.apply(features));
        pass.logits.iter().map(|logits| Answer { probabilities: softmax(logits) }).collect()
    }

    /// Whether the face is unlike all that was shown.
    pub fn is_unlike(&self, features: &[f32]) -> bool {
        distance(&self.scale.apply(features)) > self.usual
    }

    /// `∂y/∂features` of an attribute, for a heat map. `y` is the logit of `class`, or of the likeliest; of an ordinal attribute the expected
    /// level, where no class is named.
    pub fn gradient(&self, features: &[f32], attribute: usize, class: Option<usize>) -> Vec<f32> {
        let pass = self.layers.forward(&self.scale.apply(features));
        let category = self.task.attributes.get(attribute).map(|attribute| attribute.category);
        let (Some(category), Some(logits)) = (category, pass.logits.get(attribute)) else {
            return vec![0.0; features.len()];
        };
        let probabilities = softmax(logits);
        let of_logits: Vec<f32> = match (category, class) {
            (Category::Ordinal, None) => {
                let expected = expectation(&probabilities);
                probabilities.iter().zip(0u8..).map(|(share, level)| share * (f32::from(level) - expected)).collect()
            }
            _ => {
                let class = class.unwrap_or_else(|| Answer { probabilities }.class(Category::Nominal));
                (0..logits.len()).map(|other| if other == class { 1.0 } else { 0.0 }).collect()
            }
        };
        let gradient = self.layers.input_gradient(&pass, attribute, &of_logits);
        gradient.iter().zip(&self.scale.scales).map(|(value, scale)| value * scale).collect()
    }

    /// How the attributes of `examples` are answered.
    pub fn outcomes<'a>(&self, examples: impl IntoIterator<Item = &'a Example>) -> Vec<Outcome> {
        let attributes = &self.task.attributes;
        let classes: Vec<usize> = attributes.iter().map(|attribute| attribute.classes.len()).collect();
        let by_class: Vec<Vec<Tally>> = classes.iter().map(|&classes| vec![Tally::default(); classes]).collect();
        let empty = |&classes: &usize| Outcome {
            confusion: vec![vec![0; classes]; classes],
            wrong: Vec::new(),
            by_class: by_class.clone(),
        };
        let mut outcomes: Vec<Outcome> = classes.iter().map(empty).collect();
        let mut wrong: Vec<Vec<(f32, u32)>> = vec![Vec::new(); attributes.len()];
        for example in examples {
            let [view, _] = &example.views;
            let answers = self.read(view).into_iter().zip(&example.classes).zip(attributes);
            for (((answer, class), attribute), (outcome, wrong)) in answers.zip(outcomes.iter_mut().zip(&mut wrong)) {
                let Some(class) = *class else { continue };
                let said = answer.class(attribute.category);
                if let Some(count) = outcome.confusion.get_mut(class).and_then(|row| row.get_mut(said)) {
                    *count += 1;
                }
                for (tallies, group) in outcome.by_class.iter_mut().zip(&example.classes) {
                    if let Some(tally) = group.and_then(|group| tallies.get_mut(group)) {
                        tally.count += 1;
                        tally.right += usize::from(said == class);
                    }
                }
                if said != class {
                    wrong.push((answer.probabilities.get(said).copied().unwrap_or_default(), example.number));
                }
            }
        }
        for (outcome, mut wrong) in outcomes.iter_mut().zip(wrong) {
            wrong.sort_by(|(a, _), (b, _)| b.total_cmp(a));
            outcome.wrong = wrong.into_iter().map(|(_, number)| number).collect();
        }
        outcomes
    }
}
