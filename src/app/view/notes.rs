//! What the estimates are and are not.

use super::privacy::{OfflineStatus, PrivacyPanel};
use crate::app::state::session::Session;
use leptos::prelude::*;

/// The note at the end of the page.
#[component]
pub fn Notes() -> impl IntoView {
    let words = Session::of_context().words;
    view! {
        <footer class="notes">
            <p>
                <strong>{move || words.say("notes-appearance")}</strong>
                " "
                {move || words.say("notes-labels")}
            </p>
            <p>{move || words.say("notes-private")}</p>
            <PrivacyPanel />
            <OfflineStatus />
            <p>
                <a href="notices.html">{move || words.say("notices")}</a>
            </p>
        </footer>
    }
}
