//! The page is put together in several tasks, so that none holds the browser up for long, and shown when all of it is there.

use leptos::prelude::*;
use std::time::Duration;

/// How many turns there are.
const TURNS: u32 = 7;

/// Whose turn it is.
#[derive(Clone, Copy)]
struct Turn(RwSignal<u32>);

/// Lets every [`InTurn`] of the component's children come, one after the other, and calls `finished` when all are there.
pub fn assemble(finished: impl FnOnce() + 'static) {
    let turn = Turn(RwSignal::new(0));
    provide_context(turn);
    next(turn, Box::new(finished));
}

fn next(turn: Turn, finished: Box<dyn FnOnce()>) {
    let come = move || {
        turn.0.update(|turn| *turn += 1);
        if turn.0.get_untracked() < TURNS { next(turn, finished) } else { finished() }
    };
    set_timeout(come, Duration::ZERO);
}

/// A part of the page that comes when it is its turn, from 1 to [`TURNS`].
#[component]
pub fn InTurn(
    /// The turn in which the part comes.
    turn: u32,
    /// The part.
    children: ChildrenFn,
) -> impl IntoView {
    let now: Turn = expect_context();
    view! { <Show when=move || { now.0.get() >= turn }>{children()}</Show> }
}
