//! Time in a worker: what the browser's clock says, and waiting.

use super::reply::scope;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// The browser's clock, in milliseconds.
pub(super) fn now() -> f64 {
    scope().performance().map_or(0.0, |performance| performance.now())
}

/// Resolves after `milliseconds`.
pub(super) async fn after(milliseconds: i32) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        // Without a timer the wait is none.
        if scope().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds).is_err() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let _ = JsFuture::from(promise).await;
}
