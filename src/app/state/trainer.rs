//! Teaching the network new attributes: taking examples, learning, and using what was learned.

use super::alerts::Alerts;
use super::engine::{Engine, PupilNews};
use super::found::Frame;
use crate::app::browser::clock::now;
use crate::app::browser::kept_examples::{examples_in, with_examples};
use crate::app::browser::{address, json, photo, take_away};
use crate::app::model::error::PageError;
use crate::app::model::exercise::Exercise;
use crate::app::model::picture::FileKind;
use crate::learning::{Epoch, Outcome, Settings, Task};
use crate::protocol::{Progress, Sample, Teaching, TeachingProblem};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// Milliseconds between two examples of a video: neighbouring frames show the same.
const APART: f64 = 200.0;
/// How long there is to take one's place, and for how long examples are then taken.
const COUNT_DOWN: u32 = 3;
const TAKES: Duration = Duration::from_secs(4);
/// The parameter of an address that carries a task.
const TASK: &str = "teach";
/// The name of a file of what was learned, and how it ends.
const FILE: &str = "visage-heads.json";
const HEADS: &str = ".json";

/// Where learning stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Phase {
    /// Nothing was learned from these examples yet.
    #[default]
    Shown,
    /// Learning goes on.
    Learning,
    /// It has ended; what came of each attribute on the examples held back.
    Learned(Vec<Outcome>),
    /// Nothing could be learned.
    Failed(TeachingProblem),
}

impl Phase {
    /// What came of each attribute; nothing before there is something.
    pub(crate) fn outcomes(&self) -> &[Outcome] {
        match self {
            Self::Learned(outcomes) => outcomes,
            Self::Shown | Self::Learning | Self::Failed(_) => &[],
        }
    }
}

/// What teaches. A handle, as [`Engine`] is.
#[derive(Clone, Copy)]
pub(crate) struct Trainer(&'static Parts);

/// What makes up the [`Trainer`].
pub(crate) struct Parts {
    /// The task and its examples.
    pub exercise: RwSignal<Exercise>,
    /// How it is learned.
    pub settings: RwSignal<Settings>,
    /// What is told of learning.
    pub epochs: RwSignal<Vec<Epoch>>,
    phase: RwSignal<Phase>,
    // What came of each attribute that was learned alone.
    alone: RwSignal<Vec<Option<Outcome>>>,
    // What is said of each face now.
    in_use: RwSignal<Option<Task>>,
    gathers: RwSignal<bool>,
    // Seconds until examples are taken.
    counts: RwSignal<Option<u32>>,
    // Photos that are read and all of them, while some are.
    reading: RwSignal<Option<(usize, usize)>>,
    taken: StoredValue<f64>,
    turn: StoredValue<u32>,
    heads: StoredValue<JsValue, LocalStorage>,
    /// Whether the examples are saved with what was learned from them.
    pub saves_examples: RwSignal<bool>,
    // Those of a file that is opened, until it has turned out to be one.
    opened: StoredValue<Vec<(Vec<Option<usize>>, Sample)>>,
    engine: Engine,
    alerts: Alerts,
}

impl Deref for Trainer {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0
    }
}

impl Trainer {
    /// One that has taught nothing, with the task in the address if there is one.
    pub(crate) fn new(engine: Engine, alerts: Alerts) -> Self {
        let linked = address::parameter(&window(), TASK);
        let trainer = Self(Box::leak(Box::new(Parts {
            exercise: RwSignal::new(linked.map(|text| Exercise::of_link(&text)).unwrap_or_default()),
            settings: RwSignal::new(Settings::default()),
            epochs: RwSignal::new(Vec::new()),
            phase: RwSignal::new(Phase::default()),
            alone: RwSignal::new(Vec::new()),
            in_use: RwSignal::new(None),
            gathers: RwSignal::new(false),
            counts: RwSignal::new(None),
            reading: RwSignal::new(None),
            taken: StoredValue::new(0.0),
            turn: StoredValue::new(0),
            heads: StoredValue::new_local(JsValue::UNDEFINED),
            saves_examples: RwSignal::new(false),
            opened: StoredValue::new(Vec::new()),
            engine,
            alerts,
        })));
        engine.set_pupil(Rc::new(move |news| trainer.hear(news)));
        trainer
    }

    /// Where learning stands.
    pub(crate) fn phase(self) -> ReadSignal<Phase> {
        self.phase.read_only()
    }

    /// What came of each attribute that was learned alone, where that was asked for.
    pub(crate) fn alone(self) -> ReadSignal<Vec<Option<Outcome>>> {
        self.alone.read_only()
    }

    /// What is said of each face besides its estimates; nothing where nothing was taught.
    pub(crate) fn in_use(self) -> ReadSignal<Option<Task>> {
        self.in_use.read_only()
    }

    /// Whether examples are taken.
    pub(crate) fn gathers(self) -> ReadSignal<bool> {
        self.gathers.read_only()
    }

    /// The seconds until examples are taken.
    pub(crate) fn counts(self) -> ReadSignal<Option<u32>> {
        self.counts.read_only()
    }

    /// How many photos are read, of how many.
    pub(crate) fn reading(self) -> ReadSignal<Option<(usize, usize)>> {
        self.reading.read_only()
    }

    /// Takes examples of the face in focus from now on, or no more.
    pub(crate) fn hold(self, holds: bool) {
        if self.gathers.get_untracked() != holds {
            self.gathers.set(holds);
            self.engine.gather(holds);
        }
    }

    /// Takes examples in a moment, and for some seconds: for who has no hand free.
    pub(crate) fn count_down(self) {
        if self.counts.get_untracked().is_none() && !self.gathers.get_untracked() {
            self.count(COUNT_DOWN);
        }
    }

    fn count(self, seconds: u32) {
        self.counts.set((seconds > 0).then_some(seconds));
        if seconds > 0 {
            set_timeout(move || self.count(seconds - 1), Duration::from_secs(1));
        } else {
            self.hold(true);
            set_timeout(move || self.hold(false), TAKES);
        }
    }

    /// Takes what was dropped on the tab: photos as examples, a file of what was learned before to be used. `false` where neither has a
    /// place.
    pub(crate) fn take_files(self, files: Vec<File>) -> bool {
        let (heads, photos): (Vec<File>, Vec<File>) = files.into_iter().partition(|file| file.name().ends_with(HEADS));
        let is_photo = !photos.is_empty() && !self.exercise.with_untracked(|exercise| exercise.from_faces);
        if is_photo {
            self.read_photos(photos);
        }
        let file = heads.into_iter().next();
        let is_heads = file.is_some();
        file.into_iter().for_each(|file| self.open(file));
        is_photo || is_heads
    }

    /// Takes the largest face of each photo as an example of what is shown now.
    pub(crate) fn read_photos(self, files: Vec<File>) {
        spawn_local(async move {
            let count = files.len();
            for (done, file) in files.iter().enumerate() {
                self.reading.set(Some((done, count)));
                if let Err(error) = self.read_photo(file).await {
                    self.alerts.show(&error);
                }
            }
            self.reading.set(None);
        });
    }

    async fn read_photo(self, file: &File) -> Result<(), PageError> {
        let (kind, header) = photo::examine(file).await?;
        if kind == FileKind::Film {
            return Err(PageError::FilmLeftOut(file.name()));
        }
        let photo = photo::open(&window(), file, &file.name(), &header).await?;
        let frame = Rc::new(Frame::with_details(photo.bitmap, photo.details));
        let analysis = self.engine.read_photo(frame, true).await;
        match analysis.as_ref().and_then(|analysis| analysis.sample.clone()) {
            Some(sample) => {
                // There may be enough by now, which the count says.
                let _ = self.exercise.try_update(|exercise| exercise.show(Arc::new(sample)));
                Ok(())
            }
            None => Err(PageError::NoFaceIn(file.name())),
        }
    }

    /// Learns from the examples.
    pub(crate) fn learn(self) {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.epochs.set(Vec::new());
        self.alone.set(Vec::new());
        let (task, examples, from_faces) = self
            .exercise
            .with_untracked(|exercise| (exercise.task.clone(), exercise.for_worker(), exercise.from_faces));
        let settings = self.settings.get_untracked();
        let teaching = Teaching { turn: self.turn.get_value(), task, settings, examples, from_faces };
        // Nobody who can learn yet is followed by the news that there is somebody.
        self.engine.learn(teaching);
        self.phase.set(Phase::Learning);
    }

    /// Says nothing more of what was learned.
    pub(crate) fn forget(self) {
        self.heads.set_value(JsValue::UNDEFINED);
        self.phase.set(Phase::default());
        self.epochs.set(Vec::new());
        self.engine.use_taught(JsValue::UNDEFINED);
    }

    /// Turns to another exercise. What was learned is forgotten, and the examples are gone.
    pub(crate) fn begin(self, exercise: Exercise) {
        self.exercise.set(exercise);
        self.settings.update(|settings| (settings.spoilt, settings.left_out) = (None, None));
        self.forget();
    }

    /// Forgets what was learned, and all examples.
    pub(crate) fn clear(self) {
        self.exercise.update(|exercise| *exercise = Exercise::of(std::mem::take(&mut exercise.task)));
        self.forget();
    }

    fn hear(self, news: PupilNews) {
        match news {
            PupilNews::Sample { sample, moves } => self.take(Arc::new(sample), moves),
            PupilNews::Learning(turn, progress, heads) if turn == self.turn.get_value() => match progress {
                Progress::Epochs(new) => self.epochs.update(|epochs| epochs.extend(new)),
                Progress::Learned(outcomes) => {
                    self.phase.set(Phase::Learned(outcomes));
                    self.heads.set_value(heads.clone());
                    self.engine.use_taught(heads);
                }
                Progress::Alone(outcomes) => self.alone.set(outcomes),
                Progress::Failed(problem) => self.phase.set(Phase::Failed(problem)),
            },
            PupilNews::Learning(..) => {}
            PupilNews::Used(Ok(task)) => {
                let opened = self.opened.try_update_value(std::mem::take).unwrap_or_default();
                if let Some(task) = task.clone().filter(|_| !opened.is_empty()) {
                    self.exercise.set(Exercise::shown_before(task, opened));
                }
                self.in_use.set(task);
            }
            PupilNews::Used(Err(problem)) => {
                self.opened.set_value(Vec::new());
                // No worker that comes later is to refuse it again.
                self.heads.set_value(JsValue::UNDEFINED);
                self.engine.use_taught(JsValue::UNDEFINED);
                self.in_use.set(None);
                self.alerts.show(&PageError::Heads(problem));
            }
            PupilNews::Again => {
                if self.phase.with_untracked(|phase| *phase == Phase::Learning) {
                    self.learn();
                }
            }
        }
    }

    fn take(self, sample: Arc<Sample>, moves: bool) {
        if !self.gathers.get_untracked() || (moves && now() - self.taken.get_value() < APART) {
            return;
        }
        self.taken.set_value(now());
        let is_taken = self.exercise.try_update(|exercise| exercise.show(sample)).unwrap_or_default();
        if !moves || !is_taken {
            // More of the same would teach nothing.
            self.hold(false);
        }
    }

    /// Saves what was learned as a file, with the examples where the visitor wants that.
    pub(crate) fn save(self) {
        let heads = self.heads.get_value();
        let file = if self.saves_examples.get_untracked() {
            self.exercise.with_untracked(|exercise| with_examples(&window(), &heads, &exercise.examples))
        } else {
            Ok(heads)
        };
        let saved = file
            .and_then(|file| json::written(&file))
            .and_then(|text| take_away::text(&text, "application/json"))
            .and_then(|file| take_away::download(&document(), &file, FILE));
        self.alerts.tell(saved, "notice-saved");
    }

    /// Uses what was learned before and saved in a file. The examples in it, if there are any, take the place of others.
    pub(crate) fn open(self, file: File) {
        spawn_local(async move {
            let text = JsFuture::from(file.text()).await.map_err(|_| PageError::UnreadableFile(file.name()));
            match text.map(|text| text.as_string().unwrap_or_default()) {
                Ok(text) => {
                    let heads = json::read(&text).unwrap_or(JsValue::FALSE);
                    self.opened.set_value(examples_in(&window(), &heads));
                    self.heads.set_value(heads.clone());
                    self.engine.use_taught(heads);
                }
                Err(error) => self.alerts.show(&error),
            }
        });
    }

    /// Puts a link into the clipboard that opens the page with this task, without its examples.
    pub(crate) fn copy_link(self) {
        let link = self.exercise.with_untracked(Exercise::link);
        let copying = address::with_parameters(&window(), &[("panel", "teach"), (TASK, &link)])
            .and_then(|link| take_away::copy_text(&window(), &link));
        spawn_local(async move {
            self.alerts.tell(take_away::copied(copying).await, "notice-copied");
        });
    }
}
