//! The rest: what can be taken away, instruments, privacy, and credits.

mod credits;
mod instruments;
mod privacy;
mod take_away;

use crate::app::state::session::Session;
use credits::Credits;
use instruments::InstrumentPanel;
use leptos::prelude::*;
use privacy::{OfflineStatus, PrivacyPanel};
use take_away::TakeAway;

/// Everything that few visitors need at once.
#[component]
pub fn More() -> impl IntoView {
    let words = Session::of_context().words;
    view! {
        <div class="more">
            <TakeAway />
            <section class="notes" aria-label=words.text("privacy")>
                <h2>{words.text("privacy")}</h2>
                <PrivacyPanel />
                <OfflineStatus />
            </section>
            <InstrumentPanel />
            <Credits />
        </div>
    }
}
