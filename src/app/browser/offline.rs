//! The copy of the site that a service worker keeps for visits without a network.

use super::address::beside_the_page;
use super::exception::unexpected;
use crate::app::model::error::PageError;
use crate::app::model::offline::OfflineState;
use js_sys::{Function, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState, StorageEstimate, Window,
};

/// The script beside the page.
const SCRIPT: &str = "service-worker.js";
/// What the copy takes, in bytes, with a margin: less room than this is why a copy fails.
const ROOM: f64 = 64e6;

/// What is told of the copy.
type Listener = Rc<dyn Fn(OfflineState)>;
/// A closure that is dropped from within itself.
type Held = Rc<RefCell<Option<Closure<dyn Fn()>>>>;

/// The registration of the service worker, watched for the page's life.
pub(crate) struct OfflineCopy {
    registration: ServiceWorkerRegistration,
    container: ServiceWorkerContainer,
}

impl OfflineCopy {
    /// Has the browser keep a copy, and calls `tell` with every change of it. `None` where browsers have no such thing: over
    /// plain http from another machine, and in some private windows.
    ///
    /// # Errors
    /// When the site has no service worker or the browser refuses it.
    pub(crate) async fn keep(
        window: &Window,
        tell: impl Fn(OfflineState) + 'static,
    ) -> Result<Option<Self>, PageError> {
        let navigator = window.navigator();
        if !Reflect::has(&navigator, &"serviceWorker".into()).unwrap_or(false) || !window.is_secure_context() {
            tell(OfflineState::Unavailable);
            return Ok(None);
        }
        let container = navigator.service_worker();
        let script = beside_the_page(window, SCRIPT)?;
        let registered =
            JsFuture::from(container.register(&script)).await.map_err(|exception| unexpected(&exception))?;
        let registration: ServiceWorkerRegistration = registered.unchecked_into();
        // What another tab has done ends it: whatever is said of a copy then is said of another release's.
        let is_over = Cell::new(false);
        let tell: Listener = Rc::new(move |state| {
            if !is_over.replace(is_over.get() || state == OfflineState::UpdatedElsewhere) {
                tell(state);
            }
        });
        tell(state_of(&registration));
        if let Some(installing) = registration.installing() {
            watch(installing, registration.clone(), window.clone(), tell.clone());
        }
        let (found, page, elsewhere) = (registration.clone(), window.clone(), tell.clone());
        let on_found = Closure::<dyn Fn()>::new(move || {
            if let Some(installing) = found.installing() {
                watch(installing, found.clone(), page.clone(), tell.clone());
            }
        });
        registration.set_onupdatefound(Some(on_found.as_ref().unchecked_ref()));
        // For as long as the page lives.
        on_found.forget();
        // The first worker takes over a page that had none; every other one was let in by a visitor, in some tab.
        let has_worker = Cell::new(container.controller().is_some());
        let on_change = Closure::<dyn Fn()>::new(move || {
            if has_worker.replace(true) {
                elsewhere(OfflineState::UpdatedElsewhere);
            }
        });
        container.set_oncontrollerchange(Some(on_change.as_ref().unchecked_ref()));
        on_change.forget();
        Ok(Some(Self { registration, container }))
    }

    /// Puts the waiting release in the place of this one and loads the page anew with it, or with that which another tab has taken.
    pub(crate) fn take_update(&self, window: &Window) -> Result<(), PageError> {
        let Some(waiting) = self.registration.waiting() else {
            return window.location().reload().map_err(|exception| unexpected(&exception));
        };
        let page = window.clone();
        let reload = Closure::once_into_js(move || page.location().reload());
        self.container.set_oncontrollerchange(Some(reload.unchecked_ref::<Function>()));
        let message = js_sys::Object::new();
        Reflect::set(&message, &"type".into(), &"SKIP_WAITING".into())
            .and_then(|_| waiting.post_message(&message))
            .map_err(|exception| unexpected(&exception))
    }
}

fn state_of(registration: &ServiceWorkerRegistration) -> OfflineState {
    match (registration.active(), registration.waiting()) {
        (Some(_), Some(_)) => OfflineState::UpdateReady,
        (Some(_), None) => OfflineState::Ready,
        (None, _) => OfflineState::Preparing,
    }
}

/// Follows a copy in the making until it is usable, or given up.
fn watch(worker: ServiceWorker, registration: ServiceWorkerRegistration, window: Window, tell: Listener) {
    let listener = Held::default();
    let held = listener.clone();
    let watched = worker.clone();
    *listener.borrow_mut() = Some(Closure::new(move || {
        match watched.state() {
            // A first copy is activated at once; a later one waits for the visitor.
            ServiceWorkerState::Installed if registration.active().is_some() => tell(OfflineState::UpdateReady),
            ServiceWorkerState::Activated => tell(OfflineState::Ready),
            // A later copy that fails leaves the earlier one as it is.
            ServiceWorkerState::Redundant if registration.active().is_none() => {
                let (window, tell) = (window.clone(), tell.clone());
                spawn_local(async move { tell(why_failed(&window).await) });
            }
            _ => return,
        }
        if watched.state() != ServiceWorkerState::Installed {
            // Nothing follows; the closure holds itself until here.
            watched.set_onstatechange(None);
            drop(held.take());
        }
    }));
    if let Some(closure) = listener.borrow().as_ref() {
        worker.set_onstatechange(Some(closure.as_ref().unchecked_ref()));
    }
}

/// Whether there is too little room, or something else is wrong.
async fn why_failed(window: &Window) -> OfflineState {
    let Ok(estimating) = window.navigator().storage().estimate() else { return OfflineState::Failed };
    let Ok(estimate) = JsFuture::from(estimating).await else { return OfflineState::Failed };
    let estimate: StorageEstimate = estimate.unchecked_into();
    match (estimate.get_quota(), estimate.get_usage()) {
        (Some(quota), Some(usage)) if quota - usage < ROOM => OfflineState::Full,
        _ => OfflineState::Failed,
    }
}

/// What another program has shared with the installed page; the service worker holds it until it is asked once.
pub(crate) async fn shared_pictures(window: &Window) -> Result<Vec<web_sys::File>, PageError> {
    let failed = |exception: JsValue| unexpected(&exception);
    let ready = window.navigator().service_worker().ready().map_err(failed)?;
    let registration: ServiceWorkerRegistration = JsFuture::from(ready).await.map_err(failed)?.unchecked_into();
    let Some(worker) = registration.active() else { return Ok(Vec::new()) };
    let channel = web_sys::MessageChannel::new().map_err(failed)?;
    let port = channel.port1();
    let answer = js_sys::Promise::new(&mut |resolve, _| port.set_onmessage(Some(&resolve)));
    let message = js_sys::Object::new();
    Reflect::set(&message, &"type".into(), &"TAKE_SHARED_PICTURES".into()).map_err(failed)?;
    let transferred = js_sys::Array::of1(&channel.port2());
    worker.post_message_with_transferable(&message, &transferred).map_err(failed)?;
    let event: web_sys::MessageEvent = JsFuture::from(answer).await.map_err(failed)?.unchecked_into();
    let files: js_sys::Array = event.data().dyn_into().unwrap_or_default();
    Ok(files.iter().filter_map(|file| file.dyn_into().ok()).collect())
}
