//! The workers behind the page: one that computes on the CPU, and where that may be quicker one on WebGPU. Whoever hangs or breaks
//! down is replaced, and what was asked is asked again.

use super::super::browser::address::of_release;
use super::super::browser::clock::now;
use super::super::browser::engine_client::{Attached, EngineClient, hand_over};
use super::super::browser::saving::saves_data;
use super::super::model::costs::Costs;
use super::super::model::engine_state::{DeviceReason, EngineState, Progress};
use super::super::model::error::PageError;
use super::super::model::failure::failure_phrase;
use super::super::model::patience::Patience;
use super::super::model::phrase::Phrase;
use super::alerts::Alerts;
use crate::protocol::{Backend, BackendChoice, EngineInfo, Failure, Request, Response, WebGpuProblem};
use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::ops::Deref;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::JsValue;
use web_sys::ImageBitmap;

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
pub enum News {
    /// Questions can be asked; those that waited are to be.
    Ready,
    /// An answer.
    Answer(Response, Attached),
    /// What was asked will not be answered, unless [`Ready`](Self::Ready) follows.
    Gone,
}

/// The workers. There is one set of them for as long as the page is open, so that a handle is a mere address.
#[derive(Clone, Copy)]
pub struct Workers(&'static Parts);

/// What makes up the [`Workers`].
pub struct Parts {
    state: RwSignal<EngineState>,
    alerts: Alerts,
    choice: StoredValue<BackendChoice>,
    cpu: StoredValue<Seat, LocalStorage>,
    web_gpu: StoredValue<Seat, LocalStorage>,
    // Whose turn the next frame is.
    current: StoredValue<Backend>,
    costs: StoredValue<Costs>,
    // How many the last frame had.
    faces: StoredValue<usize>,
    // Why WebGPU is not used in this visit.
    aside: StoredValue<Option<DeviceReason>>,
    tell: StoredValue<Rc<dyn Fn(News)>, LocalStorage>,
    looked: StoredValue<f64>,
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
}

impl Deref for Workers {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        self.0
    }
}

impl Workers {
    /// Workers that have not been started.
    pub fn new(alerts: Alerts) -> Self {
        let workers = Self(Box::leak(Box::new(Parts {
            state: RwSignal::new(EngineState::default()),
            alerts,
            choice: StoredValue::new(BackendChoice::Auto),
            cpu: StoredValue::new_local(Seat::default()),
            web_gpu: StoredValue::new_local(Seat::default()),
            current: StoredValue::new(Backend::Cpu),
            costs: StoredValue::new(Costs::default()),
            faces: StoredValue::new(1),
            aside: StoredValue::new(None),
            tell: StoredValue::new_local(Rc::new(|_| {})),
            looked: StoredValue::new(now()),
        })));
        set_interval(move || workers.look_after(), WATCH);
        workers
    }

    /// How they are, together.
    pub fn state(self) -> ReadSignal<EngineState> {
        self.state.read_only()
    }

    /// Starts the workers that `choice` allows, or starts them anew; `tell` hears of what they say.
    pub fn start(self, choice: BackendChoice, tell: Rc<dyn Fn(News)>) {
        self.tell.set_value(tell);
        self.choice.set_value(choice);
        self.costs.set_value(Costs::default());
        self.aside.set_value(None);
        self.state.set(EngineState::default());
        self.cpu.set_value(Seat::default());
        self.web_gpu.set_value(Seat::default());
        let first = if choice == BackendChoice::WebGpu { Backend::WebGpu } else { Backend::Cpu };
        self.current.set_value(first);
        self.launch(first);
    }

    /// Sends a request to the worker whose turn it is, with its frame and what is remembered of that one's video. `false` if there is
    /// nobody to send it to.
    pub fn send(self, request: &Request, frame: Option<&ImageBitmap>, video: &JsValue) -> Result<bool, PageError> {
        let sent = self.seat(self.current.get_value()).try_update_value(|seat| {
            let client = seat.client.as_ref().filter(|_| seat.info.is_some())?;
            let sent = client.send(request, frame, video);
            if seat.asked == 0 {
                seat.since = now();
            }
            seat.asked += u32::from(sent.is_ok());
            Some(sent)
        });
        sent.flatten().map_or(Ok(false), |sent| sent.map(|()| true))
    }

    /// Gives the next frame, which may have so many faces, to whoever is ready with it sooner.
    pub fn choose(self, faces: usize) {
        self.faces.set_value(faces);
        let is_ready = |backend| self.seat(backend).with_value(|seat| seat.info.is_some());
        if self.choice.get_value() == BackendChoice::Auto && is_ready(Backend::Cpu) && is_ready(Backend::WebGpu) {
            let current = self.current.get_value();
            let chosen = self.costs.with_value(|costs| costs.choose(current, faces));
            if chosen != current {
                self.current.set_value(chosen);
                self.publish();
            }
        }
    }

    fn seat(self, backend: Backend) -> StoredValue<Seat, LocalStorage> {
        match backend {
            Backend::Cpu => self.cpu,
            Backend::WebGpu => self.web_gpu,
        }
    }

    fn launch(self, backend: Backend) {
        let receive = move |response, attached| self.receive(backend, response, attached);
        let start = |script: &str, name: &str| -> Result<_, PageError> {
            Ok((EngineClient::start(&of_release(&window(), script)?, name, receive)?, Array::new()))
        };
        let started = if backend == Backend::Cpu { EngineClient::started(receive) } else { None };
        let client = match (started, backend, self.choice.get_value()) {
            (Some(started), ..) => Ok(started),
            (None, Backend::Cpu, _) => start(CPU_SCRIPT, ""),
            (None, Backend::WebGpu, BackendChoice::WebGpu) => start(GPU_SCRIPT, ANY_ADAPTER),
            (None, Backend::WebGpu, _) => start(GPU_SCRIPT, ""),
        };
        match client {
            Ok((client, said)) => {
                self.seat(backend).update_value(|seat| (seat.client, seat.heard) = (Some(client), now()));
                said.iter().for_each(|message| hand_over(message, &receive));
            }
            Err(error) => self.state.set(EngineState::Failed(error.phrase())),
        }
    }

    fn receive(self, backend: Backend, response: Response, attached: Attached) {
        self.seat(backend).update_value(|seat| seat.heard = now());
        match response {
            Response::Loading { loaded, total } => {
                if matches!(self.state.get_untracked(), EngineState::Loading(_)) && self.current.get_value() == backend
                {
                    self.state.set(EngineState::Loading(Progress { loaded, total, stalls: false }));
                }
            }
            Response::Ready(info) => {
                if info.cost.is_some() {
                    self.costs.update_value(|costs| costs.set(backend, info.cost));
                }
                self.seat(backend).update_value(|seat| seat.info = Some(info));
                // Who comes to another that serves already takes a frame over when there is one.
                let is_awaited = self.current.get_value() == backend;
                self.choose(self.faces.get_value());
                self.publish();
                if is_awaited {
                    self.tell(News::Ready);
                }
            }
            Response::Failed(failure) => self.lose(backend, failure),
            Response::Analyzed(_) | Response::CropRead { .. } | Response::FrameFailed { .. } => {
                self.seat(backend).update_value(|seat| {
                    let now = now();
                    seat.patience.note(now - seat.since);
                    (seat.asked, seat.since) = (seat.asked.saturating_sub(1), now);
                });
                if let Response::Analyzed(analysis) = &response {
                    let faces = analysis.faces.len();
                    self.costs.update_value(|costs| costs.note(backend, &analysis.timings, faces));
                    self.try_web_gpu();
                }
                self.tell(News::Answer(response, attached));
            }
        }
    }

    /// Starts WebGPU's worker, once something was answered without it. Its program is large.
    fn try_web_gpu(self) {
        let is_tried = self.web_gpu.with_value(|seat| seat.client.is_some()) || self.aside.with_value(Option::is_some);
        if self.choice.get_value() != BackendChoice::Auto || is_tried {
            return;
        }
        if saves_data(&window()) {
            self.put_aside(DeviceReason::DataSaved);
        } else {
            self.launch(Backend::WebGpu);
        }
    }

    fn put_aside(self, reason: DeviceReason) {
        self.aside.set_value(Some(reason));
        self.costs.update_value(|costs| costs.set(Backend::WebGpu, None));
        self.publish();
    }

    /// Ends a worker that has failed, and goes on without it, or with another one in its place.
    fn lose(self, backend: Backend, failure: Failure) {
        let is_asked = self.seat(backend).with_value(|seat| seat.asked > 0) || self.current.get_value() == backend;
        // Later, because this may run inside a callback that ends with the worker.
        spawn_local(async move {
            let Some(lost) = self.seat(backend).try_update_value(|seat| {
                let patience = seat.patience;
                std::mem::replace(seat, Seat { patience, ..Seat::default() })
            }) else {
                return;
            };
            drop(lost);
            if is_asked {
                self.tell(News::Gone);
            }
            match backend {
                Backend::WebGpu => self.go_on_without_web_gpu(failure),
                Backend::Cpu => self.replace_cpu(failure),
            }
        });
    }

    fn go_on_without_web_gpu(self, failure: Failure) {
        if self.choice.get_value() == BackendChoice::WebGpu {
            self.fail(failure_phrase(&failure));
            return;
        }
        let problem = match failure {
            Failure::NoWebGpu(problem) => problem,
            Failure::Late => WebGpuProblem::Late,
            Failure::Program(reason) | Failure::Breakdown(reason) | Failure::Mismatch(reason) => {
                WebGpuProblem::Start(reason)
            }
            // Its models are those of the CPU, which are there.
            _ => WebGpuProblem::Start("its files cannot be used".to_owned()),
        };
        let was_current = self.current.get_value() == Backend::WebGpu;
        self.current.set_value(Backend::Cpu);
        self.put_aside(DeviceReason::NoWebGpu(problem));
        if was_current && self.cpu.with_value(|seat| seat.info.is_some()) {
            self.tell(News::Ready);
        }
    }

    fn replace_cpu(self, failure: Failure) {
        // Meanwhile, or from now on.
        if self.web_gpu.with_value(|seat| seat.info.is_some()) {
            self.current.set_value(Backend::WebGpu);
            self.publish();
            self.tell(News::Ready);
        }
        match failure {
            Failure::Late | Failure::Breakdown(_) | Failure::Mismatch(_) => {
                let goes_on = self.cpu.try_update_value(|seat| seat.patience.strike()) == Some(true);
                if goes_on {
                    self.alerts.show(&PageError::Engine(failure));
                    if self.current.get_value() == Backend::Cpu {
                        self.state.set(EngineState::default());
                    }
                    self.launch(Backend::Cpu);
                } else if matches!(failure, Failure::Late) {
                    self.fail(Phrase::new("engine-hangs"));
                } else {
                    self.fail(failure_phrase(&failure));
                }
            }
            // Beside a CPU that computes something else there may be a GPU that does not.
            Failure::WrongCpu(_) if self.choice.get_value() == BackendChoice::Auto => {
                self.costs.update_value(|costs| costs.set(Backend::Cpu, None));
                self.current.set_value(Backend::WebGpu);
                self.try_web_gpu();
                if self.aside.with_value(Option::is_some) {
                    self.fail(failure_phrase(&failure));
                }
            }
            failure => self.fail(failure_phrase(&failure)),
        }
    }

    /// Nobody is left, unless somebody serves.
    fn fail(self, sentence: Phrase) {
        if !self.seat(self.current.get_value()).with_value(|seat| seat.info.is_some()) {
            self.state.set(EngineState::Failed(sentence));
        }
    }

    /// Says what computes, and why.
    fn publish(self) {
        let current = self.current.get_value();
        let Some(info) = self.seat(current).with_value(|seat| seat.info.clone()) else { return };
        let other = self.web_gpu.with_value(|seat| seat.info.as_ref().map(|info| info.adapter.clone()));
        let reason = match (current, self.aside.get_value(), other) {
            (Backend::WebGpu, ..) => DeviceReason::AdapterPassed(info.adapter.clone()),
            (Backend::Cpu, Some(reason), _) => reason,
            (Backend::Cpu, None, Some(adapter)) => DeviceReason::CpuSooner(adapter),
            (Backend::Cpu, None, None) if self.choice.get_value() == BackendChoice::Cpu => DeviceReason::CpuWanted,
            (Backend::Cpu, None, None) => DeviceReason::WebGpuPrepared,
        };
        self.state.set(EngineState::Ready { info, reason });
    }

    fn tell(self, news: News) {
        (self.tell.get_value())(news);
    }

    /// Gives up whoever lets others wait for too long.
    fn look_after(self) {
        let now = now();
        let gap = now - self.looked.get_value();
        self.looked.set_value(now);
        for backend in [Backend::Cpu, Backend::WebGpu] {
            if gap > SLEPT {
                self.seat(backend).update_value(|seat| (seat.since, seat.heard) = (seat.since + gap, seat.heard + gap));
            }
            let (is_late, silence) = self.seat(backend).with_value(|seat| {
                let starts = seat.client.is_some() && seat.info.is_none();
                let is_late = seat.asked > 0 && now - seat.since > seat.patience.limit();
                (is_late, if starts { now - seat.heard } else { 0.0 })
            });
            let longest = if backend == Backend::Cpu { SILENT } else { COMPILES };
            if is_late || silence > longest {
                self.lose(backend, Failure::Late);
            } else if silence > STALLS && self.current.get_value() == backend {
                self.state.maybe_update(|state| match state {
                    EngineState::Loading(progress) => !std::mem::replace(&mut progress.stalls, true),
                    EngineState::Ready { .. } | EngineState::Failed(_) => false,
                });
            }
        }
    }
}
