//! One attribute: its name, whether its classes have an order, and its classes, of which one is shown now.

use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::session::Session;
use crate::app::view::parts::choice::{Menu, MenuEntry};
use crate::app::view::parts::list::list;
use crate::attributes::Category;
use crate::learning::{FEWEST_CLASSES, NewAttribute};
use leptos::prelude::*;
use std::sync::Arc;

/// The values of the menu of kinds.
const NOMINAL: &str = "nominal";
const ORDINAL: &str = "ordinal";

/// An attribute of the task.
#[component]
pub fn Attribute(
    /// The attribute's place in the task.
    place: usize,
) -> impl IntoView {
    let session = Session::of_context();
    let (words, exercise) = (session.words, session.trainer.exercise);
    let name = Memo::new(move |_| of(session, place, |attribute| attribute.name.clone()));
    let kind = Memo::new(move |_| match of(session, place, |attribute| Some(attribute.category)) {
        Some(Category::Ordinal) => ORDINAL,
        Some(Category::Nominal) | None => NOMINAL,
    });
    let classes = Memo::new(move |_| of(session, place, |attribute| attribute.classes.len()));
    let has_others = move || exercise.with(|exercise| exercise.task.attributes.len() > 1);
    let may_grow = move || of(session, place, |attribute| attribute.classes.len() < attribute.most_classes());
    let rename = move |event| {
        let name = event_target_value(&event);
        change(session, place, |attribute| attribute.name = name);
    };
    let kinds = move || -> Vec<MenuEntry> {
        [(NOMINAL, "training-nominal"), (ORDINAL, "training-ordinal")]
            .map(|(value, title)| (value.to_owned(), words.say(title)))
            .into()
    };
    let choose_kind = move |value: String| {
        let category = if value == ORDINAL { Category::Ordinal } else { Category::Nominal };
        exercise.update(|exercise| exercise.set_category(place, category));
    };
    let add = move |_| {
        let name = words
            .phrase(&Phrase::new("training-class-number").with("number", Argument::Count(classes.get_untracked() + 1)));
        exercise.update(|exercise| exercise.add_class(place, name));
    };
    let says_nothing = move || exercise.with(|exercise| exercise.present.get(place) == Some(&None));
    view! {
        <fieldset class="new-attribute" data-testid="new-attribute">
            <legend class="unseen">{name}</legend>
            <label class="field">
                <span>{words.text("training-attribute")}</span>
                <input type="text" maxlength="40" data-testid="attribute-name" prop:value=name on:change=rename />
            </label>
            <Menu
                label=Signal::derive(move || words.say("training-kind"))
                id="attribute-kind"
                entries=Signal::derive(kinds)
                chosen=Signal::derive(move || kind.get().to_owned())
                on_choose=Arc::new(choose_kind)
            />
            <ul class="classes">
                {list(
                    Signal::derive(move || (0..classes.get() as u32).collect()),
                    Arc::new(move |class| view! { <Class place class=class as usize /> }.into_any()),
                )}
                <li hidden=move || !has_others()>
                    <label>
                        <input
                            type="radio"
                            name=format!("present-{place}")
                            prop:checked=says_nothing
                            on:change=move |_| present(session, place, None)
                        />
                        {words.text("training-not-said")}
                    </label>
                </li>
            </ul>
            <div class="row">
                <button data-testid="add-class" hidden=move || !may_grow() on:click=add>{words.text("training-add-class")}</button>
                <button
                    hidden=move || classes.get() <= FEWEST_CLASSES
                    on:click=move |_| exercise.update(|exercise| exercise.remove_class(place))
                >
                    {words.text("training-remove-class")}
                </button>
                <button
                    data-testid="remove-attribute"
                    hidden=move || !has_others()
                    on:click=move |_| exercise.update(|exercise| exercise.remove(place))
                >
                    {words.text("training-remove-attribute")}
                </button>
            </div>
        </fieldset>
    }
}

/// A class: whether it is shown now, its name, and how often it was shown.
#[component]
fn Class(
    /// The attribute's place in the task.
    place: usize,
    /// The class.
    class: usize,
) -> impl IntoView {
    let session = Session::of_context();
    let (words, exercise) = (session.words, session.trainer.exercise);
    let name =
        Memo::new(move |_| of(session, place, |attribute| attribute.classes.get(class).cloned().unwrap_or_default()));
    let is_present = move || exercise.with(|exercise| exercise.present.get(place) == Some(&Some(class)));
    let count = Memo::new(move |_| exercise.with(|exercise| exercise.count(place, class)));
    let rename = move |event| {
        let name = event_target_value(&event);
        change(session, place, |attribute| {
            if let Some(own) = attribute.classes.get_mut(class) {
                *own = name;
            }
        });
    };
    let label = move || words.phrase(&Phrase::new("training-class-number").with("number", Argument::Count(class + 1)));
    view! {
        <li>
            <input
                type="radio"
                name=format!("present-{place}")
                data-testid="present"
                aria-label=name
                prop:checked=is_present
                on:change=move |_| present(session, place, Some(class))
            />
            <input type="text" maxlength="40" data-testid="class-name" aria-label=label prop:value=name on:change=rename />
            <output data-testid="class-count">{move || words.number_of(count.get() as f64, 0)}</output>
        </li>
    }
}

/// Says of which class what is shown now is.
fn present(session: Session, place: usize, class: Option<usize>) {
    session.trainer.exercise.update(|exercise| {
        if let Some(present) = exercise.present.get_mut(place) {
            *present = class;
        }
    });
}

/// Something of the attribute at a place; its default where there is none any more.
fn of<T: Default>(session: Session, place: usize, read: impl FnOnce(&NewAttribute) -> T) -> T {
    session.trainer.exercise.with(|exercise| exercise.task.attributes.get(place).map(read)).unwrap_or_default()
}

fn change(session: Session, place: usize, change: impl FnOnce(&mut NewAttribute)) {
    session.trainer.exercise.update(|exercise| {
        if let Some(attribute) = exercise.task.attributes.get_mut(place) {
            change(attribute);
        }
    });
}
