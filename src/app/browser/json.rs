//! Values of JavaScript as text, which the page need not understand.

use super::exception::unexpected;
use crate::app::model::error::PageError;
use wasm_bindgen::JsValue;

/// A value as JSON.
pub(crate) fn written(value: &JsValue) -> Result<String, PageError> {
    js_sys::JSON::stringify(value).map(String::from).map_err(|exception| unexpected(&exception))
}

/// The value that a text of JSON holds; `None` where it is something else.
pub(crate) fn read(text: &str) -> Option<JsValue> {
    js_sys::JSON::parse(text).ok()
}
