//! What an empty stage says.

use crate::app::model::panel::Panel;
use crate::app::state::session::Session;
use leptos::prelude::*;

/// What this is, and what becomes of a picture. The tools below it are what to do.
#[component]
pub fn Invitation(
    /// Whether there is a picture in its place.
    hidden: Signal<bool>,
) -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let opens = move |panel: Panel, id: &'static str, message: &'static str| {
        view! {
            <button class="link" data-testid=id on:click=move |_| session.settings.update(|settings| settings.panel = panel)>
                {words.text(message)}
            </button>
        }
    };
    view! {
        <div class="invitation" hidden=hidden>
            <svg viewBox="0 0 120 120" aria-hidden="true">
                <path d="M24 44V24h20 M76 24h20v20 M96 76v20H76 M44 96H24V76" />
                <path d="M60 36c13 0 20 9 20 22 0 16-9 28-20 28s-20-12-20-28c0-13 7-22 20-22z M52 58h.01 M68 58h.01 M53 71c4 4 10 4 14 0" />
            </svg>
            <p class="call">{words.text("invitation")}</p>
            <p class="muted">{words.text("invitation-private")}</p>
            <p class="links">
                {opens(Panel::Lesson, "open-lesson", "how-it-works")}
                {opens(Panel::More, "open-more", "privacy-and-credits")}
            </p>
        </div>
    }
}
