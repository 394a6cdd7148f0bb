//! What the worker tells the page, also when it breaks down.

use crate::protocol::{Analysis, BITMAP, Backend, Failure, Response};
use js_sys::{Array, Reflect};
use std::sync::atomic::{AtomicBool, Ordering};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, ImageBitmap};

/// Whether WebGPU has been started, so that a breakdown may be its fault.
static WEBGPU_STARTED: AtomicBool = AtomicBool::new(false);

/// The worker's global object.
pub fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Sends `response` to the page.
pub fn post(response: &Response) {
    let sent = serde_wasm_bindgen::to_value(response)
        .map_err(JsValue::from)
        .and_then(|message| scope().post_message(&message));
    if let Err(exception) = sent {
        // The page cannot be told, so that whoever looks for the reason should at least find it.
        web_sys::console::error_1(&exception);
    }
}

/// Sends what was found in a frame, and the frame with it, which is gone from the worker afterwards.
pub fn post_analysis(analysis: Analysis, frame: &ImageBitmap) {
    let sent = serde_wasm_bindgen::to_value(&Response::Analyzed(analysis)).map_err(JsValue::from).and_then(|message| {
        // The analysis stays the message's first property.
        Reflect::set(&message, &JsValue::from_str(BITMAP), frame)?;
        scope().post_message_with_transfer(&message, &Array::of1(frame))
    });
    if let Err(exception) = sent {
        web_sys::console::error_1(&exception);
    }
}

/// From now on a breakdown is put down to `backend`.
pub fn blame(backend: Backend) {
    WEBGPU_STARTED.store(backend == Backend::WebGpu, Ordering::Relaxed);
}

/// Tells the page that this worker cannot go on.
pub fn post_failure(failure: Failure) {
    post(&Response::Failed { failure, retry_on_cpu: WEBGPU_STARTED.load(Ordering::Relaxed) });
}

/// Tells the page of a panic before the module aborts: without this it would wait for ever.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        let place = panic.location().map(|place| format!(" at {}:{}", place.file(), place.line())).unwrap_or_default();
        let reason = panic.payload_as_str().unwrap_or("no reason given");
        post_failure(Failure::Breakdown(format!("{reason}{place}")));
    }));
}
