//! JavaScript's exceptions as text.

use wasm_bindgen::{JsCast, JsValue};

/// The message of an `Error`, or the value's own text.
pub(super) fn message(exception: &JsValue) -> String {
    match exception.dyn_ref::<js_sys::Error>() {
        Some(error) => error.message().into(),
        None => exception.as_string().unwrap_or_else(|| format!("{exception:?}")),
    }
}
