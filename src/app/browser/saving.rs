//! Whether the visitor wants to save data.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::Window;

/// Whether the browser is set to load no more than it must (`Save-Data`). Few browsers say.
pub(crate) fn saves_data(window: &Window) -> bool {
    let field = |object: &JsValue, name: &str| Reflect::get(object, &JsValue::from_str(name)).unwrap_or_default();
    let connection = field(&window.navigator(), "connection");
    !connection.is_undefined() && field(&connection, "saveData").is_truthy()
}
