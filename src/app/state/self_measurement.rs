//! Measuring the engine on what is on the stage.

use super::session::Session;
use crate::app::browser::take_away;
use crate::app::model::instruments::{Benchmark, table};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Frames that are measured, and frames before them that only warm up.
const MEASURED: usize = 30;
const WARM_UP: usize = 3;

impl Session {
    /// Has what is on the stage analysed some times over, and makes a table of the times.
    pub(crate) fn run_benchmark(self) {
        if matches!(self.benchmark.get_untracked(), Benchmark::Running(_)) {
            return;
        }
        self.benchmark.set(Benchmark::Running(0));
        spawn_local(async move {
            let mut frames = Vec::with_capacity(MEASURED);
            for frame in 0..WARM_UP + MEASURED {
                self.engine.ask(self.source.get_untracked());
                let is_answered = self.engine.answered().await;
                let timings =
                    self.engine.found().with_untracked(|found| found.as_ref().map(|found| found.latest.timings));
                let Some(timings) = timings.filter(|_| is_answered) else {
                    // Something else is on the stage, and times of two pictures make no table.
                    self.benchmark.set(Benchmark::Idle);
                    return;
                };
                if frame >= WARM_UP {
                    frames.push(timings);
                    self.benchmark.set(Benchmark::Running(frames.len()));
                }
            }
            let browser = window().navigator().user_agent().unwrap_or_default();
            let info = self.engine.state().with_untracked(|state| state.info().cloned());
            self.benchmark.set(info.map_or(Benchmark::Idle, |info| Benchmark::Done(table(&frames, &info, &browser))));
        });
    }

    /// Puts the table into the clipboard.
    pub(crate) fn copy_benchmark(self) {
        let Benchmark::Done(table) = self.benchmark.get_untracked() else { return };
        let copying = take_away::copy_text(&window(), &table);
        spawn_local(async move { self.tell_copied(copying).await });
    }
}
