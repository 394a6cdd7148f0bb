//! Buttons to save, copy and share what was found.

use crate::app::browser::take_away::can_share;
use crate::app::state::session::Session;
use crate::app::state::take_away::PictureUse;
use leptos::prelude::*;

/// What the visitor can take away, once there is something.
#[component]
pub fn TakeAway() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let has_findings = move || session.engine.analysis().with(Option::is_some);
    let has_log = move || session.engine.has_log();
    let picture = move |usage: PictureUse, id: &'static str| {
        view! { <button data-testid=id on:click=move |_| session.take_picture(usage)>{move || words.say(id)}</button> }
    };
    view! {
        <section class="take-away" aria-label=words.text("take-away") hidden=move || !has_findings()>
            <p class="muted">{words.text("take-away-local")}</p>
            <div class="row">
                {picture(PictureUse::Save, "save-picture")}
                {picture(PictureUse::Copy, "copy-picture")}
                {can_share(&window()).then(|| picture(PictureUse::Share, "share-picture"))}
                <button data-testid="save-numbers" on:click=move |_| session.save_numbers()>{words.text("save-numbers")}</button>
                <button data-testid="save-log" hidden=move || !has_log() on:click=move |_| session.save_log()>
                    {words.text("save-log")}
                </button>
            </div>
        </section>
    }
}
