//! The face that the page looks at more closely.

use crate::app::browser::clock::now;
use crate::app::model::selection::Choice;
use crate::protocol::Analysis;
use leptos::prelude::*;

/// Which face is selected: by itself the largest one, until the visitor chooses another.
#[derive(Clone, Copy)]
pub(crate) struct Selection {
    choice: RwSignal<Choice>,
    number: Memo<Option<u32>>,
    // The faces of the last frame, the largest first.
    faces: StoredValue<Vec<u32>>,
}

impl Selection {
    /// No face is there yet.
    pub(crate) fn new() -> Self {
        let choice = RwSignal::new(Choice::default());
        Self { choice, number: Memo::new(move |_| choice.with(Choice::number)), faces: StoredValue::new(Vec::new()) }
    }

    /// The selected face's number, which it also has in an [`Analysis`]; `None` while there is no face.
    pub(crate) fn number(self) -> Memo<Option<u32>> {
        self.number
    }

    /// Selects a face of the last frame.
    pub(crate) fn choose(self, number: u32) {
        self.choice.update(|choice| choice.choose(number, now()));
    }

    /// Selects the face that is `by` places further on by number; the ends are ends.
    pub(crate) fn step(self, by: isize) {
        let faces = self.faces.get_value();
        self.choice.update(|choice| choice.step(&faces, by, now()));
    }

    /// The selected face's number, for those who do not wait for changes.
    pub(crate) fn present(self) -> Option<u32> {
        self.choice.with_untracked(Choice::number)
    }

    /// Takes in the faces of a frame.
    pub(crate) fn see(self, analysis: &Analysis, is_video: bool) {
        let faces: Vec<u32> = analysis.faces.iter().map(|face| face.number).collect();
        self.choice.update(|choice| choice.see(&faces, now(), is_video));
        self.faces.set_value(faces);
    }

    /// Something else is on the stage.
    pub(crate) fn forget(self) {
        self.faces.set_value(Vec::new());
        self.choice.update(Choice::forget);
    }
}
