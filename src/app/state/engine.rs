//! The engine as the page sees it: how it is, what it is asked, what it found last.

use super::super::browser::address::of_release;
use super::super::browser::engine_client::EngineClient;
use super::super::model::engine_state::EngineState;
use super::super::model::error::PageError;
use super::super::model::instruments::Instruments;
use super::super::model::lesson::Lesson;
use super::super::model::mailbox::Mailbox;
use super::super::model::session_log::SessionLog;
use super::super::model::settings::Settings;
use super::super::model::smoothing::Smoother;
use super::alerts::Alerts;
use super::source::Source;
use crate::estimates::Estimates;
use crate::protocol::{Analysis, BackendChoice, Failure, Request, Response};
use js_sys::{Function, Promise};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::ops::Deref;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// The script that starts the worker, beside the page.
const WORKER_SCRIPT: &str = "worker-start.js";

/// The engine and what it found last. There is one for as long as the page is open, so that a handle is a mere address:
/// half the page's closures hold one.
#[derive(Clone, Copy)]
pub struct Engine(&'static Parts);

/// What makes up the [`Engine`].
pub struct Parts {
    state: RwSignal<EngineState>,
    analysis: RwSignal<Option<Arc<Analysis>>>,
    latest: RwSignal<Option<Arc<Analysis>>>,
    smoother: StoredValue<Smoother>,
    settings: RwSignal<Settings>,
    alerts: Alerts,
    client: StoredValue<Option<EngineClient>, LocalStorage>,
    mailbox: StoredValue<Mailbox<Source>, LocalStorage>,
    next_frame: StoredValue<u32>,
    oldest_wanted_frame: StoredValue<u32>,
    // What is asked about again when the settings change: a photo or a frozen picture.
    still: StoredValue<Option<Source>, LocalStorage>,
    crops: StoredValue<Mailbox<(u32, Vec<u8>)>>,
    // Counts how often what was said about crops became void.
    crop_turn: StoredValue<u32>,
    crop_estimates: RwSignal<Option<Estimates>>,
    instruments: RwSignal<Instruments>,
    log: RwSignal<SessionLog>,
    // Resolve the promises of those who wait for the next answer.
    waiting: StoredValue<Vec<Function>, LocalStorage>,
}

impl Deref for Engine {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0
    }
}

impl Engine {
    /// An engine that has not been started.
    pub fn new(settings: RwSignal<Settings>, alerts: Alerts) -> Self {
        Self(Box::leak(Box::new(Parts {
            state: RwSignal::new(EngineState::default()),
            analysis: RwSignal::new(None),
            latest: RwSignal::new(None),
            smoother: StoredValue::new(Smoother::default()),
            settings,
            alerts,
            client: StoredValue::new_local(None),
            mailbox: StoredValue::new_local(Mailbox::default()),
            next_frame: StoredValue::new(0),
            oldest_wanted_frame: StoredValue::new(0),
            still: StoredValue::new_local(None),
            crops: StoredValue::new(Mailbox::default()),
            crop_turn: StoredValue::new(0),
            crop_estimates: RwSignal::new(None),
            instruments: RwSignal::new(Instruments::default()),
            log: RwSignal::new(SessionLog::default()),
            waiting: StoredValue::new_local(Vec::new()),
        })))
    }

    /// How the engine is.
    pub fn state(self) -> ReadSignal<EngineState> {
        self.state.read_only()
    }

    /// What it found in the newest frame, before any smoothing.
    pub fn latest(self) -> ReadSignal<Option<Arc<Analysis>>> {
        self.latest.read_only()
    }

    /// What it found in the newest frame of the present source; of a video smoothed over time, if the visitor wants that.
    pub fn analysis(self) -> ReadSignal<Option<Arc<Analysis>>> {
        self.analysis.read_only()
    }

    /// Starts the engine, or starts it anew, on the device that the settings name.
    pub fn start(self) {
        self.launch(self.settings.with_untracked(|settings| settings.backend), None);
    }

    /// Forgets what was found and what waits: the stage shows something else from now on.
    pub fn forget(self) {
        self.oldest_wanted_frame.set_value(self.next_frame.get_value());
        self.mailbox.update_value(Mailbox::discard);
        self.still.set_value(None);
        self.smoother.update_value(Smoother::forget);
        self.latest.set(None);
        self.analysis.set(None);
    }

    /// Asks about the newest frame of a source, as soon as the engine has time.
    pub fn ask(self, source: Source) {
        self.run(|mailbox| mailbox.offer(source));
    }

    /// Asks about a source that stands still, and again whenever something else is to be explained.
    pub fn ask_still(self, source: Source) {
        self.still.set_value(Some(source.clone()));
        self.ask(source);
    }

    /// Has a crop of `size × size` RGB pixels read, as soon as the engine has time.
    pub fn read_crop(self, size: u32, rgb: Vec<u8>) {
        self.run_crop(|mailbox| mailbox.offer((size, rgb)));
    }

    /// What the network says about the crop that was read last.
    pub fn crop_estimates(self) -> ReadSignal<Option<Estimates>> {
        self.crop_estimates.read_only()
    }

    /// Forgets what was said about a crop.
    pub fn forget_crop(self) {
        self.crops.update_value(Mailbox::discard);
        self.crop_turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.crop_estimates.set(None);
    }

    fn run_crop(self, change: impl FnOnce(&mut Mailbox<(u32, Vec<u8>)>) -> Option<(u32, Vec<u8>)>) {
        let Some((size, rgb)) = self.crops.try_update_value(change).flatten() else { return };
        self.send(&Request::ReadCrop { number: self.crop_turn.get_value(), size, rgb });
    }

    /// Resolves when the engine has next answered about what is on the stage, whether it found anything or failed.
    pub async fn answered(self) {
        let promise = Promise::new(&mut |resolve, _| self.waiting.update_value(|waiting| waiting.push(resolve)));
        // The promise is only ever resolved.
        let _ = JsFuture::from(promise).await;
    }

    fn tell_waiting(self) {
        let waiting = self.waiting.try_update_value(std::mem::take).unwrap_or_default();
        // Resolving a promise does not throw.
        waiting.iter().for_each(|resolve| drop(resolve.call0(&JsValue::NULL)));
    }

    /// What stood still moves again.
    pub fn release(self) {
        self.still.set_value(None);
    }

    /// The last frames' times.
    pub fn instruments(self) -> ReadSignal<Instruments> {
        self.instruments.read_only()
    }

    /// Whether there is a session log to save.
    pub fn has_log(self) -> bool {
        self.log.with(|log| !log.is_empty())
    }

    /// What was estimated over the session, without what is hidden.
    pub fn log_as_csv(self, settings: &Settings) -> String {
        self.log.with_untracked(|log| log.to_csv(|attribute| settings.hides(attribute)))
    }

    /// Asks about what stands still on the stage once more, if anything does: what is to be explained has changed.
    pub fn ask_again(self) {
        if let Some(still) = self.still.get_value() {
            self.ask(still);
        }
    }

    fn launch(self, backend: BackendChoice, after_failure: Option<Failure>) {
        self.state.set(EngineState::default());
        self.mailbox.update_value(Mailbox::close);
        let start = of_release(&window(), "").and_then(|base_url| {
            let request = Request::Start { backend, base_url, after_failure };
            let script = of_release(&window(), WORKER_SCRIPT)?;
            EngineClient::start(&script, move |response| self.receive(response, &request))
        });
        match start {
            Ok(client) => self.client.set_value(Some(client)),
            Err(error) => self.state.set(EngineState::Failed(error.phrase())),
        }
    }

    fn receive(self, response: Response, start: &Request) {
        if let Some(state) = EngineState::announced_by(&response) {
            self.state.set(state);
        }
        match response {
            Response::Listening => self.send(start),
            Response::Loading { .. } | Response::Settled(_) => {}
            Response::Ready(_) => {
                self.ask_again();
                self.run(Mailbox::open);
                self.run_crop(Mailbox::open);
            }
            Response::Failed { failure, retry_on_cpu } => self.give_up(failure, retry_on_cpu),
            Response::Analyzed(analysis) => {
                if analysis.frame >= self.oldest_wanted_frame.get_value() {
                    self.show(analysis);
                    self.tell_waiting();
                }
                self.run(Mailbox::finish);
            }
            Response::CropRead { number, estimates } => {
                if number == self.crop_turn.get_value() {
                    self.crop_estimates.set(estimates);
                }
                self.run_crop(Mailbox::finish);
            }
            Response::FrameFailed { frame, failure } => {
                if frame >= self.oldest_wanted_frame.get_value() {
                    self.alerts.show(&PageError::Engine(failure));
                    self.tell_waiting();
                }
                self.run(Mailbox::finish);
            }
        }
    }

    fn show(self, analysis: Analysis) {
        let now = now();
        self.instruments.update(|instruments| instruments.note(analysis.timings, now));
        self.log.update(|log| log.note(&analysis.faces, now));
        let latest = Arc::new(analysis);
        let is_video = self.still.with_value(Option::is_none);
        let shown = if is_video && self.settings.with_untracked(|settings| settings.smooth) {
            let mut smoothed = (*latest).clone();
            self.smoother.update_value(|smoother| smoother.smooth(&mut smoothed.faces, now));
            Arc::new(smoothed)
        } else {
            self.smoother.update_value(Smoother::forget);
            latest.clone()
        };
        self.latest.set(Some(latest));
        self.analysis.set(Some(shown));
    }

    fn send(self, request: &Request) {
        let sent = self.client.with_value(|client| client.as_ref().map(|client| client.send(request, None)));
        if let Some(Err(error)) = sent {
            self.state.set(EngineState::Failed(error.phrase()));
        }
    }

    /// Ends the worker that failed, and lets another one try on the CPU where that may help and is not ruled out.
    fn give_up(self, failure: Failure, retry_on_cpu: bool) {
        self.mailbox.update_value(Mailbox::close);
        self.crops.update_value(Mailbox::close);
        let forced = self.settings.with_untracked(|settings| settings.backend == BackendChoice::WebGpu);
        let goes_on = retry_on_cpu && !forced;
        // What waits is asked again of the next worker, if there is one.
        if !goes_on {
            self.tell_waiting();
        }
        // Later, because this runs inside a callback that ends with the worker.
        spawn_local(async move {
            self.client.set_value(None);
            if goes_on {
                self.launch(BackendChoice::Cpu, Some(failure));
            }
        });
    }

    /// Changes the mailbox and starts the work that this brings to its top.
    fn run(self, change: impl FnOnce(&mut Mailbox<Source>) -> Option<Source>) {
        let Some(source) = self.mailbox.try_update_value(change).flatten() else {
            return;
        };
        let frame = self.next_frame.get_value();
        self.next_frame.set_value(frame.wrapping_add(1));
        spawn_local(async move {
            match self.send_frame(frame, &source).await {
                Ok(true) => {}
                Ok(false) => {
                    self.tell_waiting();
                    self.run(Mailbox::finish);
                }
                Err(error) => {
                    self.alerts.show(&error);
                    self.tell_waiting();
                    self.run(Mailbox::finish);
                }
            }
        });
    }

    /// Sends the newest frame of a source under a number. `false` if there was none or nobody to send it to.
    async fn send_frame(self, frame: u32, source: &Source) -> Result<bool, PageError> {
        let Some(bitmap) = source.newest_frame(&window()).await? else {
            return Ok(false);
        };
        let explain = self
            .state
            .with_untracked(|state| self.settings.with_untracked(|settings| settings.explain.to_request(state.info())));
        let continues = !source.is_photo() && frame > self.oldest_wanted_frame.get_value();
        let dissect = self.settings.with_untracked(|settings| settings.lesson.is_some_and(Lesson::looks_inside));
        // What stands still is worth a look at all of it.
        let is_moving = self.still.with_value(Option::is_none);
        let follow = is_moving && self.settings.with_untracked(|settings| settings.follow);
        let request = Request::Analyze { frame, continues, follow, explain, dissect };
        self.client.with_value(|client| match client {
            Some(client) => client.send(&request, Some(&bitmap)).map(|()| true),
            None => Ok(false),
        })
    }
}

/// Milliseconds since the page began.
fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}
