//! The examples as little pictures: those that were answered wrongly first.

use crate::app::browser::map_picture::draw_rgb;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::session::Session;
use crate::app::state::trainer::Phase;
use crate::app::view::parts::list::list;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// Most pictures that are shown at once.
const MOST: usize = 48;

/// The newest examples, behind those that are answered wrongly.
#[component]
pub fn Examples() -> impl IntoView {
    let session = Session::of_context();
    let (words, trainer) = (session.words, session.trainer);
    let wrong = Memo::new(move |_| {
        let wrong = |phase: &Phase| phase.outcomes().iter().flat_map(|outcome| outcome.wrong.clone()).collect();
        trainer.phase().with(|phase| -> Vec<u32> { wrong(phase) })
    });
    let numbers = Memo::new(move |_| {
        let order = wrong.with(|wrong| trainer.exercise.with(|exercise| exercise.in_order(wrong)));
        order.into_iter().take(MOST).collect::<Vec<u32>>()
    });
    let count = Memo::new(move |_| trainer.exercise.with(|exercise| exercise.examples.len()));
    let title = move || words.phrase(&Phrase::new("training-examples").with("count", Argument::Count(count.get())));
    let entry = move |number| view! { <Picture number wrong /> }.into_any();
    view! {
        <details class="fold examples" open data-testid="examples" hidden=move || count.get() == 0>
            <summary>{title}</summary>
            <ul>{list(numbers.into(), Arc::new(entry))}</ul>
            <p class="muted">{words.text("training-examples-hint")}</p>
            <button data-testid="clear-examples" on:click=move |_| trainer.clear()>{words.text("training-clear")}</button>
        </details>
    }
}

/// One example, with its classes, to be deleted or given others.
#[component]
fn Picture(
    /// The example's number.
    number: u32,
    /// Numbers of the examples that are answered wrongly.
    wrong: Memo<Vec<u32>>,
) -> impl IntoView {
    let session = Session::of_context();
    let (words, exercise) = (session.words, session.trainer.exercise);
    let canvas = NodeRef::<html::Canvas>::new();
    Effect::new(move || {
        let Some(canvas) = canvas.get() else { return };
        exercise.with_untracked(|exercise| {
            if let Some(example) = exercise.examples.iter().find(|example| example.number == number) {
                // An example without its picture is still one.
                let _ = draw_rgb(&canvas, example.sample.size, &example.sample.crop);
            }
        });
    });
    let names = Memo::new(move |_| exercise.with(|exercise| exercise.names(number).join(", ")));
    let named = move |id| words.phrase(&Phrase::new(id).with("name", Argument::Text(names.get())));
    let is_wrong = move || wrong.with(|wrong| wrong.contains(&number));
    view! {
        <li data-testid="example" data-wrong=move || is_wrong().then_some("")>
            <canvas node_ref=canvas role="img" aria-label=names></canvas>
            <span translate="no">{names}</span>
            <button
                data-testid="relabel"
                title=words.text("training-relabel")
                aria-label=move || named("training-relabel-named")
                on:click=move |_| exercise.update(|exercise| exercise.relabel(number))
            >
                "⇄"
            </button>
            <button
                data-testid="forget"
                title=words.text("training-forget")
                aria-label=move || named("training-forget-named")
                on:click=move |_| exercise.update(|exercise| exercise.forget(number))
            >
                "×"
            </button>
        </li>
    }
}
