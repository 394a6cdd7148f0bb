//! Teaching the network something: experiments for a class, made in the tab beside the lesson.

use crate::app::model::panel::Panel;
use crate::app::state::session::Session;
use leptos::prelude::*;

/// The experiments: what they are called, and what is done. Both are messages.
const EXPERIMENTS: [(&str, &str); 4] = [
    ("yourself-noise", "yourself-noise-how"),
    ("yourself-related", "yourself-related-how"),
    ("yourself-unfair", "yourself-unfair-how"),
    ("yourself-shortcut", "yourself-shortcut-how"),
];

/// What can be found out, and the way to where it is done.
#[component]
pub fn Yourself() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let experiment = move |(title, how): (&'static str, &'static str)| {
        view! {
            <h3>{words.text(title)}</h3>
            <p>{words.text(how)}</p>
        }
    };
    view! {
        <p>{words.text("yourself-what")}</p>
        <button
            class="primary"
            data-testid="open-teach"
            on:click=move |_| session.settings.update(|settings| settings.panel = Panel::Teach)
        >
            {words.text("yourself-open")}
        </button>
        {EXPERIMENTS.map(experiment).into_iter().collect_view()}
    }
}
