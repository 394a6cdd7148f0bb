//! New attributes: what is taken of a face as an example, learning beside the frames, and what is said of faces by what was learned.

use super::clock::{after, now};
use super::models::Models;
use super::reply::{post, post_with, to_value};
use crate::analysis::{AnalysisError, AnalyzedFace, Analyzer, Views};
use crate::explanation::EvidenceMap;
use crate::learning::{Epoch, Example, Heads, HeadsError, Learned, LearningError, Material, Place, Task, Training};
use crate::network::Features;
use crate::protocol::{Progress, Response, Sample, ShownExample, Taught, Teaching, TeachingProblem};
use futures_util::lock::Mutex;
use image::imageops::flip_horizontal;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsValue;

/// Milliseconds of learning after which a frame that waits has its turn.
const SLICE: f64 = 20.0;

/// What was taught, and which task is being learned.
#[derive(Default)]
pub(super) struct Teacher {
    learned: Option<Learned>,
    turn: Rc<Cell<u32>>,
}

impl Teacher {
    /// Uses what a worker has learned, or what lay in a file; nothing where `heads` is nothing.
    ///
    /// # Errors
    /// When it is something else, or was learned on another network.
    pub(super) fn take(&mut self, heads: JsValue) -> Result<Option<Task>, TeachingProblem> {
        self.learned = None;
        if heads.is_undefined() || heads.is_null() {
            return Ok(None);
        }
        let heads: Heads = serde_wasm_bindgen::from_value(heads).map_err(|_| TeachingProblem::Damaged)?;
        let learned = heads.for_network(&Models::weights_hash()).map_err(|error| match error {
            HeadsError::Damaged => TeachingProblem::Damaged,
            HeadsError::OtherNetwork => TeachingProblem::OtherNetwork,
        })?;
        Ok(Some(self.learned.insert(learned).task.clone()))
    }

    /// What is said of a face.
    pub(super) fn say(&self, face: &AnalyzedFace) -> Option<Taught> {
        let learned = self.learned.as_ref()?;
        let features = learned.place.of(&face.reading.features);
        Some(Taught { answers: learned.read(features), is_unlike: learned.is_unlike(features) })
    }

    /// Where the network sees what is said of a face's attribute.
    pub(super) fn evidence(
        &self,
        analyzer: &Analyzer,
        face: &AnalyzedFace,
        attribute: usize,
        class: Option<usize>,
    ) -> Option<EvidenceMap> {
        let learned = self.learned.as_ref()?;
        let gradient = learned.gradient(learned.place.of(&face.reading.features), attribute, class);
        Some(analyzer.evidence_of_features(&face.crop, learned.place.branch_of(), gradient))
    }

    /// What learns a task, in slices between which others compute that wait for `turns`. Another task ends it.
    pub(super) fn learn(&self, teaching: Teaching, turns: Rc<Mutex<Analyzer>>) -> impl Future<Output = ()> + use<> {
        let current = Rc::clone(&self.turn);
        let turn = teaching.turn;
        current.set(turn);
        async move {
            let tell = |progress: Progress| post(&Response::Learning { turn, progress });
            let is_current = || current.get() == turn;
            let whole = match material(teaching).await {
                Ok(whole) => whole,
                Err(problem) => return tell(Progress::Failed(problem)),
            };
            let training = match begin(&whole) {
                Ok(training) => training,
                Err(problem) => return tell(Progress::Failed(problem)),
            };
            let each = |epochs| tell(Progress::Epochs(epochs));
            let Some(learned) = learn(training, &turns, &is_current, &each).await else { return };
            let outcomes = learned.outcomes(whole.held_back());
            let heads = to_value(&Heads::new(Models::weights_hash(), learned)).unwrap_or_default();
            post_with(&Response::Learning { turn, progress: Progress::Learned(outcomes) }, &heads);
            if !whole.settings.alone {
                return;
            }
            let mut alone = Vec::new();
            for place in 0..whole.task.attributes.len() {
                let Some(part) = whole.alone(place) else { break };
                alone.push(match begin(&part) {
                    Ok(training) => {
                        let Some(learned) = learn(training, &turns, &is_current, &|_| ()).await else { return };
                        learned.outcomes(part.held_back()).into_iter().next()
                    }
                    Err(_) => None,
                });
            }
            tell(Progress::Alone(alone));
        }
    }
}

/// Goes on to the end, in slices, and says how each went; `None` where another task has come meanwhile.
async fn learn(
    mut training: Training,
    turns: &Mutex<Analyzer>,
    is_current: &dyn Fn() -> bool,
    tell: &dyn Fn(Vec<Epoch>),
) -> Option<Learned> {
    loop {
        let taken = turns.lock().await;
        let begun = now();
        let mut epochs = Vec::new();
        while now() - begun < SLICE
            && let Some(epoch) = training.epoch()
        {
            epochs.push(epoch);
        }
        drop(taken);
        if !is_current() {
            return None;
        }
        if epochs.is_empty() {
            return Some(training.finish());
        }
        tell(epochs);
        after(0).await;
    }
}

fn begin(Material { task, examples, settings }: &Material) -> Result<Training, TeachingProblem> {
    Training::new(task.clone(), examples, settings.clone()).map_err(|error| match error {
        LearningError::OneClass(name) => TeachingProblem::OneClass(name),
        LearningError::Task(_) | LearningError::Uneven => TeachingProblem::Unfit,
    })
}

/// What there is to learn, and from what.
async fn material(teaching: Teaching) -> Result<Material, TeachingProblem> {
    let Teaching { task, mut settings, examples, from_faces, .. } = teaching;
    let examples: Vec<Example> = if from_faces {
        // The release has the trunk's features of each, and no mirror image.
        (settings.place, settings.mirrors) = (Place::Trunk, false);
        Models::faces().await.ok_or(TeachingProblem::NoFaces)?
    } else {
        let shown = examples.into_iter().map(|shown| example(shown, settings.place));
        shown.collect::<Option<_>>().ok_or(TeachingProblem::Unfit)?
    };
    Ok(Material { task, examples, settings })
}

/// A face as an example: its crop, and the features of that and of its mirror image.
///
/// # Errors
/// When the device fails.
pub(super) async fn sample(analyzer: &Analyzer, face: &AnalyzedFace) -> Result<Sample, AnalysisError> {
    let mirrored = analyzer.read_crops(&[flip_horizontal(&face.crop)], None, Views::One).await?;
    let views = mirrored.iter().map(|reading| &reading.features);
    let values = [&face.reading.features].into_iter().chain(views).flat_map(Features::values);
    let features = values.flat_map(f32::to_le_bytes).collect();
    Ok(Sample { size: face.crop.width(), crop: face.crop.as_raw().clone(), features })
}

/// The example that the page sends back; `None` where its features are none.
fn example(ShownExample { number, classes, features }: ShownExample, place: Place) -> Option<Example> {
    let (values, rest) = features.as_chunks::<4>();
    let values: Vec<f32> = values.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect();
    let (plain, mirrored) = values.split_at(values.len() / 2);
    let view = |values: &[f32]| Some(place.of(&Features::from_values(values)?).to_vec());
    let views = [view(plain)?, view(mirrored)?];
    rest.is_empty().then_some(Example { number, views, classes })
}
