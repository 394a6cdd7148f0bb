//! What is bought with a second network: the figures of both beside those of one.

use crate::app::model::card::{Card, Figure, Measured, set_title};
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::session::Session;
use crate::app::view::panel::faces::shown::SecondOpinionSwitch;
use leptos::prelude::*;

/// The figures of the network alone and of both, and the switch.
#[component]
pub fn SecondNetwork(
    /// The model card.
    card: Card,
) -> impl IntoView {
    let words = Session::of_context().words;
    let second = card.second_opinion?;
    let megabytes = Argument::Number(second.bytes / 1e6, 1);
    let what = Phrase::new("second-network").with("megabytes", megabytes);
    let cell = move |figure: Figure, Measured { value, interval: [low, high], .. }: Measured| {
        let text = move |value: f64| if figure.is_share { words.share(value, 1) } else { words.number_of(value, 2) };
        view! { <td>{move || format!("{}\n({} … {})", text(value), text(low), text(high))}</td> }
    };
    let rows = card.figures.0.into_iter().flat_map(|(name, set)| {
        let row = |figure: Figure| {
            let alone = *set.figures.get(figure.name)?;
            let both = *second.figures.get(&name)?.get(figure.name)?;
            let set = set_title(&name).to_owned();
            Some(view! {
                <tr>
                    <th scope="row">{move || format!("{}, {set}", words.say(figure.title))}</th>
                    {cell(figure, alone)}
                    {cell(figure, both)}
                </tr>
            })
        };
        set.shown().filter_map(row).collect::<Vec<_>>()
    });
    let rows = rows.collect::<Vec<_>>();
    Some(view! {
        <details class="fold" data-testid="second-network">
            <summary>{words.text("second-network-title")}</summary>
            <p>{move || words.phrase(&what)}</p>
            <table class="outcomes">
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col">{words.text("second-network-one")}</th>
                        <th scope="col">{words.text("second-network-both")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            <SecondOpinionSwitch />
        </details>
    })
}
