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
                <strong>{words.text("notes-appearance")}</strong>
                " "
                {words.text("notes-labels")}
            </p>
            <p>{words.text("notes-private")}</p>
            <PrivacyPanel />
            <OfflineStatus />
            <p>
                <a href="notices.html">{words.text("notices")}</a>
            </p>
        </footer>
    }
}
