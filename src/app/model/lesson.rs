//! The steps of the lesson.

/// A step; each has a letter, which is its address (`?lesson=c`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lesson {
    /// Finding a face and putting it upright.
    #[default]
    Align,
    /// Features that all attributes share.
    Features,
    /// Ordinal and nominal attributes.
    Attributes,
    /// Weighing the losses.
    Weights,
    /// Grad-CAM, and an experiment to check it.
    Evidence,
    /// For whom the network is wrong.
    Errors,
    /// Teaching it something.
    Yourself,
}

impl Lesson {
    /// All steps, in their order.
    pub const ALL: [Self; 7] =
        [Self::Align, Self::Features, Self::Attributes, Self::Weights, Self::Evidence, Self::Errors, Self::Yourself];

    /// The letter in the address.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Align => "a",
            Self::Features => "b",
            Self::Attributes => "c",
            Self::Weights => "d",
            Self::Evidence => "e",
            Self::Errors => "f",
            Self::Yourself => "g",
        }
    }

    /// The step's title, a message.
    pub fn title(self) -> &'static str {
        match self {
            Self::Align => "lesson-align",
            Self::Features => "lesson-features",
            Self::Attributes => "lesson-attributes",
            Self::Weights => "lesson-weights",
            Self::Evidence => "lesson-evidence",
            Self::Errors => "lesson-errors",
            Self::Yourself => "lesson-yourself",
        }
    }

    /// The step with this letter.
    pub fn with_letter(letter: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.letter() == letter)
    }

    /// Whether the step shows what happens inside the network on the present picture.
    pub fn looks_inside(self) -> bool {
        matches!(self, Self::Align | Self::Features | Self::Evidence)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_has_its_own_address() {
        for step in Lesson::ALL {
            assert_eq!(Lesson::with_letter(step.letter()), Some(step));
        }
        assert_eq!(Lesson::with_letter("z"), None);
    }
}
