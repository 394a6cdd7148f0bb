//! What a class is given with each step: a few words for its teacher, and questions to answer on paper. All are messages.

use super::lesson::Lesson;

/// What belongs to one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Teaching {
    /// How long the step takes with a class.
    pub minutes: u8,
    /// A question to ask.
    pub question: &'static str,
    /// What the class should see.
    pub look: &'static str,
    /// A conclusion that is near at hand, and wrong.
    pub trap: &'static str,
    /// The questions on paper.
    pub worksheet: &'static [&'static str],
}

/// What belongs to a step.
pub fn teaching(step: Lesson) -> Teaching {
    match step {
        Lesson::Align => Teaching {
            minutes: 10,
            question: "teach-question-a",
            look: "teach-look-a",
            trap: "teach-trap-a",
            worksheet: &["worksheet-question-a-1", "worksheet-question-a-2"],
        },
        Lesson::Features => Teaching {
            minutes: 15,
            question: "teach-question-b",
            look: "teach-look-b",
            trap: "teach-trap-b",
            worksheet: &["worksheet-question-b-1", "worksheet-question-b-2"],
        },
        Lesson::Attributes => Teaching {
            minutes: 10,
            question: "teach-question-c",
            look: "teach-look-c",
            trap: "teach-trap-c",
            worksheet: &["worksheet-question-c-1", "worksheet-question-c-2"],
        },
        Lesson::Weights => Teaching {
            minutes: 15,
            question: "teach-question-d",
            look: "teach-look-d",
            trap: "teach-trap-d",
            worksheet: &["worksheet-question-d-1", "worksheet-question-d-2"],
        },
        Lesson::Evidence => Teaching {
            minutes: 20,
            question: "teach-question-e",
            look: "teach-look-e",
            trap: "teach-trap-e",
            worksheet: &["worksheet-question-e-1", "worksheet-question-e-2", "worksheet-question-e-3"],
        },
        Lesson::Errors => Teaching {
            minutes: 20,
            question: "teach-question-f",
            look: "teach-look-f",
            trap: "teach-trap-f",
            worksheet: &["worksheet-question-f-1", "worksheet-question-f-2", "worksheet-question-f-3"],
        },
        Lesson::Yourself => Teaching {
            minutes: 45,
            question: "teach-question-g",
            look: "teach-look-g",
            trap: "teach-trap-g",
            worksheet: &["worksheet-question-g-1", "worksheet-question-g-2"],
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lesson_fills_two_periods_and_its_experiments_a_third_and_every_step_says_which_it_is() {
        let (last, others): (Vec<_>, Vec<_>) = Lesson::ALL.into_iter().partition(|step| *step == Lesson::Yourself);
        let minutes = |steps: Vec<Lesson>| steps.into_iter().map(|step| u32::from(teaching(step).minutes)).sum::<u32>();
        let (minutes, experiments) = (minutes(others), minutes(last));
        assert!(
            (80..=90).contains(&minutes) && (40..=45).contains(&experiments),
            "{minutes} and {experiments} minutes"
        );
        for step in Lesson::ALL {
            let Teaching { question, look, trap, worksheet, .. } = teaching(step);
            assert!([question, look, trap].iter().all(|id| id.ends_with(&format!("-{}", step.letter()))));
            assert!(worksheet.len() >= 2 && worksheet.iter().all(|id| id.contains(&format!("-{}-", step.letter()))));
        }
    }
}
