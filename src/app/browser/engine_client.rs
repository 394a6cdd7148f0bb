//! A worker behind the page, spoken to in the types of [`crate::protocol`].

use super::exception::unexpected;
use crate::app::model::error::PageError;
use crate::protocol::{BITMAP, DETAILS, Failure, MEMORY, Request, Response};
use js_sys::{Array, Object, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ImageBitmap, MessageEvent, Worker, WorkerOptions, WorkerType};

/// Under this name `www/start.js` keeps the worker that it has started, and what that has said since.
const STARTED: &str = "visageEngine";

/// What comes with a message, beside what it says.
pub(crate) struct Attached {
    /// The frame that it is about.
    pub frame: Option<ImageBitmap>,
    /// What is to be remembered of the frame's video or picture; nothing that the page needs to understand.
    pub memory: JsValue,
}

/// What goes with a request. The bitmaps are gone from the page afterwards.
#[derive(Default)]
pub(crate) struct Luggage<'a> {
    /// The frame that it speaks of.
    pub frame: Option<&'a ImageBitmap>,
    /// The same picture as large as it is, where the frame is a smaller copy.
    pub details: Option<&'a ImageBitmap>,
    /// What is remembered of the frame's video or picture.
    pub memory: JsValue,
}

/// A worker that runs the engine. Dropping it ends the worker.
pub(crate) struct EngineClient {
    worker: Worker,
    // Called by the worker for as long as it lives.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_failure: Closure<dyn FnMut()>,
}

impl EngineClient {
    /// Starts a worker by the script at `address`; `name` is what the script knows it by. `receive` is called with each of its
    /// messages, and with [`Response::Failed`] if the worker breaks down without sending one.
    pub(crate) fn start(
        address: &str,
        name: &str,
        receive: impl Fn(Response, Attached) + Clone + 'static,
    ) -> Result<Self, PageError> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        options.set_name(name);
        let worker = Worker::new_with_options(address, &options).map_err(|exception| unexpected(&exception))?;
        Ok(Self::listening(worker, receive))
    }

    /// Takes over the worker that was started before the page's program was there; see [`start`](Self::start). There is one once at
    /// most. What it has said by then comes with it, for [`hand_over`].
    pub(crate) fn started(receive: impl Fn(Response, Attached) + Clone + 'static) -> Option<(Self, Array)> {
        let field = |object: &JsValue, name: &str| Reflect::get(object, &JsValue::from_str(name)).ok();
        let global: Object = js_sys::global();
        let started = field(&global, STARTED).filter(|started| started.is_object())?;
        // A property of the global object that a script has set can be deleted.
        let _ = Reflect::delete_property(&global, &JsValue::from_str(STARTED));
        let worker: Worker = field(&started, "worker")?.dyn_into().ok()?;
        Some((Self::listening(worker, receive), Array::from(&field(&started, "messages")?)))
    }

    fn listening(worker: Worker, receive: impl Fn(Response, Attached) + Clone + 'static) -> Self {
        let on_message = {
            let receive = receive.clone();
            Closure::new(move |event: MessageEvent| hand_over(event.data(), &receive))
        };
        let on_failure = Closure::<dyn FnMut()>::new(move || {
            let failure = Failure::Breakdown("the worker has ended".to_owned());
            receive(Response::Failed(failure), Attached { frame: None, memory: JsValue::UNDEFINED });
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        // A message that cannot be read is as good as none.
        worker.set_onerror(Some(on_failure.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(on_failure.as_ref().unchecked_ref()));
        Self { worker, _on_message: on_message, _on_failure: on_failure }
    }

    /// Sends a request with what goes with it.
    pub(crate) fn send(&self, request: &Request, luggage: &Luggage) -> Result<(), PageError> {
        let message = Object::new();
        let request = request
            .serialize(&serde_wasm_bindgen::Serializer::new())
            .map_err(|error| PageError::Browser(error.to_string()))?;
        set(&message, "request", &request)?;
        set(&message, MEMORY, &luggage.memory)?;
        let transferred = Array::new();
        for (name, bitmap) in [(BITMAP, luggage.frame), (DETAILS, luggage.details)] {
            if let Some(bitmap) = bitmap {
                set(&message, name, bitmap)?;
                transferred.push(bitmap);
            }
        }
        self.worker.post_message_with_transfer(&message, &transferred).map_err(|exception| unexpected(&exception))
    }
}

impl Drop for EngineClient {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.set_onmessageerror(None);
        self.worker.terminate();
    }
}

/// Calls `receive` with a message of a worker.
pub(crate) fn hand_over(message: JsValue, receive: &impl Fn(Response, Attached)) {
    let attached = Attached {
        frame: take(&message, BITMAP).and_then(|frame| frame.dyn_into().ok()),
        memory: take(&message, MEMORY).unwrap_or_default(),
    };
    let response = serde_wasm_bindgen::from_value(message)
        .unwrap_or_else(|error| Response::Failed(Failure::Mismatch(error.to_string())));
    receive(response, attached);
}

/// Takes something out of a message, whose response is all that it holds in the end.
fn take(message: &JsValue, name: &str) -> Option<JsValue> {
    // Some responses are mere texts.
    let object: &Object = message.dyn_ref()?;
    let name = JsValue::from_str(name);
    let value = Reflect::get(object, &name).ok()?;
    // A property of a message that has arrived can be deleted.
    let _ = Reflect::delete_property(object, &name);
    Some(value)
}

fn set(object: &Object, key: &str, value: &JsValue) -> Result<(), PageError> {
    Reflect::set(object, &JsValue::from_str(key), value).map(|_| ()).map_err(|exception| unexpected(&exception))
}
