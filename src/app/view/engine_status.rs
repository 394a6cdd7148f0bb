//! How the engine is, which device it uses and why.

use crate::app::model::engine_state::EngineState;
use crate::app::model::failure::device_phrase;
use crate::app::state::session::Session;
use crate::protocol::{Backend, BackendChoice};
use leptos::either::EitherOf3;
use leptos::prelude::*;

/// A progress bar, then the device with its reason, or a sentence and a way on.
#[component]
pub fn EngineStatus() -> impl IntoView {
    let session = Session::of_context();
    let (engine, words) = (session.engine, session.words);
    let state = engine.state();
    let name = move || {
        state.with(|state| match state {
            EngineState::Loading(_) => "loading",
            EngineState::Ready(_) => "ready",
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
    view! {
        <section class="engine" aria-label=words.text("engine") data-testid="engine-status" data-state=name data-backend=backend>
            {move || match state.get() {
                EngineState::Loading(progress) => EitherOf3::A(view! {
                    <p class="engine-line">{words.phrase(&progress.phrase())}</p>
                    <progress aria-label=words.say("loading-engine") max="1" value=progress.share()></progress>
                }),
                EngineState::Ready(info) => EitherOf3::B(view! {
                    <p class="engine-line">
                        <span class="lamp" aria-hidden="true"></span>
                        {match info.backend {
                            Backend::Cpu => words.say("ready-on-cpu"),
                            Backend::WebGpu => words.say("ready-on-webgpu"),
                        }}
                    </p>
                    <p class="muted">{words.phrase(&device_phrase(&info.reason))}</p>
                }),
                EngineState::Failed(sentence) => EitherOf3::C(view! {
                    <p class="engine-line" role="alert">{words.phrase(&sentence)}</p>
                    <Retry />
                }),
            }}
        </section>
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
