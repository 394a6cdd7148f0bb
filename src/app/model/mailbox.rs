//! The place where work for the engine waits: one piece at most, and the newest wins.

/// Hands work to somebody who does one piece at a time and may not have come yet.
///
/// While a piece is in work (or the worker has not opened), a newly offered one replaces the one that waits. So nothing
/// queues, and what is started next is always the newest.
#[derive(Debug)]
pub struct Mailbox<T> {
    state: State,
    waiting: Option<T>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Closed,
    Idle,
    Busy,
}

impl<T> Default for Mailbox<T> {
    fn default() -> Self {
        Self { state: State::Closed, waiting: None }
    }
}

impl<T> Mailbox<T> {
    /// The worker is ready. Returns what to start now, if something waits.
    pub fn open(&mut self) -> Option<T> {
        self.state = State::Idle;
        self.start_waiting()
    }

    /// The worker is gone; what waits goes on waiting for the next one.
    pub fn close(&mut self) {
        self.state = State::Closed;
    }

    /// Offers a piece of work. Returns it if it is to be started now.
    pub fn offer(&mut self, work: T) -> Option<T> {
        self.waiting = Some(work);
        if self.state == State::Idle { self.start_waiting() } else { None }
    }

    /// The piece in work is done. Returns what to start next, if something waits.
    pub fn finish(&mut self) -> Option<T> {
        if self.state == State::Busy {
            self.state = State::Idle;
        }
        if self.state == State::Idle { self.start_waiting() } else { None }
    }

    /// What waits while a piece is in work.
    pub fn waiting(&self) -> Option<&T> {
        self.waiting.as_ref()
    }

    /// Takes out what waits while a piece is in work.
    pub fn take_waiting(&mut self) -> Option<T> {
        self.waiting.take()
    }

    /// Forgets what waits, as when the camera is switched off.
    pub fn discard(&mut self) {
        self.waiting = None;
    }

    fn start_waiting(&mut self) -> Option<T> {
        let work = self.waiting.take();
        if work.is_some() {
            self.state = State::Busy;
        }
        work
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newer_work_replaces_older_while_a_piece_is_in_work() {
        let mut mailbox = Mailbox::default();
        assert_eq!(mailbox.open(), None);
        assert_eq!(mailbox.offer(1), Some(1));
        assert_eq!(mailbox.offer(2), None);
        assert_eq!(mailbox.offer(3), None);
        assert_eq!(mailbox.finish(), Some(3));
        assert_eq!(mailbox.finish(), None);
        assert_eq!(mailbox.offer(4), Some(4));
    }

    #[test]
    fn work_waits_for_a_worker_that_has_not_opened() {
        let mut mailbox = Mailbox::default();
        assert_eq!(mailbox.offer("photo"), None);
        assert_eq!(mailbox.finish(), None);
        assert_eq!(mailbox.open(), Some("photo"));
    }

    #[test]
    fn a_worker_that_broke_down_is_not_given_more_until_the_next_opens() {
        let mut mailbox = Mailbox::default();
        mailbox.open();
        assert_eq!(mailbox.offer(1), Some(1));
        mailbox.close();
        assert_eq!(mailbox.offer(2), None);
        assert_eq!(mailbox.finish(), None);
        assert_eq!(mailbox.open(), Some(2));
    }

    #[test]
    fn discarded_work_is_not_started() {
        let mut mailbox = Mailbox::default();
        mailbox.open();
        mailbox.offer(1);
        mailbox.offer(2);
        mailbox.discard();
        assert_eq!(mailbox.finish(), None);
    }
}
