//! Teaching the network something new: what, by which examples, how it goes, and what is done with it.

mod attribute;
mod curves;
mod examples;
mod keep;
mod learn;
mod outcome;
mod show;

use crate::app::model::exercise::Exercise;
use crate::app::state::session::Session;
use crate::app::view::parts::list::list;
use crate::attributes::Category;
use crate::learning::{NewAttribute, Task};
use attribute::Attribute;
use examples::Examples;
use keep::Keep;
use learn::Learn;
use leptos::prelude::*;
use show::Show as ShowControls;
use std::sync::Arc;

/// The whole tab.
#[component]
pub fn Teach() -> impl IntoView {
    let session = Session::of_context();
    let (words, exercise) = (session.words, session.trainer.exercise);
    // Begins with an attribute that everybody can show.
    if exercise.with_untracked(|exercise| exercise.task.attributes.is_empty()) {
        let attribute = NewAttribute {
            name: words.say("training-glasses"),
            category: Category::Nominal,
            classes: ["training-without", "training-with"].map(|class| words.say(class)).into(),
        };
        exercise.set(Exercise::of(Task { attributes: vec![attribute] }));
    }
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
        <section class="teach" data-testid="teach" aria-label=words.text("tab-teach")>
            <p>{words.text("training-what")}</p>
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
            <Learn />
            <Keep />
            <p class="muted">{words.text("training-private")}</p>
        </section>
    }
}
