//! What a teacher is told about a step.

use crate::app::model::lesson::Lesson;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::model::teaching::teaching;
use crate::app::state::session::Session;
use leptos::prelude::*;

/// How long a step takes, a question to ask, what to look for, and a trap; folded.
#[component]
pub fn ForTeachers(
    /// The step.
    step: Lesson,
) -> impl IntoView {
    let words = Session::of_context().words;
    let about = teaching(step);
    let minutes = Phrase::new("teach-minutes").with("minutes", Argument::Count(usize::from(about.minutes)));
    let part = move |(title, text): (&'static str, &'static str)| {
        view! {
            <dt>{words.text(title)}</dt>
            <dd>{words.text(text)}</dd>
        }
    };
    let parts = [("teach-question", about.question), ("teach-look", about.look), ("teach-trap", about.trap)];
    view! {
        <details class="fold for-teachers" data-testid="for-teachers">
            <summary>{words.text("for-teachers")} " · " {move || words.phrase(&minutes)}</summary>
            <dl>{parts.map(part).into_iter().collect_view()}</dl>
        </details>
    }
}
