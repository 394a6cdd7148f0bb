//! The lesson on paper.

use super::handout::Handout;
use crate::app::model::lesson::Lesson;
use crate::app::model::teaching::teaching;
use crate::app::state::session::Session;
use leptos::prelude::*;

/// Ruled lines for an answer.
const RULES: usize = 3;

/// What is printed in place of the page while the lesson is open: what the network made of the picture on the stage, and questions
/// about every step. It is never on the screen.
#[component]
pub fn Worksheet() -> impl IntoView {
    let words = Session::of_context().words;
    let field = move |id: &'static str| view! { <span class="to-fill-in">{words.text(id)}</span> };
    view! {
        <div class="worksheet">
            <header>
                <h2>{words.text("worksheet-title")}</h2>
                <p class="fields">{["worksheet-name", "worksheet-class", "worksheet-date"].map(field).into_iter().collect_view()}</p>
                <p>{words.text("notes-appearance")}</p>
            </header>
            <Handout />
            {Lesson::ALL.map(|step| view! { <Questions step /> }).into_iter().collect_view()}
        </div>
    }
}

/// A step's questions.
#[component]
fn Questions(
    /// The step.
    step: Lesson,
) -> impl IntoView {
    let words = Session::of_context().words;
    let question = move |id: &&'static str| {
        view! {
            <li>
                <p>{words.text(id)}</p>
                {(0..RULES).map(|_| view! { <div class="rule"></div> }).collect_view()}
            </li>
        }
    };
    view! {
        <section class="questions">
            <h3>{step.letter()} ". " {words.text(step.title())}</h3>
            <ol>{teaching(step).worksheet.iter().map(question).collect_view()}</ol>
        </section>
    }
}
