//! The page's program: puts the page into its document. On other machines than a browser's it does nothing.

#[cfg(target_arch = "wasm32")]
fn main() -> Result<(), wasm_bindgen::JsError> {
    console_error_panic_hook::set_once();
    Ok(visage::app::mount()?)
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
