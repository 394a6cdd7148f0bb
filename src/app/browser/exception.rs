//! What JavaScript throws, in words.

use crate::app::model::error::PageError;
use wasm_bindgen::{JsCast, JsValue};

/// The name of a thrown exception, such as `NotAllowedError`.
pub(crate) fn name(exception: &JsValue) -> String {
    exception
        .dyn_ref::<web_sys::DomException>()
        .map(web_sys::DomException::name)
        .or_else(|| exception.dyn_ref::<js_sys::Error>().map(|error| String::from(error.name())))
        .unwrap_or_else(|| "unknown error".to_owned())
}

/// An exception that no browser should throw there.
pub(crate) fn unexpected(exception: &JsValue) -> PageError {
    let message = exception
        .dyn_ref::<web_sys::DomException>()
        .map(web_sys::DomException::message)
        .or_else(|| exception.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message())))
        .unwrap_or_default();
    PageError::Browser(if message.is_empty() { name(exception) } else { message })
}
