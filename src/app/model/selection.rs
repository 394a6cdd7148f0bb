//! Which face is looked at more closely.

use super::order::in_order;

/// Milliseconds that a video's selected face is waited for, before the choice moves on.
const WAIT: f64 = 1_500.0;

/// The selected face: the one that the visitor chose, or else the largest.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Choice {
    number: Option<u32>,
    // When it was seen last, in milliseconds.
    seen: f64,
}

impl Choice {
    /// The face's number; `None` where there is no face.
    pub fn number(&self) -> Option<u32> {
        self.number
    }

    /// Takes in the numbers of a frame's faces, the largest first, as they are at `now` milliseconds. Only in a video a face that
    /// is missing may come back.
    pub fn see(&mut self, faces: &[u32], now: f64, is_video: bool) {
        let Some(number) = self.number else {
            *self = Self { number: faces.first().copied(), seen: now };
            return;
        };
        if faces.contains(&number) {
            self.seen = now;
        } else if !is_video || now - self.seen > WAIT {
            *self = Self { number: faces.first().copied(), seen: now };
        }
    }

    /// Chooses a face of those in the last frame.
    pub fn choose(&mut self, number: u32, now: f64) {
        *self = Self { number: Some(number), seen: now };
    }

    /// Chooses the face that is `by` places further on in the order of the numbers, or the one at that end.
    pub fn step(&mut self, faces: &[u32], by: isize, now: f64) {
        let faces = in_order(faces.iter().copied(), u32::cmp);
        let Some(last) = faces.len().checked_sub(1) else { return };
        let goal = match faces.iter().position(|&face| Some(face) == self.number) {
            Some(place) => place.saturating_add_signed(by).min(last),
            None => 0,
        };
        if let Some(&number) = faces.get(goal) {
            self.choose(number, now);
        }
    }

    /// Something else is looked at: the largest face of what comes is selected.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_face_is_selected_until_another_one_is_chosen() {
        let mut choice = Choice::default();
        choice.see(&[], 0.0, true);
        assert_eq!(choice.number(), None);
        choice.see(&[2, 0], 10.0, true);
        assert_eq!(choice.number(), Some(2));
        // Another one has come nearer.
        choice.see(&[0, 2], 20.0, true);
        assert_eq!(choice.number(), Some(2));
        choice.choose(0, 25.0);
        choice.see(&[2, 0], 30.0, true);
        assert_eq!(choice.number(), Some(0));
    }

    #[test]
    fn a_missing_face_is_waited_for_in_a_video() {
        let mut choice = Choice::default();
        choice.see(&[1, 4], 0.0, true);
        choice.see(&[4], WAIT - 1.0, true);
        assert_eq!(choice.number(), Some(1));
        choice.see(&[4, 1], WAIT, true);
        choice.see(&[4], 2.0 * WAIT, true);
        assert_eq!(choice.number(), Some(1));
        choice.see(&[4], 2.0 * WAIT + 1.0, true);
        assert_eq!(choice.number(), Some(4));
        choice.see(&[], 4.0 * WAIT, true);
        assert_eq!(choice.number(), None);
    }

    #[test]
    fn nobody_comes_back_in_a_photo_and_something_else_starts_afresh() {
        let mut choice = Choice::default();
        choice.see(&[0, 1], 0.0, false);
        choice.choose(1, 1.0);
        choice.see(&[0, 1], 2.0, false);
        assert_eq!(choice.number(), Some(1));
        choice.see(&[0], 3.0, false);
        assert_eq!(choice.number(), Some(0));
        choice.choose(1, 4.0);
        choice.forget();
        choice.see(&[0, 1], 5.0, true);
        assert_eq!(choice.number(), Some(0));
    }

    #[test]
    fn steps_go_by_number_and_end_at_the_ends() {
        let mut choice = Choice::default();
        choice.step(&[], 1, 0.0);
        assert_eq!(choice.number(), None);
        let faces = [3, 0, 1];
        choice.see(&faces, 0.0, false);
        choice.step(&faces, -1, 0.0);
        assert_eq!(choice.number(), Some(1));
        choice.step(&faces, -5, 0.0);
        assert_eq!(choice.number(), Some(0));
        for wanted in [1, 3, 3] {
            choice.step(&faces, 1, 0.0);
            assert_eq!(choice.number(), Some(wanted));
        }
        // The selected face has just left.
        choice.step(&[7, 5], 1, 0.0);
        assert_eq!(choice.number(), Some(5));
    }
}
