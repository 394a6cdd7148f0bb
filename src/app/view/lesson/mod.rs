//! The lesson: what the network does with the very picture on the stage, step by step.

mod align;
mod attributes;
mod brush;
mod errors;
mod evidence;
mod features;
mod map_picture;
mod weights;

use crate::app::model::lesson::Lesson;
use crate::app::state::session::Session;
use align::Align;
use attributes::Attributes;
use errors::Errors;
use evidence::Evidence;
use features::Features;
use leptos::prelude::*;
use weights::Weights;

/// The strip of steps, and the open one.
#[component]
pub fn LessonPanel() -> impl IntoView {
    let session = Session::of_context();
    let (settings, words) = (session.settings, session.words);
    let open = Memo::new(move |_| settings.with(|settings| settings.lesson));
    let step = move |step: Lesson| {
        let is_open = move || open.get() == Some(step);
        view! {
            <li>
                <button
                    data-testid=format!("lesson-{}", step.letter())
                    aria-expanded=move || is_open().to_string()
                    aria-controls="lesson-step"
                    on:click=move |_| {
                        let next = if is_open() { None } else { Some(step) };
                        settings.update(|settings| settings.lesson = next);
                    }
                >
                    <span class="letter">{step.letter()}</span>
                    {move || words.say(step.title())}
                </button>
            </li>
        }
    };
    view! {
        <section class="lesson" aria-labelledby="lesson-title">
            <h2 id="lesson-title">{words.text("how-it-works")}</h2>
            <ol class="steps">{Lesson::ALL.into_iter().map(step).collect_view()}</ol>
            <div id="lesson-step" data-testid="lesson-step">
                {move || open.get().map(|step| match step {
                    Lesson::Align => view! { <Align /> }.into_any(),
                    Lesson::Features => view! { <Features /> }.into_any(),
                    Lesson::Attributes => view! { <Attributes /> }.into_any(),
                    Lesson::Weights => view! { <Weights /> }.into_any(),
                    Lesson::Evidence => view! { <Evidence /> }.into_any(),
                    Lesson::Errors => view! { <Errors /> }.into_any(),
                })}
            </div>
        </section>
    }
}

/// What a step says while there is no face to show it on.
#[component]
fn NeedsFace(
    /// Whether one is there.
    #[prop(into)]
    has_face: Signal<bool>,
) -> impl IntoView {
    let words = Session::of_context().words;
    view! {
        <p class="placeholder" hidden=move || has_face.get()>
            {words.text("needs-face")}
        </p>
    }
}
