//! What the system hands to the installed page.

use super::clock::now;
use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, Window};

/// Milliseconds within which a page is told of the launch that has opened it.
const OPENING: f64 = 1_000.0;

#[wasm_bindgen]
extern "C" {
    /// What a window was launched with; `web-sys` does not have it.
    type LaunchQueue;
    #[wasm_bindgen(method, js_name = setConsumer)]
    fn set_consumer(this: &LaunchQueue, consumer: &Function);

    type LaunchParams;
    #[wasm_bindgen(method, getter)]
    fn files(this: &LaunchParams) -> Option<Array>;
    #[wasm_bindgen(method, getter, js_name = targetURL)]
    fn target_url(this: &LaunchParams) -> Option<String>;

    type FileHandle;
    #[wasm_bindgen(method, catch, js_name = getFile)]
    async fn get_file(this: &FileHandle) -> Result<JsValue, JsValue>;

    type MediaQuery;
    #[wasm_bindgen(method, getter)]
    fn matches(this: &MediaQuery) -> bool;
    #[wasm_bindgen(js_name = matchMedia)]
    fn match_media(query: &str) -> MediaQuery;
}

/// Calls `open` with the files that the page is opened with, now and later, and `call` with the addresses by which it is called
/// while it is open. Browsers that open no files with pages have no such queue.
pub(crate) fn watch_launches(
    window: &Window,
    open: impl Fn(Vec<File>) + Copy + 'static,
    call: impl Fn(&str) + 'static,
) {
    let Ok(queue) = js_sys::Reflect::get(window, &"launchQueue".into()) else { return };
    if queue.is_undefined() {
        return;
    }
    let begun = now();
    let consumer = Closure::<dyn Fn(LaunchParams)>::new(move |launch: LaunchParams| {
        // The page knows the address that it has been opened with.
        if now() - begun > OPENING
            && let Some(address) = launch.target_url()
        {
            call(&address);
        }
        let handles = launch.files().unwrap_or_default();
        spawn_local(async move {
            let mut files = Vec::new();
            for handle in handles.iter() {
                // A file that was moved away meanwhile is left out.
                if let Ok(file) = handle.unchecked_into::<FileHandle>().get_file().await {
                    files.push(file.unchecked_into());
                }
            }
            if !files.is_empty() {
                open(files);
            }
        });
    });
    queue.unchecked_into::<LaunchQueue>().set_consumer(consumer.as_ref().unchecked_ref());
    // For as long as the page lives.
    consumer.forget();
}

/// Whether the page has a window of its own, as one that was installed has. Only there the visitor has asked for what its address
/// says; elsewhere it may be anybody's link.
pub(crate) fn is_installed() -> bool {
    match_media("(display-mode: standalone)").matches()
}
