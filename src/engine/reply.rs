//! What the worker tells the page, also when it breaks down.

use super::exception::message;
use crate::protocol::{Analysis, BITMAP, Failure, MEMORY, Response};
use js_sys::{Array, Reflect};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, ImageBitmap};

/// The worker's global object.
pub(super) fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Sends `response` to the page.
pub(super) fn post(response: &Response) {
    let sent = to_value(response).and_then(|message| scope().post_message(&message));
    if let Err(exception) = sent {
        // The page cannot be told, so log it: at least the reason can be found. The page notices the missing answer itself.
        web_sys::console::error_1(&exception);
    }
}

/// Sends `response` with what is to be remembered beside it.
pub(super) fn post_with(response: &Response, memory: &JsValue) {
    let sent = to_value(response).and_then(|message| {
        Reflect::set(&message, &JsValue::from_str(MEMORY), memory)?;
        scope().post_message(&message)
    });
    if let Err(exception) = sent {
        // As above.
        web_sys::console::error_1(&exception);
    }
}

/// Sends what was found in a frame, with what is to be remembered of its video or picture, and the frame, which is gone from the
/// worker afterwards.
pub(super) fn post_analysis(analysis: Analysis, memory: &JsValue, frame: &ImageBitmap) {
    let number = analysis.frame;
    let sent = to_value(&Response::Analyzed(analysis)).and_then(|message| {
        // The analysis stays the message's first property.
        Reflect::set(&message, &JsValue::from_str(MEMORY), memory)?;
        Reflect::set(&message, &JsValue::from_str(BITMAP), frame)?;
        scope().post_message_with_transfer(&message, &Array::of1(frame))
    });
    if let Err(exception) = sent {
        post(&Response::FrameFailed { frame: number, failure: Failure::Mismatch(message(&exception)) });
    }
}

/// A value for a message.
pub(super) fn to_value(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(serde_wasm_bindgen::to_value(value)?)
}

/// Tells the page that this worker cannot go on.
pub(super) fn post_failure(failure: Failure) {
    post(&Response::Failed(failure));
}

/// Tells the page of a panic before the module aborts: without this it would wait in vain.
pub(super) fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        let place = panic.location().map(|place| format!(" at {}:{}", place.file(), place.line())).unwrap_or_default();
        let reason = panic.payload_as_str().unwrap_or("no reason given");
        post_failure(Failure::Breakdown(format!("{reason}{place}")));
    }));
}
