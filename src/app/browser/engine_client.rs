//! The worker behind the page, spoken to in the types of [`crate::protocol`].

use super::super::model::error::PageError;
use super::exception::unexpected;
use crate::protocol::{BITMAP, Failure, Request, Response};
use serde::Serialize;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, ImageBitmap, MessageEvent, Worker, WorkerOptions, WorkerType};

/// A worker that runs the engine. Dropping it ends the worker.
pub struct EngineClient {
    worker: Worker,
    // Called by the worker for as long as it lives.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(ErrorEvent)>,
}

impl EngineClient {
    /// Starts the worker at `address`. `receive` is called with each of its messages and the frame that comes with it, and with
    /// [`Response::Failed`] if the worker breaks down without sending one.
    pub fn start(
        address: &str,
        receive: impl Fn(Response, Option<ImageBitmap>) + Clone + 'static,
    ) -> Result<Self, PageError> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(address, &options).map_err(|exception| unexpected(&exception))?;
        let on_message = {
            let receive = receive.clone();
            Closure::new(move |event: MessageEvent| {
                let message = event.data();
                let frame = take_frame(&message);
                let response = serde_wasm_bindgen::from_value(message).unwrap_or_else(|error| Response::Failed {
                    failure: Failure::Mismatch(error.to_string()),
                    retry_on_cpu: false,
                });
                receive(response, frame);
            })
        };
        let on_error = Closure::new(move |_: ErrorEvent| {
            let failure = Failure::Breakdown("the worker has ended".to_owned());
            receive(Response::Failed { failure, retry_on_cpu: false }, None);
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self { worker, _on_message: on_message, _on_error: on_error })
    }

    /// Sends a request, with the frame that it speaks of; the frame is gone from the page afterwards.
    pub fn send(&self, request: &Request, frame: Option<&ImageBitmap>) -> Result<(), PageError> {
        let message = js_sys::Object::new();
        let request = request
            .serialize(&serde_wasm_bindgen::Serializer::new())
            .map_err(|error| PageError::Browser(error.to_string()))?;
        set(&message, "request", &request)?;
        let transferred = js_sys::Array::new();
        if let Some(frame) = frame {
            set(&message, BITMAP, frame)?;
            transferred.push(frame);
        }
        self.worker.post_message_with_transfer(&message, &transferred).map_err(|exception| unexpected(&exception))
    }
}

impl Drop for EngineClient {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// Takes the frame out of a message, whose response is then all that it holds.
fn take_frame(message: &JsValue) -> Option<ImageBitmap> {
    // Some responses are mere texts.
    let object: &js_sys::Object = message.dyn_ref()?;
    let frame = js_sys::Reflect::get(object, &JsValue::from_str(BITMAP)).ok()?.dyn_into().ok()?;
    // A property of a message that has arrived can be deleted.
    let _ = js_sys::Reflect::delete_property(object, &JsValue::from_str(BITMAP));
    Some(frame)
}

fn set(object: &js_sys::Object, key: &str, value: &JsValue) -> Result<(), PageError> {
    js_sys::Reflect::set(object, &JsValue::from_str(key), value).map(|_| ()).map_err(|exception| unexpected(&exception))
}
