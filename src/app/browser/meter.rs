//! The count of what the page's programs hand to the network, which `www/meter.js` keeps.

use js_sys::Reflect;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{EventTarget, Window};

/// Bytes sent so far; `None` where nobody counts.
pub(crate) fn bytes_sent(window: &Window) -> Option<f64> {
    let field = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).ok();
    field(window, "visageMeter").filter(JsValue::is_object).and_then(|meter| field(&meter, "bytesSent"))?.as_f64()
}

/// Calls `changed` whenever the count changes, for as long as the page lives.
pub(crate) fn watch(window: &Window, changed: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(changed);
    let target: &EventTarget = window;
    // Adding a listener fails for no event of this kind.
    let _ = target.add_event_listener_with_callback("visage-meter", listener.as_ref().unchecked_ref());
    listener.forget();
}
