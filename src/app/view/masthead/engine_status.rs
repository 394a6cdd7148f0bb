//! How the engine is, which device it uses and why.

use crate::app::model::engine_state::EngineState;
use crate::app::model::failure::device_phrase;
use crate::app::state::session::Session;
use crate::protocol::{Backend, BackendChoice};
use leptos::prelude::*;

/// A dot with a word or two; the sentence behind them on demand, and at once when the engine has failed.
#[component]
pub fn EngineStatus() -> impl IntoView {
    let session = Session::of_context();
    let (engine, words) = (session.engine, session.words);
    let state = engine.state();
    let name = move || {
        state.with(|state| match state {
            EngineState::Loading(_) => "loading",
            EngineState::Ready { .. } => "ready",
            EngineState::Failed(_) => "failed",
        })
    };
    let backend = move || {
        state.with(|state| {
            state.info().map(|info| match info.backend {
                Backend::Cpu => "cpu",
                Backend::WebGpu => "webgpu",
            })
        })
    };
    let in_a_word = move || {
        words.say(state.with(|state| match state {
            EngineState::Loading(_) => "engine-loading",
            EngineState::Failed(_) => "engine-failed",
            EngineState::Ready { info, .. } => match info.backend {
                Backend::Cpu => "ready-on-cpu",
                Backend::WebGpu => "ready-on-webgpu",
            },
        }))
    };
    let sentence = move || {
        words.phrase(&state.with(|state| match state {
            EngineState::Loading(progress) => progress.phrase(),
            EngineState::Ready { reason, .. } => device_phrase(reason),
            EngineState::Failed(sentence) => sentence.clone(),
        }))
    };
    let share = move || {
        state.with(|state| match state {
            EngineState::Loading(progress) => progress.share(),
            EngineState::Ready { .. } | EngineState::Failed(_) => None,
        })
    };
    let is_loading = move || name() == "loading";
    let has_failed = move || name() == "failed";
    view! {
        <details class="engine" data-testid="engine-status" data-state=name data-backend=backend prop:open=has_failed>
            <summary aria-label=move || format!("{}: {}", words.say("engine"), in_a_word())>
                <span class="lamp" aria-hidden="true"></span>
                <span class="engine-word">{in_a_word}</span>
                <Show when=is_loading>
                    <progress aria-label=words.text("loading-engine") max="1" value=share></progress>
                </Show>
            </summary>
            <div class="engine-more">
                <p role=move || has_failed().then_some("alert")>{sentence}</p>
                <Show when=has_failed>
                    <Retry />
                </Show>
            </div>
        </details>
    }
}

/// What can be done about an engine that failed.
#[component]
fn Retry() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let is_forced = move || session.settings.with(|settings| settings.backend == BackendChoice::WebGpu);
    let use_cpu = move |_| {
        session.settings.update(|settings| settings.backend = BackendChoice::Cpu);
        session.engine.start();
    };
    view! {
        <div class="row">
            <button on:click=move |_| session.engine.start()>{words.text("start-again")}</button>
            <button hidden=move || !is_forced() on:click=use_cpu>{words.text("use-the-cpu")}</button>
        </div>
    }
}
