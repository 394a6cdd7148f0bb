//! Time for the stages of an analysis, without asking which platform's clock it is.

/// Gives the milliseconds since some fixed moment.
pub type Clock = fn() -> f64;

/// The operating system's monotonic clock. Browsers have their own (`performance.now()`).
#[cfg(not(target_family = "wasm"))]
pub fn system_clock() -> f64 {
    use std::sync::OnceLock;
    use std::time::Instant;
    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed().as_secs_f64() * 1000.0
}

/// Measures stages that follow one another.
pub(super) struct Stopwatch {
    clock: Clock,
    last: f64,
}

impl Stopwatch {
    /// A stopwatch that starts now.
    pub(super) fn start(clock: Clock) -> Self {
        Self { clock, last: clock() }
    }

    /// Milliseconds since the start or the last lap.
    pub(super) fn lap(&mut self) -> f64 {
        let now = (self.clock)();
        now - std::mem::replace(&mut self.last, now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn laps_follow_one_another() {
        let before = system_clock();
        let mut stopwatch = Stopwatch::start(system_clock);
        std::thread::sleep(std::time::Duration::from_millis(5));
        let (first, second) = (stopwatch.lap(), stopwatch.lap());
        let passed = system_clock() - before;
        assert!(first >= 5.0 && second >= 0.0 && first + second <= passed);
    }
}
