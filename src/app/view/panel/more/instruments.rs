//! The instrument panel: how fast, on what, with how much memory.

use crate::app::model::engine_state::{DeviceReason, EngineState};
use crate::app::model::failure::device_phrase;
use crate::app::model::instruments::{Benchmark, FRAMES, Part, STAGES};
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::session::Session;
use leptos::prelude::*;

/// Size of the chart in its own units: one for each frame across.
const HEIGHT: f64 = 40.0;
/// The stages' colours (Okabe and Ito, 2008).
const COLOURS: [&str; 4] = ["#56b4e9", "#0072b2", "#d55e00", "#e69f00"];

/// A switch, and behind it the instruments.
#[component]
pub fn InstrumentPanel() -> impl IntoView {
    let session = Session::of_context();
    let (settings, words) = (session.settings, session.words);
    let is_open = Memo::new(move |_| settings.with(|settings| settings.instruments));
    view! {
        <section class="instruments" aria-label=words.text("instruments")>
            <h2>{words.text("instruments")}</h2>
            <button
                data-testid="instruments"
                aria-expanded=move || is_open.get().to_string()
                on:click=move |_| settings.update(|settings| settings.instruments = !settings.instruments)
            >
                {move || words.say(if is_open.get() { "hide-instruments" } else { "show-instruments" })}
            </button>
            <Show when=move || is_open.get()>
                <Readings />
                <BenchmarkTable />
            </Show>
        </section>
    }
}

/// The live figures.
#[component]
fn Readings() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let instruments = session.engine.records().instruments();
    let info = move || session.engine.state().with(|state| state.info().cloned());
    let device = move || {
        session.engine.state().with(|state| match state {
            EngineState::Ready { reason, .. } => Some(reason.clone()),
            EngineState::Loading(_) | EngineState::Failed(_) => None,
        })
    };
    let rate = move || {
        let rate = instruments.with(|instruments| instruments.rate());
        rate.map_or_else(|| "–".to_owned(), |rate| words.number_of(rate, 1))
    };
    let memory = move || {
        let bytes = session.engine.latest().with(|latest| latest.as_ref().map(|analysis| analysis.memory));
        bytes.map_or_else(
            || "–".to_owned(),
            |bytes| words.phrase(&Phrase::new("megabytes").with("megabytes", Argument::Number(bytes / 1e6, 0))),
        )
    };
    let model =
        move || info().map_or_else(|| "–".to_owned(), |info| info.weights_hash.chars().take(12).collect::<String>());
    let bars = move || {
        instruments.with(|instruments| {
            let scale = HEIGHT / instruments.longest().max(1.0);
            let frame = |(place, timings)| {
                let mut top = HEIGHT;
                let stage = |(index, (_, of)): (usize, &(&str, Part))| {
                    let height = of(timings) * scale;
                    top -= height;
                    // There is a colour for every stage.
                    view! { <rect x=place y=top width="0.8" height=height fill=COLOURS[index] /> }
                };
                STAGES.iter().enumerate().map(stage).collect_view()
            };
            instruments.timings().enumerate().map(frame).collect_view()
        })
    };
    let longest = move || {
        let longest = Argument::Number(instruments.with(|instruments| instruments.longest()), 0);
        words.phrase(&Phrase::new("times-full-height").with("milliseconds", longest))
    };
    let key = move |(index, (name, _)): (usize, (&'static str, Part))| {
        view! { <li><span class="swatch" style:background=COLOURS[index] aria-hidden="true"></span>{move || words.say(name)}</li> }
    };
    view! {
        <dl class="readings">
            <div><dt>{words.text("frames-a-second")}</dt><dd data-testid="frame-rate">{rate}</dd></div>
            <div><dt>{words.text("engine")}</dt><dd>{move || device().map(|reason| words.phrase(&device_phrase(&reason)))}</dd></div>
            <div><dt>{words.text("engine-memory")}</dt><dd>{memory}</dd></div>
            <div><dt>{words.text("model-hash")}</dt><dd data-testid="model-hash">{model}</dd></div>
        </dl>
        <figure class="times">
            <svg viewBox=format!("0 0 {FRAMES} {HEIGHT}") preserveAspectRatio="none" role="img" aria-label=words.text("times-of-frames")>
                {bars}
            </svg>
            <figcaption>
                {longest}
                <ul class="swatches">{STAGES.into_iter().enumerate().map(key).collect_view()}</ul>
            </figcaption>
        </figure>
    }
}

/// The benchmark and its table.
#[component]
fn BenchmarkTable() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let benchmark = session.benchmark;
    // While WebGPU is prepared it takes time from the CPU, and may take its place.
    let is_settled = move || {
        session
            .engine
            .state()
            .with(|state| matches!(state, EngineState::Ready { reason, .. } if *reason != DeviceReason::WebGpuPrepared))
    };
    let can_run = move || {
        is_settled()
            && session.source.with(|source| source.is_something())
            && !matches!(benchmark.get(), Benchmark::Running(_))
    };
    let label = move || match benchmark.get() {
        Benchmark::Running(frames) => {
            words.phrase(&Phrase::new("benchmark-running").with("frame", Argument::Count(frames)))
        }
        Benchmark::Idle | Benchmark::Done(_) => words.say("run-benchmark"),
    };
    let table = move || match benchmark.get() {
        Benchmark::Done(table) => Some(table),
        Benchmark::Idle | Benchmark::Running(_) => None,
    };
    view! {
        <div class="row">
            <button data-testid="run-benchmark" disabled=move || !can_run() on:click=move |_| session.run_benchmark()>
                {label}
            </button>
            <button hidden=move || table().is_none() on:click=move |_| session.copy_benchmark()>{words.text("copy-table")}</button>
        </div>
        <pre data-testid="benchmark-table" tabindex="0" hidden=move || table().is_none()>{table}</pre>
    }
}
