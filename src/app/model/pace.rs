//! Doing something now and then instead of all the time.

/// Lets something through at most once in a while.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    every: f64,
    last: Option<f64>,
}

impl Pace {
    /// Once in `every` milliseconds.
    pub fn of(every: f64) -> Self {
        Self { every, last: None }
    }

    /// Whether it is time again at `now`, in milliseconds; if so, the next wait begins.
    pub fn is_due(&mut self, now: f64) -> bool {
        let is_due = self.last.is_none_or(|last| now - last >= self.every);
        if is_due {
            self.last = Some(now);
        }
        is_due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_time_is_at_once_and_the_next_after_the_wait() {
        let mut pace = Pace::of(300.0);
        assert!(pace.is_due(50.0));
        assert!(!pace.is_due(349.0));
        assert!(pace.is_due(350.0));
        assert!(!pace.is_due(600.0));
    }
}
