//! The order of the lesson's steps.

use super::lesson::Lesson;

/// The step's place in the lesson, from 0.
pub fn place(step: Lesson) -> usize {
    // Every step is among them.
    Lesson::ALL.iter().position(|other| *other == step).unwrap_or_default()
}

/// The step before this one.
pub fn before(step: Lesson) -> Option<Lesson> {
    Lesson::ALL.get(place(step).checked_sub(1)?).copied()
}

/// The step after this one.
pub fn after(step: Lesson) -> Option<Lesson> {
    Lesson::ALL.get(place(step) + 1).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_through_the_lesson_has_two_ends() {
        assert_eq!((before(Lesson::Align), after(Lesson::Align)), (None, Some(Lesson::Features)));
        assert_eq!((before(Lesson::Yourself), after(Lesson::Yourself)), (Some(Lesson::Errors), None));
        assert_eq!(place(Lesson::Errors), 5);
    }
}
