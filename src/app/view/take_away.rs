//! Buttons to save, copy and share what was found.

use crate::app::browser::take_away::can_share;
use crate::app::state::session::Session;
use crate::app::state::take_away::PictureUse;
use leptos::prelude::*;

/// What the visitor can take away, once there is something.
#[component]
pub fn TakeAway() -> impl IntoView {
    let session = Session::of_context();
    let has_findings = move || session.engine.analysis().with(Option::is_some);
    let has_log = move || session.engine.has_log().get();
    let picture = move |usage: PictureUse, label: &'static str, id: &'static str| {
        view! { <button data-testid=id on:click=move |_| session.take_picture(usage)>{label}</button> }
    };
    view! {
        <section class="take-away" aria-label="Take away" hidden=move || !has_findings()>
            <p class="muted">"Take away (made on this machine, sent nowhere):"</p>
            <div class="row">
                {picture(PictureUse::Save, "Save picture", "save-picture")}
                {picture(PictureUse::Copy, "Copy picture", "copy-picture")}
                {can_share(&window()).then(|| picture(PictureUse::Share, "Share picture", "share-picture"))}
                <button data-testid="save-numbers" on:click=move |_| session.save_numbers()>"Save numbers (JSON)"</button>
                <button data-testid="save-log" hidden=move || !has_log() on:click=move |_| session.save_log()>
                    "Save session log (CSV)"
                </button>
            </div>
        </section>
    }
}
