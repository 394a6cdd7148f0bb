//! The engine as the page sees it: how it is, what it is asked, what it found last.

use super::alerts::Alerts;
use super::aside::Aside;
use super::crop_reader::CropReader;
use super::findings::{Findings, Motion};
use super::found::{Found, Frame};
use super::records::Records;
use super::selection::Selection;
use super::source::Source;
use super::workers::{News, Workers};
use crate::app::browser::clock::now;
use crate::app::browser::engine_client::Luggage;
use crate::app::model::engine_state::EngineState;
use crate::app::model::error::PageError;
use crate::app::model::mailbox::Mailbox;
use crate::app::model::second_opinion::SecondOpinion;
use crate::app::model::session_log::Kind;
use crate::app::model::settings::Settings;
use crate::learning::Task;
use crate::protocol::{Analysis, Progress, Request, Response, Sample, Teaching, TeachingProblem};
use js_sys::{Function, Promise};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Milliseconds before an answer is expected at which the next frame is read: about as long as that takes.
const LEAD: f64 = 20.0;
/// Share of the newest frame in the mean time that an answer takes.
const NEWEST: f64 = 0.2;
/// Milliseconds between two frames of a video in which nobody is.
const IDLE: f64 = 150.0;

/// The engine and what it found last. There is one for as long as the page is open, so that a handle is a mere address:
/// half the page's closures hold one.
#[derive(Clone, Copy)]
pub(crate) struct Engine(&'static Parts);

/// What makes up the [`Engine`].
pub(crate) struct Parts {
    records: Records,
    crops: CropReader,
    workers: Workers,
    findings: Findings,
    aside: Aside,
    settings: RwSignal<Settings>,
    alerts: Alerts,
    mailbox: StoredValue<Mailbox<Work>, LocalStorage>,
    // Whether the next frame is being read while an answer is waited for.
    reads_ahead: StoredValue<bool>,
    // Mean time that an answer takes, in milliseconds.
    mean: StoredValue<Option<f64>>,
    // What the workers remember of the video on the stage.
    video: StoredValue<JsValue, LocalStorage>,
    // And of the photo there.
    picture: StoredValue<JsValue, LocalStorage>,
    // How far the search for that one's faces has come: the share that is done, and the faces by then.
    search: RwSignal<Option<(f32, u32)>>,
    // How far the second network is.
    second: RwSignal<SecondOpinion>,
    next_frame: StoredValue<u32>,
    oldest_wanted_frame: StoredValue<u32>,
    // The frame of the stage that was sent last.
    sent: StoredValue<Option<Sent>>,
    // What is asked about again when the settings change: a photo or a frozen picture.
    still: StoredValue<Option<Source>, LocalStorage>,
    // Whether the face in focus is wanted as an example.
    gathers: StoredValue<bool>,
    // Hears what concerns teaching.
    pupil: StoredValue<Option<Pupil>, LocalStorage>,
    // Resolve the promises of those who wait for the next answer.
    waiting: StoredValue<Vec<Function>, LocalStorage>,
}

/// What is heard of teaching.
pub(crate) enum PupilNews {
    /// The face in focus as an example; `moves` where it is a video's.
    Sample {
        /// The example.
        sample: Sample,
        /// Whether others may follow.
        moves: bool,
    },
    /// How learning goes; what was learned comes with the end.
    Learning(u32, Progress, JsValue),
    /// What was learned is used, or cannot be.
    Used(Result<Option<Task>, TeachingProblem>),
    /// Who was learning is gone, and another can be asked.
    Again,
}

/// Whoever hears the news of teaching.
pub(crate) type Pupil = Rc<dyn Fn(PupilNews)>;

/// What the engine is to do for the stage next.
enum Work {
    /// Read the newest frame of a source, and ask about it.
    Read(Source),
    /// Ask about a frame that has been read already.
    Ask(Reading),
}

/// A frame that has been read.
struct Reading {
    bitmap: Frame,
    // Of a photo that is larger, and has not been looked at.
    details: Option<Frame>,
    mirrored: bool,
    // Since the beginning of a video.
    seconds: Option<f64>,
}

/// What is known of a frame when it is sent, and said of it when its answer comes.
#[derive(Clone, Copy)]
struct Sent {
    frame: u32,
    // When it was sent, by the page's clock.
    at: f64,
    mirrored: bool,
    // Since the beginning of a video.
    seconds: Option<f64>,
    motion: Motion,
}

impl Deref for Engine {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0
    }
}

impl Engine {
    /// An engine that has not been started.
    pub(crate) fn new(settings: RwSignal<Settings>, alerts: Alerts) -> Self {
        let workers = Workers::new(alerts);
        Self(Box::leak(Box::new(Parts {
            records: Records::new(),
            crops: CropReader::new(workers),
            workers,
            findings: Findings::new(settings),
            aside: Aside::new(workers, settings),
            settings,
            alerts,
            mailbox: StoredValue::new_local(Mailbox::default()),
            reads_ahead: StoredValue::new(false),
            mean: StoredValue::new(None),
            video: StoredValue::new_local(JsValue::UNDEFINED),
            picture: StoredValue::new_local(JsValue::UNDEFINED),
            search: RwSignal::new(None),
            second: RwSignal::new(SecondOpinion::default()),
            next_frame: StoredValue::new(0),
            oldest_wanted_frame: StoredValue::new(0),
            sent: StoredValue::new(None),
            still: StoredValue::new_local(None),
            gathers: StoredValue::new(false),
            pupil: StoredValue::new_local(None),
            waiting: StoredValue::new_local(Vec::new()),
        })))
    }

    /// How the engine is.
    pub(crate) fn state(self) -> ReadSignal<EngineState> {
        self.workers.state()
    }

    /// The newest frame of the present source that was analysed, with what was found in it.
    pub(crate) fn found(self) -> ReadSignal<Option<Found>, LocalStorage> {
        self.findings.found()
    }

    /// What was found in that frame, before any smoothing.
    pub(crate) fn latest(self) -> Signal<Option<Arc<Analysis>>> {
        self.findings.latest()
    }

    /// Whether there is no light in that frame of a video.
    pub(crate) fn sees_black(self) -> bool {
        self.findings.sees_black()
    }

    /// What was found in that frame; of a video smoothed over time, if the visitor wants that.
    pub(crate) fn analysis(self) -> Signal<Option<Arc<Analysis>>> {
        self.findings.analysis()
    }

    /// How far the search for a photo's faces has come: the share that is done, 0 to 1, and the faces that were found by then.
    pub(crate) fn search(self) -> ReadSignal<Option<(f32, u32)>> {
        self.search.read_only()
    }

    /// How far the second network is, which can be asked about photos as well.
    pub(crate) fn second(self) -> ReadSignal<SecondOpinion> {
        self.second.read_only()
    }

    /// The face that is looked at more closely.
    pub(crate) fn selection(self) -> Selection {
        self.findings.selection()
    }

    /// What is noted of the frames.
    pub(crate) fn records(self) -> &'static Records {
        &self.0.records
    }

    /// What reads painted crops.
    pub(crate) fn crops(self) -> &'static CropReader {
        &self.0.crops
    }

    /// Starts the engine, or starts it anew, on the devices that the settings name.
    pub(crate) fn start(self) {
        self.mailbox.update_value(Mailbox::close);
        self.crops().close();
        let choice = self.settings.with_untracked(|settings| settings.backend);
        self.workers.start(choice, Rc::new(move |news| self.hear(news)));
    }

    /// Forgets what was found and what waits: the stage shows nothing from now on, or something that is not to be in the log.
    pub(crate) fn forget(self) {
        self.begin(None);
    }

    /// Forgets what was found and what waits: the stage shows something else from now on, which the log is to have under this
    /// name.
    pub(crate) fn begin(self, subject: Option<(Kind, String)>) {
        self.oldest_wanted_frame.set_value(self.next_frame.get_value());
        self.mailbox.update_value(Mailbox::discard);
        self.reads_ahead.set_value(false);
        self.video.set_value(JsValue::UNDEFINED);
        self.picture.set_value(JsValue::UNDEFINED);
        self.search.set(None);
        self.still.set_value(None);
        self.records.begin(subject);
        self.findings.forget();
        self.tell_waiting(false);
    }

    /// Asks about the newest frame of a source, as soon as the engine has time. A frame of a video is passed over where one is on its
    /// way already, or where nobody was in the last one and that is not long ago.
    pub(crate) fn ask(self, source: Source) {
        if source.seconds().is_some() && self.still.with_value(Option::is_none) {
            let has_next = self.mailbox.with_value(|mailbox| matches!(mailbox.waiting(), Some(Work::Ask(_))));
            let is_empty = self.findings.count() == Some(0);
            let is_recent = self.sent.get_value().is_some_and(|sent| now() - sent.at < IDLE);
            if has_next || self.reads_ahead.get_value() || (is_empty && is_recent) {
                return;
            }
        }
        self.run(|mailbox| mailbox.offer(Work::Read(source)));
    }

    /// Asks about a source that stands still, and again whenever something else is to be explained.
    pub(crate) fn ask_still(self, source: Source) {
        self.mailbox.update_value(Mailbox::discard);
        self.reads_ahead.set_value(false);
        self.still.set_value(Some(source.clone()));
        self.ask(source);
    }

    /// Has `pupil` hear what concerns teaching.
    pub(crate) fn set_pupil(self, pupil: Pupil) {
        self.pupil.set_value(Some(pupil));
    }

    fn tell_pupil(self, news: PupilNews) {
        if let Some(pupil) = self.pupil.get_value() {
            pupil(news);
        }
    }

    /// Takes examples of the face in focus from now on, or no more. Of what stands still it is one.
    pub(crate) fn gather(self, gathers: bool) {
        self.gathers.set_value(gathers);
        if gathers {
            self.ask_again();
        }
    }

    /// Has a task learned, if there is somebody who can.
    pub(crate) fn learn(self, teaching: Teaching) {
        if let Err(error) = self.workers.teach(teaching) {
            self.alerts.show(&error);
        }
    }

    /// Has said of each face what was learned; nothing where that is nothing.
    pub(crate) fn use_taught(self, taught: JsValue) {
        if let Err(error) = self.workers.use_taught(taught) {
            self.alerts.show(&error);
        }
    }

    /// Has a second network asked about photos as well as soon as it has arrived, or none any more.
    pub(crate) fn ask_second(self, wanted: bool) {
        self.settings.update(|settings| settings.second_opinion = wanted);
        self.second.set(if wanted { SecondOpinion::Arriving(0.0) } else { SecondOpinion::Unasked });
        match self.workers.ask_second(wanted) {
            // Who has just been told asks no more.
            Ok(()) if !wanted => self.ask_again(),
            Ok(()) => {}
            Err(error) => self.alerts.show(&error),
        }
    }

    /// Resolves when the engine has next answered about what is on the stage. `false` if it failed, or if there is something
    /// else on the stage before it could answer.
    pub(crate) async fn answered(self) -> bool {
        let promise = Promise::new(&mut |resolve, _| self.waiting.update_value(|waiting| waiting.push(resolve)));
        // The promise is only ever resolved.
        JsFuture::from(promise).await.is_ok_and(|answer| answer.is_truthy())
    }

    fn tell_waiting(self, has_answer: bool) {
        let waiting = self.waiting.try_update_value(std::mem::take).unwrap_or_default();
        // Resolving a promise does not throw.
        waiting.iter().for_each(|resolve| drop(resolve.call1(&JsValue::NULL, &JsValue::from_bool(has_answer))));
    }

    /// Has a photo analysed that is not on the stage; see [`Aside::read`].
    pub(crate) fn read_photo(self, photo: Rc<Frame>, gather: bool) -> impl Future<Output = Option<Arc<Analysis>>> {
        self.0.aside.read(self.next_number(), photo, gather)
    }

    /// What stood still moves again.
    pub(crate) fn release(self) {
        self.still.set_value(None);
    }

    /// Asks about what stands still on the stage once more, if anything does: what is to be explained has changed.
    pub(crate) fn ask_again(self) {
        if let Some(still) = self.still.get_value() {
            self.ask(still);
        }
    }

    fn hear(self, news: News) {
        match news {
            News::Ready => {
                self.ask_again();
                self.run(Mailbox::open);
                self.crops().open();
                self.0.aside.send();
                self.tell_pupil(PupilNews::Again);
            }
            News::Gone => {
                // What waits is asked again of the next worker, if there is one.
                self.mailbox.update_value(Mailbox::close);
                self.crops().ask_another();
                // Whoever waits for the answer about what moves is to go on with another frame.
                if self.still.with_value(Option::is_none) {
                    self.tell_waiting(false);
                }
            }
            News::Answer(response, attached) => {
                self.receive(response, attached.frame.map(Frame::new), attached.memory);
            }
        }
    }

    /// Takes in what the engine says, the frame that it sends back, and what is to be remembered of its video or picture.
    fn receive(self, response: Response, frame: Option<Frame>, memory: JsValue) {
        match response {
            // These are between the workers.
            Response::Loading { .. } | Response::Ready(_) | Response::Failed(_) => {}
            Response::Searching { frame, share, faces } => {
                if self.sent.get_value().is_some_and(|sent| sent.frame == frame) && self.is_wanted(frame) {
                    self.search.set(Some((share, faces)));
                }
            }
            Response::Analyzed(analysis) if self.0.aside.is(analysis.frame) => {
                self.0.aside.end(analysis.frame, Some(analysis));
            }
            Response::Analyzed(mut analysis) => {
                let number = analysis.frame;
                // Another frame was sent since, and its answer is waited for.
                let Some(sent) = self.sent.get_value().filter(|sent| sent.frame == number) else { return };
                let shown = frame.filter(|_| self.is_wanted(number));
                if shown.is_some() {
                    let place = if analysis.searched { self.picture } else { self.video };
                    place.set_value(memory);
                    self.note_time(now() - sent.at);
                }
                // The worker has the next frame before the page is busy with this one.
                self.run(Mailbox::finish);
                if let Some(frame) = shown {
                    self.search.set(None);
                    if let Some(sample) = analysis.sample.take() {
                        self.tell_pupil(PupilNews::Sample { sample, moves: sent.motion.moves });
                    }
                    let now = now();
                    self.records.note(&analysis, sent.seconds, now);
                    self.findings.show(analysis, frame, sent.mirrored, sent.motion, now);
                    self.tell_waiting(true);
                }
            }
            Response::Learning { turn, progress } => self.tell_pupil(PupilNews::Learning(turn, progress, memory)),
            Response::TaughtUsed(used) => {
                self.tell_pupil(PupilNews::Used(used));
                self.ask_again();
            }
            // It may have been called off.
            Response::SecondArrives(share) if self.second.get_untracked() != SecondOpinion::Unasked => {
                let second = SecondOpinion::arrived(share);
                self.second.set(second);
                if second == SecondOpinion::Asked {
                    self.ask_again();
                }
            }
            Response::SecondArrives(_) => {}
            Response::SecondFailed(failure) => {
                self.alerts.show(&PageError::Engine(failure));
                self.ask_second(false);
            }
            Response::CropRead { number, estimates } => self.crops().hear(number, estimates),
            Response::FrameFailed { frame: number, .. } if self.0.aside.is(number) => self.0.aside.end(number, None),
            Response::FrameFailed { frame: number, failure } => {
                if self.is_wanted(number) {
                    self.alerts.show(&PageError::Engine(failure));
                    self.tell_waiting(false);
                }
                if self.sent.get_value().is_some_and(|sent| sent.frame == number) {
                    self.run(Mailbox::finish);
                }
            }
        }
    }

    fn note_time(self, milliseconds: f64) {
        self.mean.update_value(|mean| {
            *mean = Some(mean.map_or(milliseconds, |mean| mean + NEWEST * (milliseconds - mean)));
        });
    }

    /// Changes the mailbox and starts the work that this brings to its top.
    fn run(self, change: impl FnOnce(&mut Mailbox<Work>) -> Option<Work>) {
        let Some(work) = self.mailbox.try_update_value(change).flatten() else {
            return;
        };
        let frame = self.next_number();
        match work {
            Work::Ask(reading) => self.send_or_go_on(frame, Ok(Some(reading))),
            Work::Read(source) => spawn_local(async move {
                let read = self.read(&source).await;
                self.send_or_go_on(frame, read);
            }),
        }
    }

    /// Sends what was read, and goes on with what waits where that fails.
    fn send_or_go_on(self, frame: u32, read: Result<Option<Reading>, PageError>) {
        // Something else may have come onto the stage meanwhile.
        let reading = read.map(|reading| reading.filter(|_| self.is_wanted(frame)));
        let failure = match reading.and_then(|reading| reading.map_or(Ok(false), |reading| self.send(frame, reading))) {
            Ok(true) => return,
            Ok(false) => None,
            Err(error) => Some(error),
        };
        if self.is_wanted(frame) {
            if let Some(error) = failure {
                self.alerts.show(&error);
            }
            self.tell_waiting(false);
        }
        self.run(Mailbox::finish);
    }

    /// Reads the newest frame of a source.
    async fn read(self, source: &Source) -> Result<Option<Reading>, PageError> {
        let (mirrored, seconds) = (source.is_mirrored(), source.seconds());
        let bitmap = source.newest_frame(&window()).await?.map(Frame::new);
        let details = source.take_details().map(Frame::new);
        Ok(bitmap.map(|bitmap| Reading { bitmap, details, mirrored, seconds }))
    }

    /// Reads the next frame of a video a moment before the answer about the last one is expected, so that it can be sent at once.
    fn read_ahead(self, last: u32) {
        let Some(mean) = self.mean.get_value() else { return };
        let turn = self.oldest_wanted_frame.get_value();
        let read = move || {
            let is_asked = self.sent.get_value().is_some_and(|sent| sent.frame == last);
            let is_same =
                move || self.oldest_wanted_frame.get_value() == turn && self.still.with_value(Option::is_none);
            if !is_asked || !is_same() || self.reads_ahead.get_value() {
                return;
            }
            let waiting = self.mailbox.try_update_value(Mailbox::take_waiting).flatten();
            let Some(Work::Read(source)) = waiting else { return };
            self.reads_ahead.set_value(true);
            spawn_local(async move {
                let reading = self.read(&source).await;
                if is_same() {
                    self.reads_ahead.set_value(false);
                    // What cannot be read now is told when it is tried again.
                    let work = reading.ok().flatten().map_or(Work::Read(source), Work::Ask);
                    self.run(|mailbox| mailbox.offer(work));
                }
            });
        };
        set_timeout(read, Duration::from_millis((mean - LEAD).max(0.0) as u64));
    }

    fn next_number(self) -> u32 {
        let frame = self.next_frame.get_value();
        self.next_frame.set_value(frame.wrapping_add(1));
        frame
    }

    /// Whether a frame is one of what is on the stage.
    fn is_wanted(self, frame: u32) -> bool {
        frame >= self.oldest_wanted_frame.get_value()
    }

    /// Sends a frame under a number. `false` if there is nobody to send it to.
    fn send(self, frame: u32, reading: Reading) -> Result<bool, PageError> {
        let Reading { bitmap, details, mirrored, seconds } = reading;
        let last = self.sent.get_value().filter(|last| self.is_wanted(last.frame));
        // A film that begins again is another video.
        let continues = seconds.is_some() && last.is_some_and(|last| last.seconds <= seconds);
        // What stands still is worth a look at all of it.
        let moves = self.still.with_value(Option::is_none);
        let (follow, dissect) =
            self.settings.with_untracked(|settings| (moves && settings.follow, settings.looks_inside()));
        self.workers.choose(self.findings.count().unwrap_or(1));
        let request = Request::Analyze {
            frame,
            time: seconds.map(|seconds| 1_000.0 * seconds),
            follow,
            // What the visitor wants explained.
            explain: self.settings.with_untracked(|settings| settings.explain.to_request()),
            dissect,
            focus: self.findings.selection().present(),
            gather: self.gathers.get_value(),
        };
        let memory = match seconds {
            Some(_) if continues => self.video.get_value(),
            Some(_) => JsValue::UNDEFINED,
            None => self.picture.get_value(),
        };
        let motion = Motion { moves, continues };
        self.sent.set_value(Some(Sent { frame, at: now(), mirrored, seconds, motion }));
        let details = details.as_ref().map(Frame::bitmap);
        let is_sent = self.workers.send(&request, &Luggage { frame: Some(bitmap.bitmap()), details, memory })?;
        if is_sent && moves && seconds.is_some() {
            self.read_ahead(frame);
        }
        Ok(is_sent)
    }
}
