//! For whom the network is wrong: the figures of groups, from the model card.

use super::groups::{Bars, Gaps};
use super::second_network::SecondNetwork;
use crate::app::browser::files;
use crate::app::model::card::{Card, Figure, Grouping, SetFigures, set_title};
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::session::Session;
use crate::app::view::parts::choice::Check;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

pub const CARD: &str = "assets/model-card.json";

/// The largest gaps of each data set, and its figures by a label of the visitor's choice.
#[component]
pub fn Errors() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let card = RwSignal::new(None::<Card>);
    let grouping = RwSignal::new(Grouping::Race);
    // Like is compared with like, unless the visitor wants to see what that changes.
    let of_same_ages = RwSignal::new(true);
    spawn_local(async move {
        match files::json(&window(), CARD).await {
            // The lesson may have been left meanwhile.
            Ok(found) => drop(card.try_set(Some(found))),
            Err(error) => session.alerts.show(&error),
        }
    });
    let sets = move || card.get().map(|card| card.figures.0).unwrap_or_default();
    let choice = move |choice: Grouping| {
        view! {
            <label>
                <input
                    type="radio"
                    name="grouping"
                    prop:checked=move || grouping.get() == choice
                    on:change=move |_| grouping.set(choice)
                />
                <span>{words.text(choice.title())}</span>
            </label>
        }
    };
    view! {
        <p>{words.text("errors-measured")}</p>
        <fieldset class="segments">
            <legend>{words.text("errors-by")}</legend>
            {Grouping::ALL.map(choice).into_iter().collect_view()}
        </fieldset>
        <Check
            label=Signal::derive(move || words.say("errors-same-ages"))
            id="same-ages"
            ticked=of_same_ages
            on_tick=Arc::new(move |same| of_same_ages.set(same))
            disabled=Signal::derive(move || grouping.get() == Grouping::AgeGroup)
        />
        {move || sets().into_iter().map(|(name, set)| view! { <SetErrors name set grouping of_same_ages /> }).collect_view()}
        <p>{words.text("errors-why")}</p>
        {move || card.get().map(|card| view! { <SecondNetwork card /> })}
        <p>
            {words.text("errors-card")}
            " "
            <a href=files::address(&window(), CARD) target="_blank" rel="noopener">{words.text("model-card")}</a>
        </p>
    }
}

/// One data set.
#[component]
fn SetErrors(
    /// The data set's name in the card.
    name: String,
    /// The figures.
    set: SetFigures,
    /// By which label its figures are shown.
    grouping: RwSignal<Grouping>,
    /// Whether groups are shown as if they were of the same ages.
    of_same_ages: RwSignal<bool>,
) -> impl IntoView {
    let words = Session::of_context().words;
    let heading = Phrase::new("errors-set")
        .with("set", Argument::Text(set_title(&name).to_owned()))
        .with("n", Argument::Number(set.n as f64, 0));
    let shown: Vec<Figure> = set.shown().collect();
    let set = StoredValue::new(set);
    let columns = move || {
        let column = |(place, figure): (usize, &Figure)| {
            let rows = set.with_value(|set| set.rows(*figure, grouping.get(), of_same_ages.get()));
            let (figure, names) = (*figure, place == 0);
            view! { <Bars figure rows names /> }
        };
        shown.iter().enumerate().map(column).collect_view()
    };
    view! {
        <section>
            <h3>{move || words.phrase(&heading)}</h3>
            <Gaps set />
            <div class="groups" data-testid="group-figures">{columns}</div>
        </section>
    }
}
