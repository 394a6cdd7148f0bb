//! The line at the top: the name, what this is, the language, and how the engine is.

mod engine_status;

use crate::app::state::session::Session;
use crate::app::view::language::LanguageChoice;
use engine_status::EngineStatus;
use leptos::prelude::*;

/// One line; the sentence gives way where there is no room for it.
#[component]
pub fn Masthead() -> impl IntoView {
    let words = Session::of_context().words;
    view! {
        <header class="masthead">
            <h1 translate="no">"Visage"</h1>
            <p class="lead">{words.text("lead")}</p>
            <EngineStatus />
            <LanguageChoice />
        </header>
    }
}
