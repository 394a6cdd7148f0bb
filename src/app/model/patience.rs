//! How long an answer of the engine is waited for.

/// The least wait for an answer, in milliseconds: a busy machine isn't a hanging one.
const LEAST: f64 = 5_000.0;
/// The wait for the first answer, when nothing is known of the machine.
const FIRST: f64 = 7_000.0;
/// The wait as a multiple of the longest of the recent answers.
const TIMES: f64 = 4.0;
/// How much of the longest answer is left with each one that is shorter.
const FADING: f64 = 0.95;
/// The least wait for WebGPU where nobody else could answer: the first frame of every shape makes its pipelines, which takes software
/// without a GPU up to a minute.
const PIPELINES: f64 = 90_000.0;
/// The longest wait for WebGPU where the CPU could answer.
const SUBSTITUTED: f64 = 7_000.0;
/// Waits in vain, one after the other, after which a new worker would hang like those before.
const MOST_STRIKES: u32 = 3;

/// What is known of a worker's answers. It outlives the worker.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Patience {
    longest: Option<f64>,
    strikes: u32,
}

impl Patience {
    /// Milliseconds that an answer may take. Each wait in vain makes the next one twice as long: the machine may be slow beyond all
    /// expectation.
    pub fn limit(&self) -> f64 {
        let usual = self.longest.map_or(FIRST, |longest| (TIMES * longest).max(LEAST));
        usual * self.lengthening()
    }

    /// The same for WebGPU, which nobody needs to wait for where the CPU `could_answer`.
    pub fn limit_on_web_gpu(&self, could_answer: bool) -> f64 {
        if could_answer { self.limit().min(SUBSTITUTED) } else { self.limit().max(PIPELINES) }
    }

    /// How many times longer everything may take after waits in vain.
    pub fn lengthening(&self) -> f64 {
        f64::from(1u32 << self.strikes.min(MOST_STRIKES))
    }

    /// Milliseconds that an answer usually takes, where there were some.
    pub fn usual(&self) -> Option<f64> {
        self.longest
    }

    /// Notes an answer that took `milliseconds`.
    pub fn note(&mut self, milliseconds: f64) {
        self.longest = Some(self.longest.map_or(milliseconds, |longest| milliseconds.max(FADING * longest)));
        self.strikes = 0;
    }

    /// Notes that a worker hung or broke down. Whether another one is worth a try.
    pub fn strike(&mut self) -> bool {
        self.strikes += 1;
        self.strikes <= MOST_STRIKES
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slow_machines_are_given_more_time() {
        let mut patience = Patience::default();
        assert_eq!(patience.limit(), FIRST);
        patience.note(50.0);
        assert_eq!(patience.limit(), LEAST);
        patience.note(2_000.0);
        assert_eq!(patience.limit(), 8_000.0);
        (0..200).for_each(|_| patience.note(50.0));
        assert_eq!(patience.limit(), LEAST);
    }

    #[test]
    fn webgpu_has_time_for_its_pipelines_only_where_nobody_else_could_answer() {
        let mut patience = Patience::default();
        assert_eq!(patience.limit_on_web_gpu(false), PIPELINES);
        assert_eq!(patience.limit_on_web_gpu(true), SUBSTITUTED);
        patience.note(50.0);
        assert_eq!(patience.limit_on_web_gpu(true), LEAST);
        patience.note(30_000.0);
        assert_eq!(patience.limit_on_web_gpu(false), 120_000.0);
        assert_eq!(patience.limit_on_web_gpu(true), SUBSTITUTED);
    }

    #[test]
    fn every_wait_in_vain_doubles_the_next_until_there_is_an_answer() {
        let mut patience = Patience::default();
        patience.note(50.0);
        assert!((0..MOST_STRIKES).all(|_| patience.strike()));
        assert_eq!(patience.limit(), 8.0 * LEAST);
        assert!(!patience.strike());
        patience.note(50.0);
        assert_eq!(patience.limit(), LEAST);
        assert!(patience.strike());
    }
}
