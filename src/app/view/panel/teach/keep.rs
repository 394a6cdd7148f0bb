//! What is done with what was learned: saved, opened again, handed on as a task.

use crate::app::browser::photo::listed;
use crate::app::state::session::Session;
use leptos::html;
use leptos::prelude::*;

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
                <label>
                    <input
                        type="checkbox"
                        data-testid="save-examples"
                        prop:checked=move || trainer.saves_examples.get()
                        on:change=move |_| trainer.saves_examples.update(|saves| *saves = !*saves)
                    />
                    {words.text("training-save-examples")}
                </label>
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
