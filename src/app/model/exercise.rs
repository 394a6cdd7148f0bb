//! What the visitor teaches: a task, and faces as examples of it.

use super::phrase::Phrase;
use super::sentences::{ages_phrase, attribute_phrase, class_phrase};
use crate::attributes::{Attribute, Category};
use crate::learning::{AGE_LEVELS, FEWEST_CLASSES, MOST_ATTRIBUTES, NewAttribute, Task};
use crate::protocol::{Sample, ShownExample};
use std::sync::Arc;

/// Most examples that are kept: forty megabytes.
pub const MOST_EXAMPLES: usize = 1_000;
/// Fewer examples held back say nothing.
pub const ENOUGH: usize = 10;

/// A task with its examples.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Exercise {
    /// What is taught.
    pub task: Task,
    /// For each attribute, the class of what is shown now; nothing where nothing is said of it.
    pub present: Vec<Option<usize>>,
    /// The faces that were shown, in their order.
    pub examples: Vec<Example>,
    /// Whether it is learned from the faces that come with the release, and not from examples.
    pub from_faces: bool,
    next: u32,
}

/// A face that was shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// The example's number, which no other gets.
    pub number: u32,
    /// The face's class of each attribute.
    pub classes: Vec<Option<usize>>,
    /// The face.
    pub sample: Arc<Sample>,
}

impl Exercise {
    /// An exercise without examples.
    pub fn of(task: Task) -> Self {
        let present = task.attributes.iter().map(|_| Some(0)).collect();
        Self { task, present, ..Self::default() }
    }

    /// An exercise with examples that were shown before. Those that have other classes than the task go.
    pub fn shown_before(task: Task, examples: Vec<(Vec<Option<usize>>, Sample)>) -> Self {
        let mut exercise = Self::of(task);
        let attributes = &exercise.task.attributes;
        let is_known = |(classes, sample): &(Vec<Option<usize>>, Sample)| {
            let has = |(attribute, class): (&NewAttribute, &Option<usize>)| {
                class.is_none_or(|it| it < attribute.classes.len())
            };
            classes.len() == attributes.len()
                && attributes.iter().zip(classes).all(has)
                && sample.crop.len() == 3 * sample.size as usize * sample.size as usize
        };
        let known = examples.into_iter().filter(is_known).take(MOST_EXAMPLES);
        let example = |(number, (classes, sample))| Example { number, classes, sample: Arc::new(sample) };
        exercise.examples = (0..).zip(known).map(example).collect();
        exercise.next = exercise.examples.len() as u32;
        exercise
    }

    /// Age, gender and race, learned anew from the faces that come with the release. `say` gives messages in words.
    pub fn of_faces(say: impl Fn(&Phrase) -> String) -> Self {
        let attributes = Attribute::ALL.map(|attribute| {
            let classes: Vec<Phrase> = match attribute.category() {
                Category::Ordinal => AGE_LEVELS.iter().map(|&ages| ages_phrase(ages)).collect(),
                Category::Nominal => {
                    (0..attribute.classes()).filter_map(|class| class_phrase(attribute, class)).collect()
                }
            };
            NewAttribute {
                name: say(&attribute_phrase(attribute)),
                category: attribute.category(),
                classes: classes.iter().map(&say).collect(),
            }
        });
        Self { from_faces: true, ..Self::of(Task { attributes: attributes.into() }) }
    }

    /// What the part of an address that [`link`](Self::link) gave asks for; the attributes of faces get their names later.
    pub fn of_link(text: &str) -> Self {
        let task = from_link(text).unwrap_or_default();
        Self { from_faces: text == FACES, ..Self::of(task) }
    }

    /// The exercise as a part of an address, without its examples.
    pub fn link(&self) -> String {
        if self.from_faces { FACES.to_owned() } else { to_link(&self.task) }
    }

    /// Whether there is something to learn from.
    pub fn has_material(&self) -> bool {
        self.from_faces || !self.examples.is_empty()
    }

    /// Whether another attribute may be added.
    pub fn takes_more(&self) -> bool {
        self.task.attributes.len() < MOST_ATTRIBUTES
    }

    /// Adds an attribute, of which the examples so far have no class.
    pub fn add(&mut self, attribute: NewAttribute) {
        if self.takes_more() {
            self.task.attributes.push(attribute);
            self.present.push(Some(0));
            self.examples.iter_mut().for_each(|example| example.classes.push(None));
        }
    }

    /// Takes an attribute away; examples of it alone go with it.
    pub fn remove(&mut self, attribute: usize) {
        if attribute >= self.task.attributes.len() {
            return;
        }
        self.task.attributes.remove(attribute);
        self.present.remove(attribute);
        for example in &mut self.examples {
            example.classes.remove(attribute);
        }
        self.drop_unlabelled();
    }

    /// Adds a class to an attribute, unless it has as many as it can have.
    pub fn add_class(&mut self, attribute: usize, name: String) {
        if let Some(attribute) = self.task.attributes.get_mut(attribute)
            && attribute.classes.len() < attribute.most_classes()
        {
            attribute.classes.push(name);
        }
    }

    /// Takes the last class of an attribute away, of which at least two stay, with its examples.
    pub fn remove_class(&mut self, attribute: usize) {
        let Some(classes) = self.task.attributes.get_mut(attribute).map(|attribute| &mut attribute.classes) else {
            return;
        };
        if classes.len() <= FEWEST_CLASSES {
            return;
        }
        classes.pop();
        let gone = classes.len();
        let labels = self.examples.iter_mut().map(|example| &mut example.classes).chain([&mut self.present]);
        for class in labels.filter_map(|classes| classes.get_mut(attribute)) {
            *class = class.filter(|class| *class < gone);
        }
        self.drop_unlabelled();
    }

    /// Says whether an attribute's classes have an order. Of too many classes the last ones go.
    pub fn set_category(&mut self, attribute: usize, category: Category) {
        if let Some(own) = self.task.attributes.get_mut(attribute) {
            own.category = category;
            let most = own.most_classes();
            while self.task.attributes.get(attribute).is_some_and(|own| own.classes.len() > most) {
                self.remove_class(attribute);
            }
        }
    }

    /// Takes a face as an example of what is shown now. `false` where nothing is said of it, or there are too many.
    pub fn show(&mut self, sample: Arc<Sample>) -> bool {
        if self.present.iter().all(Option::is_none) || self.examples.len() >= MOST_EXAMPLES {
            return false;
        }
        self.examples.push(Example { number: self.next, classes: self.present.clone(), sample });
        self.next = self.next.wrapping_add(1);
        true
    }

    /// Lets an example go.
    pub fn forget(&mut self, number: u32) {
        self.examples.retain(|example| example.number != number);
    }

    /// Gives an example the classes of what is shown now.
    pub fn relabel(&mut self, number: u32) {
        if self.present.iter().any(Option::is_some)
            && let Some(example) = self.examples.iter_mut().find(|example| example.number == number)
        {
            example.classes.clone_from(&self.present);
        }
    }

    /// How many examples a class has.
    pub fn count(&self, attribute: usize, class: usize) -> usize {
        self.examples.iter().filter(|example| example.classes.get(attribute) == Some(&Some(class))).count()
    }

    /// The examples as a worker takes them.
    pub fn for_worker(&self) -> Vec<ShownExample> {
        let shown = |example: &Example| ShownExample {
            number: example.number,
            classes: example.classes.clone(),
            features: example.sample.features.clone(),
        };
        self.examples.iter().map(shown).collect()
    }

    /// The numbers of the examples, those of `first` before the others, and of these the newest first.
    pub fn in_order(&self, first: &[u32]) -> Vec<u32> {
        let others = self.examples.iter().rev().map(|example| example.number).filter(|number| !first.contains(number));
        let first =
            first.iter().copied().filter(|number| self.examples.iter().any(|example| example.number == *number));
        first.chain(others).collect()
    }

    /// What an example shows, by the names of its classes.
    pub fn names(&self, number: u32) -> Vec<String> {
        let Some(example) = self.examples.iter().find(|example| example.number == number) else { return Vec::new() };
        let name = |(attribute, class): (&NewAttribute, &Option<usize>)| attribute.classes.get((*class)?).cloned();
        self.task.attributes.iter().zip(&example.classes).filter_map(name).collect()
    }

    /// The attributes of the task as a menu's entries, by their places.
    pub fn attribute_entries(&self) -> Vec<(String, String)> {
        let names = self.task.attributes.iter().map(|attribute| attribute.name.clone());
        names.enumerate().map(|(place, name)| (place.to_string(), name)).collect()
    }

    fn drop_unlabelled(&mut self) {
        self.examples.retain(|example| example.classes.iter().any(Option::is_some));
    }
}

/// What an address has in the place of a task for age, gender and race from the faces that come with the release.
const FACES: &str = "faces";
/// Between attributes, after an attribute's name, and between its classes: those that have an order, and others.
const AND: char = ';';
const IS: char = ':';
const BELOW: char = '<';
const OR: char = ',';

/// A task as a part of an address: `glasses:without,with;smile:none<some<wide`. It holds no examples.
fn to_link(task: &Task) -> String {
    let plain = |name: &String| name.replace([AND, IS, BELOW, OR], " ");
    let attribute = |attribute: &NewAttribute| {
        let between = match attribute.category {
            Category::Ordinal => BELOW,
            Category::Nominal => OR,
        };
        let classes: Vec<String> = attribute.classes.iter().map(plain).collect();
        format!("{}{IS}{}", plain(&attribute.name), classes.join(&between.to_string()))
    };
    task.attributes.iter().map(attribute).collect::<Vec<_>>().join(&AND.to_string())
}

/// The task in an address; `None` where it is none that can be learned.
fn from_link(text: &str) -> Option<Task> {
    let attribute = |text: &str| {
        let (name, classes) = text.split_once(IS)?;
        let (category, between) =
            if classes.contains(BELOW) { (Category::Ordinal, BELOW) } else { (Category::Nominal, OR) };
        let classes = classes.split(between).map(|class| class.trim().to_owned()).collect();
        Some(NewAttribute { name: name.trim().to_owned(), category, classes })
    };
    Task { attributes: text.split(AND).map(attribute).collect::<Option<_>>()? }.checked().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exercise() -> Exercise {
        Exercise::of(from_link("glasses:without,with;smile:none<some<wide").unwrap())
    }

    fn sample() -> Arc<Sample> {
        Arc::new(Sample { size: 1, crop: vec![0; 3], features: vec![1, 2, 3, 4] })
    }

    #[test]
    fn a_task_survives_its_link() {
        let task = exercise().task;
        assert_eq!(
            task.attributes.iter().map(|own| own.category).collect::<Vec<_>>(),
            [Category::Nominal, Category::Ordinal]
        );
        assert_eq!(from_link(&to_link(&task)), Some(task));
        for none in ["", "glasses", "glasses:one", "a:b,c;a:b,c", "a:b,c,d,e,f,g,h"] {
            assert_eq!(from_link(none), None, "{none}");
        }
        let mut odd = exercise().task;
        odd.attributes[0].name = "a;b:c".into();
        assert_eq!(from_link(&to_link(&odd)).unwrap().attributes[0].name, "a b c");
    }

    #[test]
    fn what_is_learned_from_faces_can_be_learned() {
        let exercise = Exercise::of_faces(|phrase| format!("{phrase:?}"));
        assert!(exercise.has_material() && exercise.task.clone().checked().is_ok());
        let classes: Vec<usize> = exercise.task.attributes.iter().map(|attribute| attribute.classes.len()).collect();
        assert_eq!(classes, [7, 2, 5]);
        assert!(Exercise::of_link(&exercise.link()).from_faces && !Exercise::of_link("").from_faces);
        assert!(exercise.for_worker().is_empty() && !Exercise::of(exercise.task).has_material());
    }

    #[test]
    fn what_is_shown_has_the_classes_that_are_said_of_it() {
        let mut exercise = exercise();
        assert!(exercise.show(sample()));
        exercise.present = vec![Some(1), None];
        assert!(exercise.show(sample()));
        exercise.present = vec![None, None];
        assert!(!exercise.show(sample()));
        assert_eq!([exercise.count(0, 0), exercise.count(0, 1), exercise.count(1, 0)], [1, 1, 1]);
        assert_eq!(exercise.names(0), ["without", "none"]);
        assert_eq!(exercise.names(1), ["with"]);
        exercise.present = vec![None, Some(2)];
        exercise.relabel(1);
        assert_eq!(exercise.names(1), ["wide"]);
        exercise.forget(0);
        assert!(exercise.show(sample()));
        assert_eq!(exercise.in_order(&[]), [2, 1]);
        assert_eq!(exercise.in_order(&[1, 0]), [1, 2]);
        assert_eq!(exercise.for_worker()[1].features, [1, 2, 3, 4]);
    }

    #[test]
    fn examples_go_with_the_class_or_attribute_that_they_show() {
        let mut exercise = exercise();
        exercise.present = vec![None, Some(2)];
        exercise.show(sample());
        exercise.present = vec![Some(1), Some(2)];
        exercise.show(sample());
        exercise.remove_class(1);
        assert_eq!(exercise.examples.len(), 1);
        assert_eq!(
            (exercise.examples[0].classes.clone(), exercise.present.clone()),
            (vec![Some(1), None], vec![Some(1), None])
        );
        exercise.remove_class(1);
        assert_eq!(exercise.task.attributes[1].classes.len(), 2, "two stay");
        exercise.remove(0);
        assert!(exercise.examples.is_empty());
        assert_eq!((exercise.task.attributes.len(), exercise.present.len()), (1, 1));
    }

    #[test]
    fn there_are_at_most_as_many_attributes_and_classes_as_can_be_learned() {
        let mut exercise = exercise();
        let another = |number: usize| NewAttribute {
            name: number.to_string(),
            category: Category::Ordinal,
            classes: vec!["0".into(), "1".into()],
        };
        exercise.show(sample());
        (0..9).for_each(|number| exercise.add(another(number)));
        assert_eq!(exercise.task.attributes.len(), MOST_ATTRIBUTES);
        assert_eq!(exercise.examples[0].classes, [Some(0), Some(0), None, None]);
        (0..9).for_each(|class| exercise.add_class(3, format!("more {class}")));
        assert_eq!(exercise.task.attributes[3].classes.len(), 7);
        exercise.set_category(3, Category::Nominal);
        assert_eq!(exercise.task.attributes[3].classes.len(), 6);
        assert!(exercise.task.checked().is_ok());
    }
}
