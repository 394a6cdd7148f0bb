//! The files in folders that are dropped onto the page.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File};

/// The most files that are taken out of folders, and how deep they may lie.
const MOST_FILES: usize = 1000;
const MOST_DEPTH: usize = 8;

#[wasm_bindgen]
extern "C" {
    /// What was dropped; `web-sys` does not have all of it.
    type Items;
    #[wasm_bindgen(method, getter)]
    fn items(this: &Items) -> JsValue;

    type Item;
    #[wasm_bindgen(method, catch, js_name = webkitGetAsEntry)]
    fn entry(this: &Item) -> Result<Option<Entry>, JsValue>;

    /// A file or a folder.
    #[derive(Clone)]
    pub type Entry;
    #[wasm_bindgen(method, getter)]
    pub fn name(this: &Entry) -> String;
    #[wasm_bindgen(method, getter, js_name = isDirectory)]
    fn is_directory(this: &Entry) -> bool;
    #[wasm_bindgen(method, js_name = file)]
    fn get_file(this: &Entry, found: &Function, failed: &Function);
    #[wasm_bindgen(method, js_name = createReader)]
    fn create_reader(this: &Entry) -> Reader;

    type Reader;
    /// Gives some of a folder's entries at a time, and none when there are no more.
    #[wasm_bindgen(method, js_name = readEntries)]
    fn read_entries(this: &Reader, found: &Function, failed: &Function);
}

/// The folders that were dropped. They have to be asked for while the event is being handled.
pub(crate) fn folders_of(transfer: &DataTransfer) -> Vec<Entry> {
    let items = Array::from(&transfer.unchecked_ref::<Items>().items());
    let entries = items.iter().filter_map(|item| item.unchecked_into::<Item>().entry().ok().flatten());
    entries.filter(Entry::is_directory).collect()
}

/// The pictures and films in folders and in those inside of them, by name.
pub(crate) async fn pictures_in(folders: &[Entry]) -> Vec<File> {
    let mut files = Vec::new();
    let mut waiting: Vec<(Entry, usize)> = folders.iter().rev().map(|folder| (folder.clone(), 0)).collect();
    while let Some((folder, depth)) = waiting.pop() {
        let mut entries = entries_of(&folder).await;
        entries.sort_by_key(Entry::name);
        for entry in &entries {
            // Systems keep notes of their own in folders, and hide them so.
            if entry.is_directory() || entry.name().starts_with('.') || files.len() >= MOST_FILES {
                continue;
            }
            let file = JsFuture::from(Promise::new(&mut |found, failed| entry.get_file(&found, &failed))).await;
            // What cannot be read is left out, as is what is neither.
            let file = file.ok().map(|file| file.unchecked_into::<File>());
            files.extend(file.filter(|file| ["image/", "video/"].iter().any(|kind| file.type_().starts_with(kind))));
        }
        let inside = entries.into_iter().filter(Entry::is_directory);
        waiting.extend(inside.rev().map(|entry| (entry, depth + 1)).filter(|(_, depth)| *depth <= MOST_DEPTH));
    }
    files
}

async fn entries_of(folder: &Entry) -> Vec<Entry> {
    let reader = folder.create_reader();
    let mut entries = Vec::new();
    loop {
        let some = JsFuture::from(Promise::new(&mut |found, failed| reader.read_entries(&found, &failed))).await;
        // A folder that cannot be read any further has what it has given by then.
        let some = some.map(|some| Array::from(&some)).unwrap_or_default();
        if some.length() == 0 {
            return entries;
        }
        entries.extend(some.iter().map(JsCast::unchecked_into::<Entry>));
    }
}
