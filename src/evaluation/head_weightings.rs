//! Ways to weigh the losses, compared on heads that learn from the faces that come with a release: a shared layer and a head for each
//! attribute, on features of the trunk, which stays as it is. A training takes a second, so that each can be run often enough to tell
//! chance from difference.

use super::experiment::WEIGHTS_BY_HAND;
use super::figure::DEVIATIONS;
use crate::attributes::{Attribute, Category, PerAttribute};
use crate::learning::{Epoch, Example, LearningError, Material, NewAttribute, Settings, Task, Training, Weighting};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// Each face is in the part that is tested once; the heads learn from the others, and stop by a fifth of these.
const PARTS: usize = 5;
/// 4,000 steps of 32 faces, if nothing ends them earlier.
const EPOCHS: usize = 100;
const BATCH: usize = 32;
/// How soft dynamic weight average is (Liu, Johns, Davison, CVPR 2019).
const TEMPERATURE: f32 = 2.0;
/// How much the slower task gets (Chen, Badrinarayanan, Lee, Rabinovich, "GradNorm", ICML 2018).
const ASYMMETRY: f32 = 1.5;

/// A way to weigh the losses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeadWeighting {
    /// All alike; what the others are compared with.
    Equal,
    /// By learned homoscedastic uncertainty (Kendall, Gal, Cipolla, CVPR 2018), the paper's Algorithm 1.
    Learned,
    /// By fixed weights.
    ByHand,
    /// By how slowly each loss fell over the last two epochs (Liu, Johns, Davison, CVPR 2019).
    DynamicAverage,
    /// So that the gradients of the shared layer have the norms that GradNorm aims at (Chen et al., ICML 2018), set after every epoch.
    GradientNorms,
    /// A network for each attribute.
    Alone,
}

impl HeadWeighting {
    /// All ways, the one they are compared with first.
    pub const ALL: [Self; 6] =
        [Self::Equal, Self::Learned, Self::ByHand, Self::DynamicAverage, Self::GradientNorms, Self::Alone];

    /// A name for tables.
    pub fn title(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::Learned => "learned uncertainty",
            Self::ByHand => "by hand (0.4, 2, 1)",
            Self::DynamicAverage => "dynamic weight average",
            Self::GradientNorms => "gradient norms balanced",
            Self::Alone => "a network each",
        }
    }
}

/// How one attribute is read.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeadFigures {
    /// Share of the tested faces that are read rightly, the mean over seeds.
    pub right: f64,
    /// Standard deviation of that share over the seeds.
    pub spread: f64,
    /// How much more is right than with equal weights, on the same faces with the same seeds.
    pub difference: f64,
    /// That difference's 95 % interval over the faces.
    pub interval: [f64; 2],
}

/// What came of one way to weigh the losses.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeadOutcome {
    /// The way to weigh the losses.
    pub weighting: HeadWeighting,
    /// The figures of age (by ten years), gender and race.
    pub attributes: PerAttribute<HeadFigures>,
    /// The mean weights of the losses at the end.
    pub weights: PerAttribute<f64>,
}

/// The comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeadComparison {
    /// Number of faces, each tested once a seed.
    pub faces: usize,
    /// Seeds of the starts and the orders; the same for all ways.
    pub seeds: usize,
    /// Trainings in all.
    pub trainings: usize,
    /// Most steps of one training.
    pub steps: usize,
    /// What came of each way.
    pub outcomes: Vec<HeadOutcome>,
}

/// For each face and attribute whether it was read rightly, and the weights at the end.
struct Run {
    right: Vec<(usize, PerAttribute<Option<bool>>)>,
    weights: PerAttribute<f32>,
}

/// Compares all ways on `examples` of age, gender and race, with `seeds` seeds.
///
/// # Errors
/// When the examples are not of the three.
pub fn compare_head_weightings(examples: &[Example], seeds: usize) -> Result<HeadComparison, LearningError> {
    let plan: Vec<_> = HeadWeighting::ALL
        .into_iter()
        .flat_map(|way| (0..seeds).flat_map(move |seed| (0..PARTS).map(move |part| (way, seed, part))))
        .collect();
    let trainings = plan.len() + (plan.len() / HeadWeighting::ALL.len()) * (Attribute::ALL.len() - 1);
    let runs = plan.into_par_iter().map(|(way, seed, part)| Ok((way, seed, run(examples, way, seed, part)?)));
    let runs = runs.collect::<Result<Vec<_>, LearningError>>()?;
    let of = |way: HeadWeighting| {
        // Whether each face was read rightly, by seed, face and attribute.
        let mut right = vec![vec![PerAttribute::default(); examples.len()]; seeds];
        let mut weights = PerAttribute::<f64>::default();
        for (_, seed, run) in runs.iter().filter(|(own, ..)| *own == way) {
            run.right.iter().for_each(|&(face, answers)| right[*seed][face] = answers);
            run.weights.iter().for_each(|(attribute, weight)| weights[attribute] += f64::from(*weight));
        }
        (right, weights.map(|sum| sum / (seeds * PARTS) as f64))
    };
    let (equal, _) = of(HeadWeighting::Equal);
    let outcomes = HeadWeighting::ALL.map(|weighting| {
        let (right, weights) = of(weighting);
        let attributes = PerAttribute::from_fn(|attribute| figures(&right, &equal, attribute));
        HeadOutcome { weighting, attributes, weights }
    });
    let steps = EPOCHS * (examples.len() * (PARTS - 1) / PARTS * 4 / 5).div_ceil(BATCH);
    Ok(HeadComparison { faces: examples.len(), seeds, trainings, steps, outcomes: outcomes.into() })
}

type Right = Vec<Vec<PerAttribute<Option<bool>>>>;

fn figures(right: &Right, equal: &Right, attribute: Attribute) -> HeadFigures {
    let value = |answer: Option<bool>| answer.map(|is_right| f64::from(u8::from(is_right)));
    let share =
        |faces: &[PerAttribute<Option<bool>>]| mean(faces.iter().filter_map(|answers| value(answers[attribute])));
    let shares: Vec<f64> = right.iter().map(|faces| share(faces)).collect();
    let (middle, spread) = deviation(&shares);
    let faces = right.first().map_or(0, Vec::len);
    let of_face = |all: &Right, face: usize| mean(all.iter().filter_map(|seed| value(seed[face][attribute])));
    let differences: Vec<f64> = (0..faces).map(|face| of_face(right, face) - of_face(equal, face)).collect();
    let (difference, of_faces) = deviation(&differences);
    let reach = DEVIATIONS * of_faces / (faces.max(1) as f64).sqrt();
    HeadFigures { right: middle, spread, difference, interval: [difference - reach, difference + reach] }
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0usize), |(sum, count), value| (sum + value, count + 1));
    sum / count.max(1) as f64
}

/// The mean, and the standard deviation of a sample.
fn deviation(values: &[f64]) -> (f64, f64) {
    let middle = mean(values.iter().copied());
    let squares: f64 = values.iter().map(|value| (value - middle).powi(2)).sum();
    (middle, (squares / values.len().saturating_sub(1).max(1) as f64).sqrt())
}

/// Learns from all parts but one, and reads that.
fn run(examples: &[Example], way: HeadWeighting, seed: usize, part: usize) -> Result<Run, LearningError> {
    let (tested, others): (Vec<_>, Vec<_>) = examples.iter().enumerate().partition(|(face, _)| face % PARTS == part);
    // Numbered anew, so that a fifth of them is held back to stop by.
    let learned_from =
        (0..).zip(others).map(|(number, (_, example))| Example { number, ..example.clone() }).collect::<Vec<_>>();
    let weighting = match way {
        HeadWeighting::Learned => Weighting::Learned,
        HeadWeighting::ByHand => Weighting::ByHand(WEIGHTS_BY_HAND.0.to_vec()),
        _ => Weighting::Equal,
    };
    let settings = Settings {
        weighting,
        batch: BATCH,
        epochs: EPOCHS,
        mirrors: false,
        seed: seed as u64 + 1,
        ..Settings::default()
    };
    let whole = Material { task: task(), examples: learned_from, settings };
    let mut right: Vec<(usize, PerAttribute<Option<bool>>)> =
        tested.iter().map(|(face, _)| (*face, PerAttribute::default())).collect();
    let mut weights = PerAttribute::from_fn(|_| 1.0);
    let materials: Vec<(Vec<Attribute>, Material)> = match way {
        HeadWeighting::Alone => {
            let alone = |attribute: Attribute| Some((vec![attribute], whole.alone(attribute.index())?));
            Attribute::ALL.into_iter().filter_map(alone).collect()
        }
        _ => vec![(Attribute::ALL.to_vec(), whole)],
    };
    for (attributes, Material { task, examples, settings }) in materials {
        let mut training = Training::new(task, &examples, settings)?;
        let mut epochs: Vec<Epoch> = Vec::new();
        while let Some(epoch) = training.epoch() {
            epochs.push(epoch);
            match way {
                HeadWeighting::DynamicAverage => training.weigh(dynamic_average(&epochs)),
                HeadWeighting::GradientNorms => training.weigh(balanced(&epochs, &training.shared_gradients())),
                _ => {}
            }
        }
        if way != HeadWeighting::Alone
            && let Some(last) = epochs.last()
        {
            weights = PerAttribute::from_fn(|attribute| last.weights.get(attribute.index()).copied().unwrap_or(1.0));
        }
        let learned = training.finish();
        for ((_, answers), (_, example)) in right.iter_mut().zip(&tested) {
            let said = learned.read(&example.views[0]);
            for (answer, &attribute) in said.iter().zip(&attributes) {
                let class = example.classes[attribute.index()];
                answers[attribute] = class.map(|class| answer.class(attribute.category()) == class);
            }
        }
    }
    Ok(Run { right, weights })
}

/// Age by ten years, gender and race; their names do not matter.
fn task() -> Task {
    let attributes = Attribute::ALL.map(|attribute| NewAttribute {
        name: attribute.name().to_owned(),
        category: attribute.category(),
        classes: match attribute.category() {
            Category::Ordinal => (0..crate::learning::AGE_LEVELS.len()).map(|level| level.to_string()).collect(),
            Category::Nominal => attribute.labels().iter().map(|&label| label.to_owned()).collect(),
        },
    });
    Task { attributes: attributes.into() }
}

/// Weights whose sum is their number: more for a loss that falls slowly.
fn dynamic_average(epochs: &[Epoch]) -> Vec<f32> {
    let [.., before, last] = epochs else { return vec![1.0; Attribute::ALL.len()] };
    let rates =
        last.losses.iter().zip(&before.losses).map(|(last, before)| (last / before.max(1e-6) / TEMPERATURE).exp());
    summing_to_count(rates.collect())
}

/// Weights by which the shared layer's gradients, of norms `norms`, get the same norm each, but for a task that learns more slowly.
fn balanced(epochs: &[Epoch], norms: &[f32]) -> Vec<f32> {
    let [first, .., last] = epochs else { return vec![1.0; norms.len()] };
    let ratios: Vec<f32> = last.losses.iter().zip(&first.losses).map(|(last, first)| last / first.max(1e-6)).collect();
    let middle = ratios.iter().sum::<f32>() / ratios.len().max(1) as f32;
    let wanted = ratios.iter().map(|ratio| (ratio / middle.max(1e-6)).powf(ASYMMETRY));
    summing_to_count(wanted.zip(norms).map(|(wanted, norm)| wanted / norm.max(1e-6)).collect())
}

fn summing_to_count(weights: Vec<f32>) -> Vec<f32> {
    let sum: f32 = weights.iter().sum();
    let count = weights.len() as f32;
    weights.into_iter().map(|weight| weight * count / sum.max(1e-6)).collect()
}

/// The comparison as Markdown.
pub fn head_comparison_text(comparison: &HeadComparison) -> String {
    let HeadComparison { faces, seeds, trainings, steps, outcomes } = comparison;
    let percent = |share: f64| format!("{:.1}", 100.0 * share);
    let mut text = format!(
        "{faces} validation faces of UTKFace and FairFace, as the trunk of the shipped network describes them (`assets/faces.pack`); \
         each was tested once with each of {seeds} seeds by heads that learned from four fifths of the others and stopped by the last \
         fifth, after at most {steps} steps; {trainings} trainings. The trunk stayed as it was: this says what weights do to a shared \
         layer of 24 values and three heads, not to a whole network. Differences are to equal weights, on the same faces with the same \
         seeds, with 95 % intervals over the faces; ± is the standard deviation over seeds.\n\n\
         | weights | age by ten years, % | difference | gender, % | difference | race, % | difference | weights at the end |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |\n"
    );
    for HeadOutcome { weighting, attributes, weights } in outcomes {
        let cells: Vec<String> = attributes
            .iter()
            .map(|(_, HeadFigures { right, spread, difference, interval: [low, high] })| {
                let own = format!("{} ± {}", percent(*right), percent(*spread));
                match weighting {
                    HeadWeighting::Equal => format!("{own} |"),
                    _ => format!("{own} | {:+.1} ({:+.1} to {:+.1})", 100.0 * difference, 100.0 * low, 100.0 * high),
                }
            })
            .collect();
        let weights = match weighting {
            HeadWeighting::Alone => String::new(),
            _ => weights.map(|weight| format!("{weight:.2}")).0.join(", "),
        };
        text.push_str(&format!("| {} | {} | {weights} |\n", weighting.title(), cells.join(" | ")));
    }
    let sure = |outcome: &HeadOutcome| {
        outcome
            .attributes
            .iter()
            .filter_map(|(attribute, figures)| {
                let [low, high] = figures.interval;
                let better = if low > 0.0 {
                    "better"
                } else if high < 0.0 {
                    "worse"
                } else {
                    return None;
                };
                Some(format!("{} reads {} {better}", outcome.weighting.title(), attribute.name()))
            })
            .collect::<Vec<_>>()
    };
    let sure: Vec<String> =
        outcomes.iter().filter(|outcome| outcome.weighting != HeadWeighting::Equal).flat_map(sure).collect();
    let verdict = if sure.is_empty() {
        "No difference to equal weights is beyond chance.".to_owned()
    } else {
        format!("Beyond chance, each taken by itself: {}.", sure.join("; "))
    };
    format!("{text}\n{verdict}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Faces whose features tell all three, with some noise.
    fn examples() -> Vec<Example> {
        let mut random = fastrand::Rng::with_seed(5);
        (0..400)
            .map(|number| {
                let classes = [random.usize(0..7), random.usize(0..2), random.usize(0..5)];
                let mut features: Vec<f32> = (0..16).map(|_| random.f32() - 0.5).collect();
                features[0] += 3.0 * classes[0] as f32;
                features[1] += 3.0 * classes[1] as f32;
                features[2 + classes[2]] += 4.0;
                Example { number, views: [features.clone(), features], classes: classes.map(Some).into() }
            })
            .collect()
    }

    #[test]
    fn every_way_reads_every_face_and_none_is_better_than_itself() {
        let comparison = compare_head_weightings(&examples(), 2).unwrap();
        assert_eq!(comparison.outcomes.len(), HeadWeighting::ALL.len());
        assert_eq!(comparison.trainings, 2 * 5 * (5 + 3));
        for outcome in &comparison.outcomes {
            let least = PerAttribute([0.5, 0.9, 0.8]);
            assert!(least.iter().all(|(it, least)| outcome.attributes[it].right > *least), "{outcome:?}");
            let HeadFigures { difference, interval: [low, high], .. } = outcome.attributes[Attribute::Gender];
            assert!(low <= difference && difference <= high);
        }
        let equal = &comparison.outcomes[0];
        assert!(equal.attributes.iter().all(|(_, figures)| figures.interval == [0.0, 0.0]));
        let text = head_comparison_text(&comparison);
        assert_eq!(text.lines().filter(|line| line.starts_with("| ")).count(), 2 + HeadWeighting::ALL.len());
    }

    #[test]
    fn weights_keep_their_sum_and_go_to_whom_they_should() {
        let epoch = |losses: &[f32]| Epoch {
            number: 0,
            losses: losses.into(),
            log_variances: vec![0.0; losses.len()],
            weights: vec![1.0; losses.len()],
            held_back: vec![None; losses.len()],
        };
        let epochs = [epoch(&[1.0, 1.0, 1.0]), epoch(&[0.9, 0.5, 0.5])];
        let slow = dynamic_average(&epochs);
        assert!((slow.iter().sum::<f32>() - 3.0).abs() < 1e-4 && slow[0] > slow[1], "{slow:?}");
        let steep = balanced(&epochs, &[1.0, 4.0, 1.0]);
        assert!((steep.iter().sum::<f32>() - 3.0).abs() < 1e-4, "{steep:?}");
        assert!(steep[0] > steep[2] && steep[2] > steep[1], "{steep:?}");
    }
}
