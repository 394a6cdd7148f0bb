//! Task, examples and settings of a training, and the same reduced to one attribute, to compare
//! learning it alone with learning all together.

use super::{Example, Settings, Spoilt, Task};

/// What is learned, from what, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Material {
    /// The attributes to learn.
    pub task: Task,
    /// Faces with their class of each attribute.
    pub examples: Vec<Example>,
    /// Settings of the training.
    pub settings: Settings,
}

impl Material {
    /// The attribute at `place` as a task of its own, to compare with learning all together; `None` where there is none. What is spoilt or
    /// left out is so there, too.
    pub fn alone(&self, place: usize) -> Option<Self> {
        let attribute = self.task.attributes.get(place)?.clone();
        let kept = self.examples.iter().filter(|example| example.is_held_back() || self.settings.takes(example));
        let single = |example: &Example| Example {
            number: example.number,
            views: example.views.clone(),
            classes: vec![example.classes.get(place).copied().flatten()],
        };
        let spoilt = self.settings.spoilt.filter(|spoilt| spoilt.attribute == place);
        Some(Self {
            task: Task { attributes: vec![attribute] },
            examples: kept.map(single).collect(),
            settings: Settings {
                spoilt: spoilt.map(|spoilt| Spoilt { attribute: 0, ..spoilt }),
                left_out: None,
                ..self.settings.clone()
            },
        })
    }

    /// The examples that are not learned from, to see what was learned.
    pub fn held_back(&self) -> impl Iterator<Item = &Example> {
        self.examples.iter().filter(|example| example.is_held_back())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{LeftOut, NewAttribute};
    use super::*;
    use crate::attributes::Category;

    #[test]
    fn an_attribute_alone_keeps_its_classes_and_what_is_spoilt_and_left_out() {
        let attribute = |name: &str| NewAttribute {
            name: name.into(),
            category: Category::Nominal,
            classes: vec!["no".into(), "yes".into()],
        };
        let task = Task { attributes: vec![attribute("hat"), attribute("who")] };
        let example = |number: u32| Example {
            number,
            views: [vec![1.0], vec![1.0]],
            classes: vec![(number > 0).then_some(1), Some(number as usize % 2)],
        };
        let examples: Vec<Example> = (0..5).map(example).collect();
        let settings = Settings {
            spoilt: Some(Spoilt { attribute: 0, share: 0.5 }),
            left_out: Some(LeftOut { attribute: 1, class: 0 }),
            ..Settings::default()
        };
        let material = Material { task, examples, settings };
        let hat = material.alone(0).unwrap();
        assert_eq!(hat.task.attributes, [attribute("hat")]);
        // Of those that are left out, number 4 is held back.
        assert_eq!(hat.examples.iter().map(|example| example.number).collect::<Vec<_>>(), [1, 3, 4]);
        assert!(hat.examples.iter().all(|example| example.classes == [Some(1)]));
        assert_eq!((hat.settings.spoilt, hat.settings.left_out), (Some(Spoilt { attribute: 0, share: 0.5 }), None));
        assert_eq!(material.alone(1).unwrap().settings.spoilt, None);
        assert_eq!(material.alone(2), None);
    }
}
