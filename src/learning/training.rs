//! Training of the shared layer and the heads, epoch by epoch, so that a worker can learn between frames. The layers
//! with the least loss on the examples held back are kept.

use super::adam::Adam;
use super::layers::Layers;
use super::learned::{Learned, Standard, distance};
use super::losses::loss;
use super::{Epoch, Example, LEAST_LOG_VARIANCE, Settings, Spoilt, Task, TaskError};

/// Weight decay of the layers.
const DECAY: f32 = 0.02;
/// Learning rate of the log-variances, in those of the layers: they have a unit of their own to cover.
const WEIGHTING_LEARNING_RATE: f32 = 10.0;
/// Share of the examples' distances from their middle that is usual, and how much further is still usual.
const USUAL_SHARE: f32 = 0.95;
const USUAL_MARGIN: f32 = 2.0;

/// Nothing can be learned from these examples.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LearningError {
    /// The task is not one that can be learned.
    #[error(transparent)]
    Task(#[from] TaskError),
    /// An attribute has examples of fewer than two classes.
    #[error("“{0}” has examples of fewer than two classes; show some of another one")]
    OneClass(String),
    /// Examples do not belong together: their features, or their classes, are of different numbers.
    #[error("an example has other features or attributes than the rest")]
    Uneven,
}

/// Learning in progress.
pub struct Training {
    task: Task,
    settings: Settings,
    scale: Standard,
    usual: f32,
    /// Standardised features and classes.
    training: Vec<Shown>,
    held_back: Vec<Shown>,
    layers: Layers,
    log_variances: Vec<f32>,
    adam: Adam,
    weighting_adam: Adam,
    random: fastrand::Rng,
    epoch: usize,
    /// The layers with the least loss on the examples held back, that loss, and its epoch.
    best: Option<(Layers, f32, usize)>,
}

/// One view of an example.
struct Shown {
    features: Vec<f32>,
    classes: Vec<Option<usize>>,
}

impl Training {
    /// Begins a training.
    ///
    /// # Errors
    /// When the task cannot be learned, or not from these examples.
    pub fn new(task: Task, examples: &[Example], settings: Settings) -> Result<Self, LearningError> {
        let task = task.checked()?;
        let length = examples.first().map_or(0, |example| example.views[0].len());
        let is_even = |example: &Example| {
            let classes = example.classes.iter().zip(&task.attributes);
            example.views.iter().all(|view| view.len() == length)
                && example.classes.len() == task.attributes.len()
                && classes.into_iter().all(|(class, it)| class.is_none_or(|class| class < it.classes.len()))
        };
        if !examples.iter().all(is_even) {
            return Err(LearningError::Uneven);
        }
        let learned_from = || examples.iter().filter(|example| settings.takes(example));
        for (place, attribute) in task.attributes.iter().enumerate() {
            let mut classes = learned_from().filter_map(|example| *example.classes.get(place)?);
            let first = classes.next();
            // What is left out on purpose may leave one class.
            let is_reduced = settings.left_out.is_some_and(|out| out.attribute == place);
            if first.is_none() || (!is_reduced && classes.all(|class| Some(class) == first)) {
                return Err(LearningError::OneClass(attribute.name.clone()));
            }
        }
        let views = if settings.mirrors { 2 } else { 1 };
        let all: Vec<&[f32]> = learned_from().flat_map(|it| it.views.iter().take(views)).map(Vec::as_slice).collect();
        let scale = Standard::of(&all);
        let shown = |example: &Example, view: &Vec<f32>| Shown {
            features: scale.apply(view),
            classes: example.classes.clone(),
        };
        let mut random = fastrand::Rng::with_seed(settings.seed);
        let spoil = |classes: &mut Vec<Option<usize>>, random: &mut fastrand::Rng| {
            let Some(Spoilt { attribute, share }) = settings.spoilt else { return };
            let place = task.attributes.get(attribute).zip(classes.get_mut(attribute));
            if let Some((attribute, Some(class))) = place.filter(|_| random.f32() < share) {
                *class = random.usize(0..attribute.classes.len());
            }
        };
        let mut training = Vec::new();
        for example in learned_from() {
            let mut classes = example.classes.clone();
            spoil(&mut classes, &mut random);
            let views = example.views.iter().take(views);
            training.extend(views.map(|view| Shown { features: scale.apply(view), classes: classes.clone() }));
        }
        let held_back = examples.iter().filter(|it| it.is_held_back()).map(|it| shown(it, &it.views[0])).collect();
        let classes = task.attributes.iter().map(|attribute| attribute.classes.len()).collect();
        let layers = Layers::new(length, settings.hidden.max(1), classes, &mut random);
        let attributes = task.attributes.len();
        Ok(Self {
            usual: usual(&training),
            adam: Adam::new(layers.length(), DECAY),
            weighting_adam: Adam::new(attributes, 0.0),
            log_variances: vec![0.0; attributes],
            task,
            settings,
            scale,
            training,
            held_back,
            layers,
            random,
            epoch: 0,
            best: None,
        })
    }

    /// Goes over the examples once more; `None` when there is nothing more to gain.
    pub fn epoch(&mut self) -> Option<Epoch> {
        let waited = self.best.as_ref().is_some_and(|(_, _, epoch)| self.epoch > epoch + self.settings.patience);
        if self.epoch >= self.settings.epochs || waited {
            return None;
        }
        let mut order: Vec<usize> = (0..self.training.len()).collect();
        self.random.shuffle(&mut order);
        let mut sums = vec![(0.0f32, 0usize); self.task.attributes.len()];
        let batches = order.len().div_ceil(self.settings.batch.max(1)).max(1);
        for (number, batch) in order.chunks(self.settings.batch.max(1)).enumerate() {
            let done = (self.epoch as f32 + number as f32 / batches as f32) / self.settings.epochs.max(1) as f32;
            let rate = self.settings.learning_rate * 0.5 * (1.0 + (std::f32::consts::PI * done).cos());
            self.step(batch, rate, &mut sums);
        }
        let held_back = self.losses_held_back();
        let known: Vec<f32> = held_back.iter().copied().flatten().collect();
        if !known.is_empty() {
            let mean = known.iter().sum::<f32>() / known.len() as f32;
            if self.best.as_ref().is_none_or(|(_, least, _)| mean < *least) {
                self.best = Some((self.layers.clone(), mean, self.epoch));
            }
        }
        let number = self.epoch;
        self.epoch += 1;
        Some(Epoch {
            number,
            losses: sums.into_iter().map(|(sum, count)| sum / count.max(1) as f32).collect(),
            weights: self.settings.weighting.weights(&self.log_variances),
            log_variances: self.log_variances.clone(),
            held_back,
        })
    }

    /// One step of the optimizer, which adds the batch's losses to `sums`.
    fn step(&mut self, batch: &[usize], learning_rate: f32, sums: &mut [(f32, usize)]) {
        let weights = self.settings.weighting.weights(&self.log_variances);
        let chosen: Vec<&Shown> = batch.iter().filter_map(|&place| self.training.get(place)).collect();
        let counts: Vec<usize> = (0..self.task.attributes.len())
            .map(|attribute| {
                chosen.iter().filter(|shown| matches!(shown.classes.get(attribute), Some(Some(_)))).count()
            })
            .collect();
        let mut gradient = vec![0.0; self.layers.length()];
        let mut losses = vec![0.0; counts.len()];
        for shown in &chosen {
            let pass = self.layers.forward(&shown.features);
            let mut of_logits = Vec::with_capacity(counts.len());
            let attributes = self.task.attributes.iter().zip(&shown.classes).zip(&pass.logits);
            for (((attribute, class), logits), ((weight, &count), sum)) in
                attributes.zip(weights.iter().zip(&counts).zip(&mut losses))
            {
                of_logits.push(class.map(|class| {
                    let (cost, mut gradient) = loss(attribute.category, logits, class);
                    *sum += cost / count as f32;
                    gradient.iter_mut().for_each(|value| *value *= weight / count as f32);
                    gradient
                }));
            }
            self.layers.backward(&shown.features, &pass, &of_logits, &mut gradient);
        }
        let known: Vec<Option<f32>> = losses.iter().zip(&counts).map(|(&loss, &n)| (n > 0).then_some(loss)).collect();
        let of_weighting = self.settings.weighting.gradient(&self.log_variances, &known);
        self.adam.step(self.layers.values_mut(), &gradient, learning_rate);
        self.weighting_adam.step(&mut self.log_variances, &of_weighting, WEIGHTING_LEARNING_RATE * learning_rate);
        self.log_variances.iter_mut().for_each(|s| *s = s.max(LEAST_LOG_VARIANCE));
        for ((sum, all), (loss, count)) in sums.iter_mut().zip(losses.into_iter().zip(counts)) {
            *sum += loss * count as f32;
            *all += count;
        }
    }

    /// Weighs the losses by `weights` from now on.
    #[cfg(feature = "training")]
    pub fn weigh(&mut self, weights: Vec<f32>) {
        self.settings.weighting = super::Weighting::ByHand(weights);
    }

    /// The norm of the gradient of each attribute's loss, unweighted and over all examples, with respect to the layer that all share.
    #[cfg(feature = "training")]
    pub fn shared_gradients(&self) -> Vec<f32> {
        let attributes = self.task.attributes.len();
        let of_one = |place: usize| {
            let mut gradient = vec![0.0; self.layers.length()];
            for shown in &self.training {
                let pass = self.layers.forward(&shown.features);
                let mut of_logits = vec![None; attributes];
                let known = shown.classes.get(place).copied().flatten();
                if let (Some(class), Some(attribute), Some(logits)) =
                    (known, self.task.attributes.get(place), pass.logits.get(place))
                {
                    of_logits[place] = Some(loss(attribute.category, logits, class).1); // `place` is an attribute's
                }
                self.layers.backward(&shown.features, &pass, &of_logits, &mut gradient);
            }
            let shared = gradient.iter().take(self.layers.shared_length());
            shared.map(|value| value * value).sum::<f32>().sqrt() / self.training.len().max(1) as f32
        };
        (0..attributes).map(of_one).collect()
    }

    fn losses_held_back(&self) -> Vec<Option<f32>> {
        let mut sums = vec![(0.0f32, 0usize); self.task.attributes.len()];
        for shown in &self.held_back {
            let pass = self.layers.forward(&shown.features);
            let attributes = self.task.attributes.iter().zip(&shown.classes).zip(&pass.logits);
            for (((attribute, class), logits), (sum, count)) in attributes.zip(&mut sums) {
                if let Some(class) = *class {
                    *sum += loss(attribute.category, logits, class).0;
                    *count += 1;
                }
            }
        }
        sums.into_iter().map(|(sum, count)| (count > 0).then(|| sum / count as f32)).collect()
    }

    /// What was learned: as it was when the examples held back cost least.
    pub fn finish(self) -> Learned {
        let layers = self.best.map_or(self.layers, |(layers, _, _)| layers);
        Learned { task: self.task, place: self.settings.place, scale: self.scale, layers, usual: self.usual }
    }
}

/// The distance from the middle of the examples that only a face unlike them exceeds.
fn usual(training: &[Shown]) -> f32 {
    let mut distances: Vec<f32> = training.iter().map(|shown| distance(&shown.features)).collect();
    distances.sort_by(f32::total_cmp);
    let place = (USUAL_SHARE * distances.len() as f32) as usize;
    USUAL_MARGIN * distances.get(place).or(distances.last()).copied().unwrap_or(f32::INFINITY)
}

#[cfg(test)]
mod tests {
    use super::super::{LeftOut, NewAttribute};
    use super::*;
    use crate::attributes::Category;

    const FEATURES: usize = 20;

    fn attribute(name: &str, category: Category, classes: usize) -> NewAttribute {
        NewAttribute { name: name.into(), category, classes: (0..classes).map(|class| class.to_string()).collect() }
    }

    /// Faces whose first feature tells the class of the first attribute and whose second tells the level of the second, each with less noise
    /// than classes are apart.
    fn examples(count: u32, seed: u64) -> Vec<Example> {
        let mut random = fastrand::Rng::with_seed(seed);
        (0..count)
            .map(|number| {
                let (class, level) = (random.usize(0..2), random.usize(0..4));
                let mut view = || -> Vec<f32> {
                    let mut features: Vec<f32> = (0..FEATURES).map(|_| random.f32() - 0.5).collect();
                    features[0] += 2.0 * class as f32;
                    features[1] += 1.5 * level as f32;
                    features
                };
                Example { number, views: [view(), view()], classes: vec![Some(class), Some(level)] }
            })
            .collect()
    }

    fn task() -> Task {
        Task { attributes: vec![attribute("hat", Category::Nominal, 2), attribute("smile", Category::Ordinal, 4)] }
    }

    fn learn(examples: &[Example], settings: Settings) -> (Learned, Vec<Epoch>) {
        let mut training = Training::new(task(), examples, settings).unwrap();
        let epochs = std::iter::from_fn(|| training.epoch()).collect();
        (training.finish(), epochs)
    }

    #[test]
    fn what_the_features_tell_is_learned() {
        let examples = examples(200, 1);
        let (learned, epochs) = learn(&examples, Settings::default());
        assert!(learned.is_whole());
        let held_back = learned.outcomes(examples.iter().filter(|example| example.is_held_back()));
        for outcome in &held_back {
            assert_eq!(outcome.count(), 40);
            assert!(outcome.share_right().unwrap() >= 0.95, "{held_back:?}");
            assert_eq!(outcome.wrong.len(), 40 - (outcome.share_right().unwrap() * 40.0).round() as usize);
        }
        let (first, last) = (epochs.first().unwrap(), epochs.last().unwrap());
        assert!(last.weights.iter().all(|weight| *weight <= (-LEAST_LOG_VARIANCE).exp()));
        assert!(first.losses.iter().zip(&last.losses).all(|(first, last)| last < first));
    }

    #[test]
    fn the_same_seed_learns_the_same() {
        let examples = examples(60, 2);
        let settings = |seed| Settings { seed, epochs: 10, ..Settings::default() };
        assert_eq!(learn(&examples, settings(5)), learn(&examples, settings(5)));
        assert_ne!(learn(&examples, settings(5)).0, learn(&examples, settings(6)).0);
    }

    /// The paper's claim: an attribute whose labels are noise weighs less than one whose labels are right.
    #[test]
    fn noise_in_an_attributes_labels_lowers_its_weight() {
        let mut examples = examples(200, 3);
        let weights = |examples: &[Example]| learn(examples, Settings::default()).1.last().unwrap().weights.clone();
        let clean = weights(&examples);
        let mut random = fastrand::Rng::with_seed(4);
        examples.iter_mut().for_each(|example| example.classes[0] = Some(random.usize(0..2)));
        let noisy = weights(&examples);
        assert!(noisy[0] < noisy[1], "{noisy:?}");
        assert!(noisy[0] < 0.5 * clean[0], "{noisy:?} after {clean:?}");
    }

    #[test]
    fn spoilt_labels_do_the_same_and_leave_the_other_attribute_alone() {
        let examples = examples(200, 3);
        let outcomes = |share| {
            let settings = Settings { spoilt: Some(Spoilt { attribute: 0, share }), ..Settings::default() };
            let (learned, epochs) = learn(&examples, settings);
            let held_back = learned.outcomes(examples.iter().filter(|example| example.is_held_back()));
            (epochs.last().unwrap().weights.clone(), [0, 1].map(|place| held_back[place].share_right().unwrap()))
        };
        let (weights, [spoilt, other]) = outcomes(1.0);
        assert!(weights[0] < 0.5 * weights[1], "{weights:?}");
        assert!(spoilt < 0.8 && other > 0.8, "{spoilt} and {other}");
        let (_, right) = outcomes(0.0);
        assert!(right.iter().all(|share| *share > 0.9), "{right:?}");
    }

    #[test]
    fn a_group_that_is_left_out_is_answered_worse() {
        let mut examples = examples(400, 11);
        // On one group a hat looks otherwise.
        for example in examples.iter_mut().filter(|example| example.classes[1] == Some(3)) {
            example.views.iter_mut().for_each(|view| view[0] = -view[0]);
        }
        let shares = |left_out| {
            let (learned, _) = learn(&examples, Settings { left_out, ..Settings::default() });
            let hat = learned.outcomes(examples.iter().filter(|example| example.is_held_back())).swap_remove(0);
            let tallies = &hat.by_class[1];
            assert_eq!(tallies.iter().map(|tally| tally.count).sum::<usize>(), hat.count());
            [0, 1, 2, 3].map(|class| tallies[class].right as f32 / tallies[class].count as f32)
        };
        let (all, without) = (shares(None), shares(Some(LeftOut { attribute: 1, class: 3 })));
        assert!(all.iter().all(|share| *share > 0.8), "{all:?}");
        assert!(without[..3].iter().all(|share| *share > 0.8) && without[3] < 0.7, "{without:?}");
    }

    #[test]
    fn a_face_unlike_the_examples_is_known_as_such() {
        let examples = examples(100, 5);
        let (learned, _) = learn(&examples, Settings { epochs: 5, ..Settings::default() });
        let strange: Vec<f32> = (0..FEATURES).map(|place| if place % 2 == 0 { 9.0 } else { -9.0 }).collect();
        assert!(learned.is_unlike(&strange));
        let unlike = examples.iter().filter(|example| learned.is_unlike(&example.views[0])).count();
        assert!(unlike <= 2, "{unlike}");
    }

    #[test]
    fn the_gradient_is_that_of_the_output() {
        let examples = examples(60, 6);
        let (learned, _) = learn(&examples, Settings { epochs: 10, ..Settings::default() });
        let features = &examples[0].views[0];
        let level = |features: &[f32]| {
            let answer = &learned.read(features)[1];
            super::super::answers::expectation(&answer.probabilities)
        };
        let gradient = learned.gradient(features, 1, None);
        for place in 0..3 {
            let moved = |step: f32| {
                let mut features = features.clone();
                features[place] += step;
                level(&features)
            };
            let expected = (moved(0.005) - moved(-0.005)) / 0.01;
            assert!(
                (gradient[place] - expected).abs() < 0.02 + 0.05 * expected.abs(),
                "{place}: {gradient:?} {expected}"
            );
        }
        assert_eq!(learned.gradient(features, 7, None), vec![0.0; FEATURES]);
    }

    #[test]
    fn what_nothing_can_be_learned_from_is_said() {
        let examples = examples(20, 7);
        let begin = |examples: &[Example]| Training::new(task(), examples, Settings::default()).map(|_| ());
        assert_eq!(begin(&[]), Err(LearningError::OneClass("hat".into())));
        let mut one = examples.clone();
        one.iter_mut().for_each(|example| example.classes[1] = Some(2));
        assert_eq!(begin(&one), Err(LearningError::OneClass("smile".into())));
        let mut uneven = examples.clone();
        uneven[3].views[1].pop();
        assert_eq!(begin(&uneven), Err(LearningError::Uneven));
        let mut beyond = examples;
        beyond[0].classes[0] = Some(2);
        assert_eq!(begin(&beyond), Err(LearningError::Uneven));
        assert_eq!(
            Training::new(Task::default(), &[], Settings::default()).map(|_| ()),
            Err(LearningError::Task(TaskError::Attributes(0)))
        );
    }

    #[test]
    fn what_was_learned_is_for_one_network_and_survives_a_file() {
        use super::super::{Heads, HeadsError};
        let (learned, _) = learn(&examples(40, 9), Settings { epochs: 3, ..Settings::default() });
        let text = serde_json::to_string(&Heads::new("one".into(), learned.clone())).unwrap();
        let read = |text: &str| serde_json::from_str::<Heads>(text).unwrap();
        assert_eq!(read(&text).for_network("one"), Ok(learned));
        assert_eq!(read(&text).for_network("other"), Err(HeadsError::OtherNetwork));
        assert_eq!(
            read(&text.replace("visage-heads-1", "visage-heads-9")).for_network("one"),
            Err(HeadsError::Damaged)
        );
        assert_eq!(read(&text.replace("\"smile\"", "\"hat\"")).for_network("one"), Err(HeadsError::Damaged));
    }

    #[test]
    fn an_attribute_may_be_unknown_of_some_faces() {
        let mut examples = examples(120, 8);
        examples.iter_mut().filter(|example| example.number % 2 == 0).for_each(|example| example.classes[0] = None);
        let (learned, _) = learn(&examples, Settings::default());
        let held_back = learned.outcomes(examples.iter().filter(|example| example.is_held_back()));
        assert_eq!([held_back[0].count(), held_back[1].count()], [12, 24]);
        assert!(held_back.iter().all(|outcome| outcome.share_right().unwrap() >= 0.9), "{held_back:?}");
    }
}
