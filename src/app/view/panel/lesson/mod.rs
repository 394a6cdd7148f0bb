//! The lesson: what the network does with the very picture on the stage, step by step.

mod about;
mod align;
mod attributes;
mod blocks;
mod brush;
mod errors;
mod evidence;
mod features;
mod groups;
mod handout;
mod map_picture;
mod outcomes;
mod painting;
mod pointing;
mod second_network;
mod teachers;
mod trust;
mod weights;
mod worksheet;
mod yourself;

use crate::app::browser::exception::unexpected;
use crate::app::browser::focus::focus_on;
use crate::app::model::course::{after, before, place};
use crate::app::model::lesson::Lesson;
use crate::app::model::panel::Panel;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::session::Session;
use align::Align;
use attributes::Attributes;
use errors::Errors;
use evidence::Evidence;
use features::Features;
use leptos::prelude::*;
use pointing::Pointing;
use teachers::ForTeachers;
use weights::Weights;
use worksheet::Worksheet;
use yourself::Yourself;

/// What scrolls, by its id, and the open step's heading, as a selector.
const BODY: &str = "panel-body";
const HEADING: &str = "#lesson-title";

/// The steps, the open one, and the way to its neighbours.
#[component]
pub fn LessonPanel() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    Pointing::begin(session);
    let open = Memo::new(move |_| session.settings.with(|settings| settings.lesson));
    Effect::new(move |last: Option<Lesson>| {
        let step = open.get();
        if last.is_some_and(|last| last != step) {
            show_from_its_beginning();
        }
        step
    });
    let position = move || {
        words.phrase(
            &Phrase::new("lesson-place")
                .with("number", Argument::Count(place(open.get()) + 1))
                .with("count", Argument::Count(Lesson::ALL.len())),
        )
    };
    view! {
        <section class="lesson" aria-labelledby="lesson-title">
            <nav aria-label=words.text("lesson-steps")>
                <ol class="letters">{Lesson::ALL.map(|step| view! { <Letter step open /> }).into_iter().collect_view()}</ol>
            </nav>
            <h2 id="lesson-title" tabindex="-1">{move || words.say(open.get().title())} " " <small>{position}</small></h2>
            <div id="lesson-step" class="step" data-testid="lesson-step">
                {move || match open.get() {
                    Lesson::Align => view! { <Align /> }.into_any(),
                    Lesson::Features => view! { <Features /> }.into_any(),
                    Lesson::Attributes => view! { <Attributes /> }.into_any(),
                    Lesson::Weights => view! { <Weights /> }.into_any(),
                    Lesson::Evidence => view! { <Evidence /> }.into_any(),
                    Lesson::Errors => view! { <Errors /> }.into_any(),
                    Lesson::Yourself => view! { <Yourself /> }.into_any(),
                }}
                {move || view! { <ForTeachers step=open.get() /> }}
            </div>
            <WayOn open />
        </section>
        <Worksheet />
    }
}

/// Opens a step.
fn open_step(session: Session, step: Lesson) {
    session.settings.update(|settings| {
        settings.panel = Panel::Lesson;
        settings.lesson = step;
    });
}

/// Brings the beginning of a step that has just been opened into view, and the keyboard with it.
fn show_from_its_beginning() {
    if let Some(body) = document().get_element_by_id(BODY) {
        body.set_scroll_top(0);
    }
    focus_on(HEADING);
}

/// A step's letter, which opens it.
#[component]
fn Letter(
    /// The step.
    step: Lesson,
    /// The open one.
    open: Memo<Lesson>,
) -> impl IntoView {
    let session = Session::of_context();
    let name = Signal::derive(move || format!("{}: {}", step.letter(), session.words.say(step.title())));
    view! {
        <li>
            <button
                data-testid=format!("lesson-{}", step.letter())
                aria-label=name
                title=name
                aria-current=move || (open.get() == step).then_some("step")
                on:click=move |_| open_step(session, step)
            >
                {step.letter()}
            </button>
        </li>
    }
}

/// To the step before and the next one, where there are any, and the worksheet.
#[component]
fn WayOn(
    /// The open step.
    open: Memo<Lesson>,
) -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let button = move |id: &'static str, label: &'static str, goal: Option<Lesson>| {
        let button = |step: Lesson| {
            let label = Phrase::new(label).with("title", Phrase::new(step.title()).into());
            view! {
                <button data-testid=id on:click=move |_| open_step(session, step)>{move || words.phrase(&label)}</button>
            }
        };
        goal.map(button)
    };
    let print = move |_| {
        if let Err(exception) = window().print() {
            session.alerts.show(&unexpected(&exception));
        }
    };
    view! {
        <div class="way-on">
            {move || button("lesson-back", "lesson-back", before(open.get()))}
            {move || button("lesson-next", "lesson-next", after(open.get()))}
            <button data-testid="print-worksheet" on:click=print>{words.text("print-worksheet")}</button>
        </div>
    }
}
