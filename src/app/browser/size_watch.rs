//! Being told when an element changes its size.

use super::exception::unexpected;
use crate::app::model::error::PageError;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, ResizeObserver};

/// Calls back at once and on every change of an element's size, until it is dropped.
pub(crate) struct SizeWatch {
    observer: ResizeObserver,
    // Called by the observer for as long as it lives.
    _on_change: Closure<dyn FnMut()>,
}

impl SizeWatch {
    /// Watches an element.
    pub(crate) fn start(element: &Element, on_change: impl FnMut() + 'static) -> Result<Self, PageError> {
        let on_change = Closure::new(on_change);
        let observer = ResizeObserver::new(on_change.as_ref().unchecked_ref()).map_err(|e| unexpected(&e))?;
        observer.observe(element);
        Ok(Self { observer, _on_change: on_change })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
