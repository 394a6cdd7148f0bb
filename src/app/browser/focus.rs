//! Handing the keyboard's focus on.

use leptos::prelude::{document, set_timeout};
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Where the focus goes when the element that was meant to have it is not on the screen.
const OTHERWISE: [&str; 2] = ["[role=tab][aria-selected=true]", ".tools button"];

/// Moves the focus to the first element that the selector names. For buttons that remove or hide themselves: the focus would
/// fall back to the beginning of the page with them.
pub(crate) fn focus_on(selector: &str) {
    let selector = selector.to_owned();
    // Once what has changed is in the document.
    set_timeout(
        move || {
            let _ = [selector.as_str()].into_iter().chain(OTHERWISE).any(has_focus);
        },
        Duration::ZERO,
    );
}

/// Gives the focus to what the selector names; returns whether it has it now, which nothing hidden has.
fn has_focus(selector: &str) -> bool {
    let Ok(Some(element)) = document().query_selector(selector) else { return false };
    let element: HtmlElement = element.unchecked_into();
    // Refused only by what isn't an element of HTML.
    let _ = element.focus();
    document().active_element().is_some_and(|active| active == *element)
}
