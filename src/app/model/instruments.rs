//! How fast the engine works: the last frames' times, and a table to pass on.

use super::order::in_order;
use crate::protocol::{Backend, EngineInfo, Timings};

/// Frames that are kept.
pub const FRAMES: usize = 60;
/// A gap after which the rate is counted anew, in milliseconds: the picture stood still.
const PAUSE: f64 = 2_000.0;

/// A part of a frame's time.
pub type Part = fn(&Timings) -> f64;

/// The stages of a frame, each a message, and the part of [`Timings`] that each is.
pub const STAGES: [(&str, Part); 4] = [
    ("stage-read", |timings| timings.read),
    ("stage-detect", |timings| timings.detect),
    ("stage-attributes", |timings| timings.attributes),
    ("stage-explain", |timings| timings.explain),
];

/// The last frames.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Instruments {
    frames: Vec<(f64, Timings)>,
}

impl Instruments {
    /// Notes a frame that was answered at `now`, in milliseconds.
    pub fn note(&mut self, timings: Timings, now: f64) {
        if self.frames.last().is_some_and(|(at, _)| now - at > PAUSE) {
            self.frames.clear();
        }
        if self.frames.len() == FRAMES {
            self.frames.remove(0);
        }
        self.frames.push((now, timings));
    }

    /// The times of the last frames, oldest first.
    pub fn timings(&self) -> impl Iterator<Item = &Timings> {
        self.frames.iter().map(|(_, timings)| timings)
    }

    /// Frames a second; `None` before there are two.
    pub fn rate(&self) -> Option<f64> {
        let ((first, _), (last, _)) = (self.frames.first()?, self.frames.last()?);
        let seconds = (last - first) / 1_000.0;
        (seconds > 0.0).then(|| (self.frames.len() - 1) as f64 / seconds)
    }

    /// The longest frame in milliseconds.
    pub fn longest(&self) -> f64 {
        self.timings().map(total).fold(0.0, f64::max)
    }
}

/// Where a measurement stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Benchmark {
    /// No measurement was asked for.
    #[default]
    Idle,
    /// A measurement runs, of which this many frames are done.
    Running(usize),
    /// The table of a finished measurement.
    Done(String),
}

/// The time of a whole frame in milliseconds.
pub fn total(timings: &Timings) -> f64 {
    STAGES.iter().map(|(_, of)| of(timings)).sum()
}

/// A table of the frames' times that can be passed on as text. It is in English, so that tables can be compared.
pub fn table(frames: &[Timings], engine: &EngineInfo, browser: &str) -> String {
    let device = match engine.backend {
        Backend::WebGpu => format!("WebGPU ({})", engine.adapter),
        Backend::Cpu => "CPU".to_owned(),
    };
    let hash: String = engine.weights_hash.chars().take(12).collect();
    let mut text = format!("Visage, {} frames, {device}, model {hash}\n{browser}\n\n", frames.len());
    text += &format!("{:<22}{:>10}{:>10}{:>10}\n", "milliseconds", "median", "least", "most");
    let rows = STAGES.into_iter().chain([("together", total as Part)]);
    for (stage, of) in rows {
        let times = in_order(frames.iter().map(of), f64::total_cmp);
        let at = |place: usize| times.get(place).copied().unwrap_or_default();
        let (median, most) = (at(times.len() / 2), at(times.len().saturating_sub(1)));
        text += &format!("{stage:<22}{median:>10.1}{:>10.1}{most:>10.1}\n", at(0));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn timings(detect: f64) -> Timings {
        Timings { read: 1.0, detect, attributes: 2.0, explain: 0.0 }
    }

    #[test]
    fn the_rate_is_that_of_the_last_frames() {
        let mut instruments = Instruments::default();
        assert_eq!(instruments.rate(), None);
        (0..200).for_each(|frame| instruments.note(timings(5.0), 50.0 * f64::from(frame)));
        assert!((instruments.rate().unwrap() - 20.0).abs() < 1e-9);
        assert_eq!((instruments.timings().count(), instruments.longest()), (FRAMES, 8.0));
        instruments.note(timings(5.0), 60_000.0);
        assert_eq!(instruments.rate(), None);
    }

    #[test]
    fn the_table_has_medians() {
        let engine = EngineInfo {
            backend: Backend::WebGpu,
            adapter: "a GPU".to_owned(),
            cost: None,
            weights_hash: "0123456789abcdef".to_owned(),
        };
        let text = table(&[timings(9.0), timings(4.0), timings(5.0)], &engine, "a browser");
        assert!(text.contains("3 frames, WebGPU (a GPU), model 0123456789ab\n"));
        let row = text.lines().find(|line| line.starts_with("stage-detect")).unwrap();
        assert_eq!(row.split_whitespace().collect::<Vec<_>>(), ["stage-detect", "5.0", "4.0", "9.0"]);
        let together = text.lines().last().unwrap();
        assert!(together.starts_with("together") && together.contains("8.0"));
    }
}
