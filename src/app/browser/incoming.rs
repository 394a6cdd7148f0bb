//! Pictures that the system hands to the installed page.

use js_sys::{Array, Function};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{File, Window};

#[wasm_bindgen]
extern "C" {
    /// What a window was launched with; `web-sys` does not have it.
    type LaunchQueue;
    #[wasm_bindgen(method, js_name = setConsumer)]
    fn set_consumer(this: &LaunchQueue, consumer: &Function);

    type LaunchParams;
    #[wasm_bindgen(method, getter)]
    fn files(this: &LaunchParams) -> Option<Array>;

    type FileHandle;
    #[wasm_bindgen(method, catch, js_name = getFile)]
    async fn get_file(this: &FileHandle) -> Result<JsValue, JsValue>;
}

/// Calls `open` with the files that the page is opened with, now and later. Browsers that open no files with pages have no
/// such queue.
pub fn watch_launches(window: &Window, open: impl Fn(Vec<File>) + Clone + 'static) {
    let Ok(queue) = js_sys::Reflect::get(window, &"launchQueue".into()) else { return };
    if queue.is_undefined() {
        return;
    }
    let consumer = Closure::<dyn Fn(LaunchParams)>::new(move |launch: LaunchParams| {
        let (handles, open) = (launch.files().unwrap_or_default(), open.clone());
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
