//! Teaching the network something new: what, by which examples, how it goes, and what is done with it.

mod attribute;
mod curves;
mod examples;
mod groups;
mod keep;
mod learn;
mod outcome;
mod show;

use crate::app::browser::photo::files_of;
use crate::app::model::exercise::Exercise;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::session::Session;
use crate::app::view::parts::list::list;
use crate::attributes::Category;
use crate::learning::{NewAttribute, PACKED_FACES, Task};
use attribute::Attribute;
use examples::Examples;
use keep::Keep;
use learn::Learn;
use leptos::prelude::*;
use show::Show as ShowControls;
use std::sync::Arc;
use web_sys::DragEvent;

/// A message about the faces that come with the release, with their number.
pub fn of_count(id: &'static str) -> Phrase {
    Phrase::new(id).with("count", Argument::Number(PACKED_FACES as f64, 0))
}

/// Age, gender and race, from the faces that come with the release.
fn of_faces(session: Session) -> Exercise {
    Exercise::of_faces(|phrase| session.words.phrase(phrase))
}

/// An attribute that everybody can show.
fn first_exercise(session: Session) -> Exercise {
    let say = |id: &str| session.words.say(id);
    let attribute = NewAttribute {
        name: say("training-glasses"),
        category: Category::Nominal,
        classes: ["training-without", "training-with"].map(say).into(),
    };
    Exercise::of(Task { attributes: vec![attribute] })
}

/// Turns to the faces that come with the release, or to examples of one's own.
pub fn turn_to(session: Session, faces: bool) {
    // A heat map of what is no longer said of faces would be of nothing.
    session.settings.update(|settings| settings.explain.taught = None);
    session.trainer.begin(if faces { of_faces(session) } else { first_exercise(session) });
}

/// Keeps from the stage what is dropped on the tab.
fn take_drop(session: Session, event: &DragEvent) {
    if session.trainer.take_files(files_of(event.data_transfer())) {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// The whole tab.
#[component]
pub fn Teach() -> impl IntoView {
    let session = Session::of_context();
    let (words, exercise) = (session.words, session.trainer.exercise);
    if exercise.with_untracked(|exercise| exercise.task.attributes.is_empty()) {
        let from_faces = exercise.with_untracked(|exercise| exercise.from_faces);
        exercise.set(if from_faces { of_faces(session) } else { first_exercise(session) });
    }
    let from_faces = Memo::new(move |_| exercise.with(|exercise| exercise.from_faces));
    let places = Signal::derive(move || exercise.with(|exercise| (0..exercise.task.attributes.len() as u32).collect()));
    let add = move |_| {
        exercise.update(|exercise| {
            let number = words.number_of(exercise.task.attributes.len() as f64 + 1.0, 0);
            exercise.add(NewAttribute {
                name: format!("{} {number}", words.say("training-attribute")),
                category: Category::Nominal,
                classes: ["training-no", "training-yes"].map(|class| words.say(class)).into(),
            });
        });
    };
    view! {
        <section
            class="teach"
            data-testid="teach"
            aria-label=words.text("tab-teach")
            on:drop=move |event| take_drop(session, &event)
        >
            <p>{move || if from_faces.get() { words.phrase(&of_count("training-faces-what")) } else { words.say("training-what") }}</p>
            <Show when=move || !from_faces.get()>
                {list(places, Arc::new(|place| view! { <Attribute place=place as usize /> }.into_any()))}
                <button
                    data-testid="add-attribute"
                    hidden=move || exercise.with(|exercise| !exercise.takes_more())
                    on:click=add
                >
                    {words.text("training-add-attribute")}
                </button>
                <ShowControls />
                <Examples />
            </Show>
            <Learn />
            <button data-testid="from-faces" on:click=move |_| turn_to(session, !from_faces.get_untracked())>
                {move || if from_faces.get() { words.say("training-own") } else { words.phrase(&of_count("training-faces")) }}
            </button>
            <Keep />
            <p class="muted">{words.text("training-private")}</p>
        </section>
    }
}
