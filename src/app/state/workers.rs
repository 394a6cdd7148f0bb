//! The workers behind the page: one that computes on the CPU, and where that may be quicker one on WebGPU. Whoever hangs or breaks
//! down is replaced, and what was asked is asked again.

use super::alerts::Alerts;
use crate::app::browser::address::of_release;
use crate::app::browser::clock::now;
use crate::app::browser::engine_client::{Attached, EngineClient, Luggage, hand_over};
use crate::app::browser::saving::saves_data;
use crate::app::model::costs::Costs;
use crate::app::model::engine_state::{DeviceReason, EngineState, Progress};
use crate::app::model::error::PageError;
use crate::app::model::failure::failure_phrase;
use crate::app::model::patience::Patience;
use crate::app::model::phrase::Phrase;
use crate::protocol::{Backend, BackendChoice, EngineInfo, Failure, Request, Response, Teaching, WebGpuProblem};
use js_sys::Array;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsValue;

/// The scripts that start the workers, beside the page.
const CPU_SCRIPT: &str = "cpu-start.js";
const GPU_SCRIPT: &str = "gpu-start.js";
/// By this name the script knows that WebGPU may be software.
const ANY_ADAPTER: &str = "any";

/// How often the workers are looked after.
const WATCH: Duration = Duration::from_millis(500);
/// Milliseconds between two looks after which the page itself has slept, and nobody else is to blame.
const SLEPT: f64 = 3_000.0;
/// Milliseconds without a word from a worker that starts, after which the visitor is told.
const STALLS: f64 = 8_000.0;
/// Milliseconds without one after which it is given up. WebGPU's compiles its shaders meanwhile, and nobody waits for it.
const SILENT: f64 = 60_000.0;
const COMPILES: f64 = 300_000.0;

/// What the workers have for the rest of the page.
pub(super) enum News {
    /// Questions can be asked; those that waited are to be.
    Ready,
    /// An answer.
    Answer(Response, Attached),
    /// What was asked will not be answered, unless [`Ready`](Self::Ready) follows.
    Gone,
}

/// The workers. There is one set of them for as long as the page is open, so that a handle is a mere address.
#[derive(Clone, Copy)]
pub(super) struct Workers(&'static Parts);

/// What makes up the [`Workers`].
pub(super) struct Parts {
    state: RwSignal<EngineState>,
    alerts: Alerts,
    standing: SendWrapper<RefCell<Standing>>,
}

/// How the workers stand.
struct Standing {
    choice: BackendChoice,
    cpu: Seat,
    web_gpu: Seat,
    // Whose turn the next frame is.
    current: Backend,
    costs: Costs,
    // How many faces the last frame had.
    faces: usize,
    // Why WebGPU is not used in this visit.
    aside: Option<DeviceReason>,
    tell: Rc<dyn Fn(News)>,
    // What the visitor has taught, which each of them is given.
    taught: JsValue,
    // Whether a second network is asked about photos as well.
    second: bool,
    // When they were last looked after.
    looked: f64,
}

/// A worker's place.
#[derive(Default)]
struct Seat {
    client: Option<EngineClient>,
    info: Option<EngineInfo>,
    patience: Patience,
    // Questions that it has not answered, and since when the first of them waits.
    asked: u32,
    since: f64,
    // When it last said something.
    heard: f64,
    // How many were lost from here. A loss may be told twice, and the next worker is not to be taken for the last one.
    losses: u32,
}

impl Seat {
    /// The place after a loss.
    fn cleared(&self) -> Self {
        Self { losses: self.losses.wrapping_add(1), ..Self::default() }
    }

    fn is_ready(&self) -> bool {
        self.info.is_some()
    }

    /// Who can be sent something.
    fn ready(&self) -> Option<&EngineClient> {
        self.client.as_ref().filter(|_| self.is_ready())
    }
}

impl Standing {
    fn seat(&mut self, backend: Backend) -> &mut Seat {
        match backend {
            Backend::Cpu => &mut self.cpu,
            Backend::WebGpu => &mut self.web_gpu,
        }
    }

    fn give_taught(&mut self, backend: Backend) -> Result<(), PageError> {
        let memory = self.taught.clone();
        self.tell(backend, &Request::UseTaught, &Luggage { memory, ..Luggage::default() })
    }

    fn tell_of_second(&mut self, backend: Backend) -> Result<(), PageError> {
        let request = Request::AskSecond { wanted: self.second };
        self.tell(backend, &request, &Luggage::default())
    }

    /// Sends a worker what is no question, if it is ready.
    fn tell(&mut self, backend: Backend, request: &Request, luggage: &Luggage) -> Result<(), PageError> {
        self.seat(backend).ready().map_or(Ok(()), |client| client.send(request, luggage))
    }

    fn serves(&mut self) -> bool {
        self.seat(self.current).is_ready()
    }

    /// Gives the next frame to whoever is ready with it sooner. Whether that is another than before.
    fn choose(&mut self) -> bool {
        let before = self.current;
        if self.choice == BackendChoice::Auto && self.cpu.is_ready() && self.web_gpu.is_ready() {
            self.current = self.costs.choose(before, self.faces);
        }
        self.current != before
    }

    /// What computes, and why.
    fn state(&mut self) -> Option<EngineState> {
        let info = self.seat(self.current).info.clone()?;
        let reason = match (self.current, &self.aside, &self.web_gpu.info) {
            (Backend::WebGpu, ..) => DeviceReason::AdapterPassed(info.adapter.clone()),
            (Backend::Cpu, Some(reason), _) => reason.clone(),
            (Backend::Cpu, None, Some(other)) => DeviceReason::CpuSooner(other.adapter.clone()),
            (Backend::Cpu, None, None) if self.choice == BackendChoice::Cpu => DeviceReason::CpuWanted,
            (Backend::Cpu, None, None) => DeviceReason::WebGpuPrepared,
        };
        Some(EngineState::Ready { info, reason })
    }
}

impl Deref for Workers {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0
    }
}

impl Workers {
    /// Workers that have not been started.
    pub(super) fn new(alerts: Alerts) -> Self {
        let standing = Standing {
            choice: BackendChoice::Auto,
            cpu: Seat::default(),
            web_gpu: Seat::default(),
            current: Backend::Cpu,
            costs: Costs::default(),
            faces: 1,
            aside: None,
            tell: Rc::new(|_| {}),
            taught: JsValue::UNDEFINED,
            second: false,
            looked: now(),
        };
        let workers = Self(Box::leak(Box::new(Parts {
            state: RwSignal::new(EngineState::default()),
            alerts,
            standing: SendWrapper::new(RefCell::new(standing)),
        })));
        workers.watch();
        workers
    }

    /// How the workers are, together.
    pub(super) fn state(self) -> ReadSignal<EngineState> {
        self.state.read_only()
    }

    /// Starts the workers that `choice` allows, or starts them anew; `tell` hears of what they say.
    pub(super) fn start(self, choice: BackendChoice, tell: Rc<dyn Fn(News)>) {
        let first = if choice == BackendChoice::WebGpu { Backend::WebGpu } else { Backend::Cpu };
        let mut standing = self.standing.borrow_mut();
        *standing = Standing {
            choice,
            cpu: standing.cpu.cleared(),
            web_gpu: standing.web_gpu.cleared(),
            current: first,
            costs: Costs::default(),
            faces: 1,
            aside: None,
            tell,
            taught: standing.taught.clone(),
            second: standing.second,
            looked: now(),
        };
        drop(standing);
        self.state.set(EngineState::default());
        self.launch(first);
    }

    /// Sends a request to the worker whose turn it is, with what goes with it. `false` if there is nobody to send it to.
    pub(super) fn send(self, request: &Request, luggage: &Luggage) -> Result<bool, PageError> {
        let mut standing = self.standing.borrow_mut();
        let current = standing.current;
        let seat = standing.seat(current);
        let Some(client) = seat.ready() else { return Ok(false) };
        client.send(request, luggage)?;
        if seat.asked == 0 {
            seat.since = now();
        }
        seat.asked += 1;
        Ok(true)
    }

    /// Has the worker whose turn it is learn something, if there is one. That is no question: it says by itself how it goes.
    pub(super) fn teach(self, teaching: Teaching) -> Result<(), PageError> {
        let mut standing = self.standing.borrow_mut();
        let current = standing.current;
        standing.tell(current, &Request::Learn(teaching), &Luggage::default())
    }

    /// Has every worker, also those to come, say of faces what was learned.
    pub(super) fn use_taught(self, taught: JsValue) -> Result<(), PageError> {
        let mut standing = self.standing.borrow_mut();
        standing.taught = taught;
        [Backend::Cpu, Backend::WebGpu].into_iter().try_for_each(|backend| standing.give_taught(backend))
    }

    /// Has every worker, also those to come, ask a second network about photos as well, or none any more.
    pub(super) fn ask_second(self, wanted: bool) -> Result<(), PageError> {
        let mut standing = self.standing.borrow_mut();
        standing.second = wanted;
        [Backend::Cpu, Backend::WebGpu].into_iter().try_for_each(|backend| standing.tell_of_second(backend))
    }

    /// Gives the next frame, which may have `faces` faces, to whoever is ready with it sooner.
    pub(super) fn choose(self, faces: usize) {
        let mut standing = self.standing.borrow_mut();
        standing.faces = faces;
        if standing.choose() {
            drop(standing);
            self.publish();
        }
    }

    fn launch(self, backend: Backend) {
        let receive = move |response, attached| self.receive(backend, response, attached);
        let start = |script: &str, name: &str| -> Result<_, PageError> {
            Ok((EngineClient::start(&of_release(&window(), script)?, name, receive)?, Array::new()))
        };
        let choice = self.standing.borrow().choice;
        let started = if backend == Backend::Cpu { EngineClient::started(receive) } else { None };
        let client = match (started, backend, choice) {
            (Some(started), ..) => Ok(started),
            (None, Backend::Cpu, _) => start(CPU_SCRIPT, ""),
            (None, Backend::WebGpu, BackendChoice::WebGpu) => start(GPU_SCRIPT, ANY_ADAPTER),
            (None, Backend::WebGpu, _) => start(GPU_SCRIPT, ""),
        };
        match client {
            Ok((client, said)) => {
                let mut standing = self.standing.borrow_mut();
                let seat = standing.seat(backend);
                (seat.client, seat.heard) = (Some(client), now());
                drop(standing);
                said.iter().for_each(|message| hand_over(message, &receive));
            }
            Err(error) => self.state.set(EngineState::Failed(error.phrase())),
        }
    }

    fn receive(self, backend: Backend, response: Response, attached: Attached) {
        let mut standing = self.standing.borrow_mut();
        let now = now();
        standing.seat(backend).heard = now;
        match response {
            Response::Loading { loaded, total } => {
                let is_awaited = standing.current == backend && !standing.serves();
                drop(standing);
                if is_awaited {
                    self.state.set(EngineState::Loading(Progress { loaded, total, stalls: false }));
                }
            }
            Response::Ready(info) => {
                if info.cost.is_some() {
                    standing.costs.set(backend, info.cost);
                }
                standing.seat(backend).info = Some(info);
                if !standing.taught.is_undefined() {
                    // It is of this release, and the message went to others already.
                    let _ = standing.give_taught(backend);
                }
                if standing.second {
                    // As above.
                    let _ = standing.tell_of_second(backend);
                }
                // Who comes to another that serves already takes a frame over when there is one, and for one that does not at once.
                if standing.choice == BackendChoice::Auto && !standing.serves() {
                    standing.current = backend;
                }
                let is_awaited = standing.current == backend;
                standing.choose();
                drop(standing);
                self.publish();
                if is_awaited {
                    self.tell(News::Ready);
                }
            }
            Response::Failed(failure) => {
                drop(standing);
                self.lose(backend, failure);
            }
            Response::Learning { .. } | Response::TaughtUsed(_) => {
                drop(standing);
                self.tell(News::Answer(response, attached));
            }
            Response::SecondArrives(_) | Response::SecondFailed(_) => {
                // Nobody waits for that of one who is not asked.
                let is_awaited = standing.current == backend;
                drop(standing);
                if is_awaited {
                    self.tell(News::Answer(response, attached));
                }
            }
            Response::Searching { .. } => {
                // It does not hang.
                standing.seat(backend).since = now;
                drop(standing);
                self.tell(News::Answer(response, attached));
            }
            Response::Analyzed(_) | Response::CropRead { .. } | Response::FrameFailed { .. } => {
                let has_slept = now - standing.looked > SLEPT;
                let seat = standing.seat(backend);
                if !has_slept {
                    seat.patience.note(now - seat.since);
                }
                (seat.asked, seat.since) = (seat.asked.saturating_sub(1), now);
                let is_analysis = if let Response::Analyzed(analysis) = &response {
                    let note = if analysis.searched { Costs::note_photo } else { Costs::note };
                    note(&mut standing.costs, backend, &analysis.timings, analysis.faces.len());
                    true
                } else {
                    false
                };
                drop(standing);
                if is_analysis {
                    self.try_web_gpu();
                }
                self.tell(News::Answer(response, attached));
            }
        }
    }

    /// Starts WebGPU's worker, once something was answered without it. Its program is large.
    fn try_web_gpu(self) {
        let standing = self.standing.borrow();
        let is_tried = standing.web_gpu.client.is_some() || standing.aside.is_some();
        let is_wanted = standing.choice == BackendChoice::Auto && !is_tried;
        drop(standing);
        if !is_wanted {
            return;
        }
        if saves_data(&window()) {
            self.put_aside(DeviceReason::DataSaved);
        } else {
            self.launch(Backend::WebGpu);
        }
    }

    fn put_aside(self, reason: DeviceReason) {
        let mut standing = self.standing.borrow_mut();
        standing.aside = Some(reason);
        standing.costs.set(Backend::WebGpu, None);
        drop(standing);
        self.publish();
    }

    /// Ends a worker that has failed, and goes on without it, or with another one in its place.
    fn lose(self, backend: Backend, failure: Failure) {
        let losses = self.standing.borrow_mut().seat(backend).losses;
        // Later, because this may run inside a callback that ends with the worker.
        let end = move || {
            let mut standing = self.standing.borrow_mut();
            let is_current = standing.current == backend;
            let seat = standing.seat(backend);
            if seat.losses != losses {
                return;
            }
            let is_missed = is_current || seat.asked > 0;
            *seat = Seat { patience: seat.patience, ..seat.cleared() };
            drop(standing);
            if is_missed {
                self.tell(News::Gone);
            }
            match backend {
                Backend::WebGpu => self.go_on_without_web_gpu(failure, is_missed),
                Backend::Cpu => self.replace_cpu(failure, is_missed),
            }
        };
        set_timeout(end, Duration::ZERO);
    }

    /// Where the worker `is_missed`, those who were told that it is gone are told who serves now.
    fn go_on_without_web_gpu(self, failure: Failure, is_missed: bool) {
        let mut standing = self.standing.borrow_mut();
        if standing.choice == BackendChoice::WebGpu {
            drop(standing);
            self.fail(failure_phrase(&failure));
            return;
        }
        standing.current = Backend::Cpu;
        let (serves, has_cpu) = (standing.serves(), standing.cpu.client.is_some());
        drop(standing);
        if !has_cpu {
            self.fail(failure_phrase(&failure));
        }
        self.put_aside(DeviceReason::NoWebGpu(match failure {
            Failure::NoWebGpu(problem) => problem,
            Failure::Late => WebGpuProblem::Late,
            Failure::Program(reason) | Failure::Breakdown(reason) => WebGpuProblem::Start(reason),
            // The models are there already, and both programs are of one release.
            _ => WebGpuProblem::Lost,
        }));
        if is_missed && serves {
            self.tell(News::Ready);
        }
    }

    /// As for WebGPU.
    fn replace_cpu(self, failure: Failure, is_missed: bool) {
        let mut standing = self.standing.borrow_mut();
        // Meanwhile, or from now on.
        let is_replaced = standing.web_gpu.is_ready();
        if is_replaced {
            standing.current = Backend::WebGpu;
        }
        let may_hang = matches!(failure, Failure::Late | Failure::Breakdown(_) | Failure::Mismatch(_));
        let goes_on = may_hang && standing.cpu.patience.strike();
        // Beside a CPU that computes something else there may be a GPU that does not.
        let tries_other = matches!(failure, Failure::WrongCpu(_))
            && standing.choice == BackendChoice::Auto
            && standing.aside.is_none();
        if tries_other {
            standing.costs.set(Backend::Cpu, None);
            standing.current = Backend::WebGpu;
        }
        drop(standing);
        if is_replaced {
            self.publish();
            if is_missed {
                self.tell(News::Ready);
            }
        }
        if goes_on {
            self.alerts.show(&PageError::Engine(failure));
            if !is_replaced {
                self.state.set(EngineState::default());
            }
            self.launch(Backend::Cpu);
        } else if tries_other {
            if !is_replaced {
                self.state.set(EngineState::default());
            }
            let is_tried = self.standing.borrow().web_gpu.client.is_some();
            if !is_tried {
                self.launch(Backend::WebGpu);
            }
        } else if matches!(failure, Failure::Late) {
            self.fail(Phrase::new("engine-hangs"));
        } else {
            self.fail(failure_phrase(&failure));
        }
    }

    /// Nobody is left, unless somebody serves.
    fn fail(self, sentence: Phrase) {
        if !self.standing.borrow_mut().serves() {
            self.state.set(EngineState::Failed(sentence));
        }
    }

    fn publish(self) {
        let state = self.standing.borrow_mut().state();
        if let Some(state) = state {
            self.state.set(state);
        }
    }

    fn tell(self, news: News) {
        let tell = self.standing.borrow().tell.clone();
        tell(news);
    }

    /// Looks after the workers from now on.
    fn watch(self) {
        let look = move || {
            self.look_after();
            self.watch();
        };
        set_timeout(look, WATCH);
    }

    /// Gives up whoever lets others wait for too long.
    fn look_after(self) {
        let mut standing = self.standing.borrow_mut();
        let now = now();
        let gap = now - std::mem::replace(&mut standing.looked, now);
        let has_slept = gap > SLEPT;
        let mut late = None;
        let mut stalls = false;
        for (backend, longest) in [(Backend::Cpu, SILENT), (Backend::WebGpu, COMPILES)] {
            let has_cpu = standing.cpu.is_ready();
            let is_current = standing.current == backend;
            let seat = standing.seat(backend);
            if has_slept {
                // Not all of it: a tab in the background is only looked after now and then.
                let slept = gap - SLEPT;
                (seat.since, seat.heard) = ((seat.since + slept).min(now), (seat.heard + slept).min(now));
            }
            let longest = longest * seat.patience.lengthening();
            let limit = match backend {
                Backend::Cpu => seat.patience.limit(),
                Backend::WebGpu => seat.patience.limit_on_web_gpu(has_cpu),
            };
            let silence = if seat.client.is_some() && seat.info.is_none() { now - seat.heard } else { 0.0 };
            if silence > longest || (seat.asked > 0 && now - seat.since > limit) {
                late = Some(backend);
            } else if silence > STALLS && is_current {
                stalls = true;
            }
        }
        drop(standing);
        if let Some(backend) = late {
            self.lose(backend, Failure::Late);
        } else if stalls {
            self.state.maybe_update(|state| match state {
                EngineState::Loading(progress) => !std::mem::replace(&mut progress.stalls, true),
                EngineState::Ready { .. } | EngineState::Failed(_) => false,
            });
        }
    }
}
