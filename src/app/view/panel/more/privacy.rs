//! What happens to the visitor's pictures, and the count that goes with it.

use crate::app::browser::meter;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::session::Session;
use leptos::prelude::*;

/// A panel that says what stays here, with the bytes sent so far.
#[component]
pub fn PrivacyPanel() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let sent = RwSignal::new(meter::bytes_sent(&window()));
    meter::watch(&window(), move || sent.set(meter::bytes_sent(&window())));
    let bytes = move || match sent.get() {
        Some(bytes) => words.phrase(&Phrase::new("privacy-bytes").with("bytes", Argument::Count(bytes as usize))),
        None => words.say("privacy-uncounted"),
    };
    let points = ["privacy-where", "privacy-stored", "privacy-requests", "privacy-check"];
    view! {
        <details class="privacy" data-testid="privacy">
            <summary>
                {words.text("privacy-title")}
                " "
                <strong data-testid="bytes-sent" translate="no">{bytes}</strong>
            </summary>
            <ul>{points.map(|point| view! { <li>{move || words.say(point)}</li> }).collect_view()}</ul>
        </details>
    }
}

/// How far the copy for visits without a network is.
#[component]
pub fn OfflineStatus() -> impl IntoView {
    let session = Session::of_context();
    let (words, state) = (session.words, session.offline.state());
    view! {
        <p data-testid="offline-status" data-state=move || state.get().name()>
            {move || state.get().message().map(|message| words.say(message))}
        </p>
    }
}
