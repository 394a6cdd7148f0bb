//! What is said of a face's attributes that the visitor has taught.

use crate::app::model::faces::face_in;
use crate::app::state::session::Session;
use crate::app::view::parts::list::list;
use crate::protocol::Taught;
use leptos::prelude::*;
use std::sync::Arc;

/// The bars of each taught attribute; nothing where nothing was taught.
#[component]
pub fn TaughtFindings(
    /// The face's number.
    number: Memo<Option<u32>>,
) -> impl IntoView {
    let session = Session::of_context();
    let analysis = session.engine.analysis();
    let taught = Memo::new(move |_| {
        let number = number.get()?;
        analysis.with(|analysis| face_in(analysis, number)?.taught.clone())
    });
    let count =
        move || session.trainer.in_use().with(|task| task.as_ref().map_or(0, |task| task.attributes.len() as u32));
    let places = Signal::derive(move || if taught.with(Option::is_some) { (0..count()).collect() } else { Vec::new() });
    list(places, Arc::new(move |place| view! { <Finding place=place as usize taught /> }.into_any()))
}

/// One attribute: its likeliest class and the bars of all.
#[component]
fn Finding(
    /// The attribute's place in the task.
    place: usize,
    /// What is said of the face.
    taught: Memo<Option<Taught>>,
) -> impl IntoView {
    let session = Session::of_context();
    let (words, in_use) = (session.words, session.trainer.in_use());
    let attribute = Memo::new(move |_| in_use.with(|task| task.as_ref()?.attributes.get(place).cloned()));
    let name = move || attribute.get().map(|attribute| attribute.name).unwrap_or_default();
    let is_unlike = move || taught.with(|taught| taught.as_ref().is_some_and(|taught| taught.is_unlike));
    let bars = move || {
        let classes = attribute.get().map(|attribute| attribute.classes).unwrap_or_default();
        let shares =
            taught.with(|taught| taught.as_ref()?.answers.get(place).map(|answer| answer.probabilities.clone()));
        let bar = |(class, share): (String, f32)| {
            view! {
                <li>
                    <span class="class">{class}</span>
                    <span class="track" aria-hidden="true">
                        <span class="share" style=("--share", share.to_string())></span>
                    </span>
                    <span class="percent">{words.share(f64::from(share), 0)}</span>
                </li>
            }
        };
        classes.into_iter().zip(shares.unwrap_or_default()).map(bar).collect_view()
    };
    view! {
        <section class="finding" data-testid="taught-finding">
            <h2>{name} " " <small>{words.text("training-taught")}</small></h2>
            <p class="doubt" hidden=move || !is_unlike()>{words.text("training-unlike")}</p>
            <ul class="bars" translate="no">{bars}</ul>
        </section>
    }
}
