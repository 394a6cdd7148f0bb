//! What is done with what was learned: saved, opened again, handed on as a task.

use crate::app::browser::photo::listed;
use crate::app::state::session::Session;
use crate::app::view::parts::choice::Check;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// Buttons for the file and the link.
#[component]
pub fn Keep() -> impl IntoView {
    let session = Session::of_context();
    let (words, trainer) = (session.words, session.trainer);
    let in_use = trainer.in_use();
    let is_nothing = move || in_use.with(Option::is_none);
    let has_no_examples = move || trainer.exercise.with(|exercise| exercise.examples.is_empty());
    let forget = move |_| {
        session.settings.update(|settings| settings.explain.taught = None);
        trainer.forget();
    };
    let input = NodeRef::<html::Input>::new();
    let open = move |_| {
        let Some(input) = input.get_untracked() else { return };
        if let Some(file) = input.files().and_then(|files| listed(&files).into_iter().next()) {
            trainer.open(file);
        }
        input.set_value("");
    };
    view! {
        <div data-testid="taught" hidden=is_nothing>
            <p>{words.text("training-in-use")}</p>
            <div class="switches" hidden=has_no_examples>
                <Check
                    label=Signal::derive(move || words.say("training-save-examples"))
                    id="save-examples"
                    ticked=trainer.saves_examples
                    on_tick=Arc::new(move |saves| trainer.saves_examples.set(saves))
                />
            </div>
            <div class="row">
                <button data-testid="save-heads" on:click=move |_| trainer.save()>{words.text("training-save")}</button>
                <button data-testid="forget-heads" on:click=forget>{words.text("training-stop")}</button>
            </div>
        </div>
        <div class="row">
            <label class="button">
                <input class="unseen" type="file" accept=".json,application/json" data-testid="open-heads" node_ref=input on:change=open />
                <span>{words.text("training-open")}</span>
            </label>
            <button data-testid="copy-task" on:click=move |_| trainer.copy_link()>{words.text("training-link")}</button>
        </div>
    }
}
