//! Buttons to save, copy and share what was found.

use crate::app::browser::focus::focus_on;
use crate::app::browser::take_away::can_share;
use crate::app::state::session::Session;
use crate::app::state::take_away::PictureUse;
use leptos::prelude::*;

/// What the visitor can take away, once there is something.
#[component]
pub fn TakeAway() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let has_findings = move || session.engine.found().with(Option::is_some);
    let has_log = move || session.engine.records().has_log();
    let clear = move |_| {
        session.engine.records().clear_log();
        focus_on(".take-away button");
    };
    let picture = move |usage: PictureUse, id: &'static str| {
        view! { <button data-testid=id on:click=move |_| session.take_picture(usage)>{move || words.say(id)}</button> }
    };
    view! {
        <section class="take-away" aria-label=words.text("take-away")>
            <h2>{words.text("take-away")}</h2>
            <p class="muted">{move || words.say(if has_findings() { "take-away-local" } else { "take-away-nothing" })}</p>
            <div class="row" hidden=move || !has_findings()>
                {picture(PictureUse::Save, "save-picture")}
                {picture(PictureUse::Copy, "copy-picture")}
                {can_share(&window()).then(|| picture(PictureUse::Share, "share-picture"))}
                <button data-testid="save-numbers" on:click=move |_| session.save_numbers()>{words.text("save-numbers")}</button>
            </div>
            <div class="row" hidden=move || !has_log()>
                <p class="muted">{words.text("log-kept")}</p>
                <button data-testid="save-log" on:click=move |_| session.save_log()>{words.text("save-log")}</button>
                <button data-testid="clear-log" on:click=clear>{words.text("clear-log")}</button>
            </div>
        </section>
    }
}
