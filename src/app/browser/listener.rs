//! Being called when something happens to an element, a track or the window.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::EventTarget;

/// Calls back at every event of one kind, until it is dropped.
pub(crate) struct Listener {
    target: EventTarget,
    event: &'static str,
    callback: Closure<dyn FnMut()>,
}

impl Listener {
    /// Listens for the events of this name. The callback may drop neither the listener nor what owns it; it can have that done
    /// a little later.
    pub(crate) fn new(target: &EventTarget, event: &'static str, callback: Box<dyn FnMut()>) -> Self {
        let callback = Closure::wrap(callback);
        // Adding a listener that is none of the browser's own fails for no event.
        let _ = target.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref());
        Self { target: target.clone(), event, callback }
    }

    /// Listens for as long as the page lives.
    pub(crate) fn keep(self) {
        std::mem::forget(self);
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        // Nor does removing it.
        let _ = self.target.remove_event_listener_with_callback(self.event, self.callback.as_ref().unchecked_ref());
    }
}
