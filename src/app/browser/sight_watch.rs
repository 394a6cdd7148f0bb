//! Being told when an element comes into sight and leaves it.

use super::exception::unexpected;
use crate::app::model::error::PageError;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};

/// Calls back with whether an element is in sight, first soon after the start and then whenever that changes, until it is dropped.
pub(crate) struct SightWatch {
    observer: IntersectionObserver,
    // Called by the observer for as long as it lives.
    _on_change: Closure<dyn FnMut(Array)>,
}

impl SightWatch {
    /// Watches an element.
    pub(crate) fn start(element: &Element, mut on_change: impl FnMut(bool) + 'static) -> Result<Self, PageError> {
        let on_change = Closure::new(move |entries: Array| {
            let newest = entries.iter().last().and_then(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok());
            if let Some(entry) = newest {
                on_change(entry.is_intersecting());
            }
        });
        let observer = IntersectionObserver::new(on_change.as_ref().unchecked_ref())
            .map_err(|exception| unexpected(&exception))?;
        observer.observe(element);
        Ok(Self { observer, _on_change: on_change })
    }
}

impl Drop for SightWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
