//! Lists whose entries come and go.

use leptos::prelude::*;
use std::sync::Arc;

/// What shows the entry with a key.
pub type Entry = Arc<dyn Fn(u32) -> AnyView + Send + Sync>;

/// An entry for each of `keys`, which stays as it is for as long as its key is among them.
///
/// All lists of the page go through here, because each with types of its own would bring its own copy of the program that finds
/// out what has come and gone.
pub fn list(keys: Signal<Vec<u32>>, entry: Entry) -> AnyView {
    view! { <For each=move || keys.get() key=|key| *key children=move |key| entry(key) /> }.into_any()
}
