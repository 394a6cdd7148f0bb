//! The line at the stage's foot: what the heat map explains, and what its colours mean.

use crate::app::model::explain_target::ExplainTarget;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::model::sentences::{attribute_phrase, target_phrase, taught_part};
use crate::app::state::session::Session;
use crate::attributes::Attribute;
use crate::protocol::Face;
use leptos::prelude::*;

/// What the value of an attribute begins with that the visitor has taught; its place follows.
const TAUGHT: &str = "taught-";
/// Colours of the legend's strip.
const STOPS: u8 = 11;

/// The choice of an attribute, and a strip of the palette's colours between its two meanings, in words of what is explained.
#[component]
pub fn Legend() -> impl IntoView {
    let session = Session::of_context();
    let (settings, words) = (session.settings, session.words);
    let palette = Memo::new(move |_| settings.with(|settings| settings.palette));
    let gradient = move || {
        let stop = |index: u8| {
            let [red, green, blue] = palette.get().colour(f32::from(index) / f32::from(STOPS - 1));
            format!("rgb({red} {green} {blue})")
        };
        format!("linear-gradient(to right, {})", (0..STOPS).map(stop).collect::<Vec<_>>().join(", "))
    };
    let attribute = Memo::new(move |_| settings.with(|settings| settings.explain.attribute));
    let taught = Memo::new(move |_| settings.with(|settings| settings.explain.taught));
    let in_use = session.trainer.in_use();
    let target = Memo::new(move |_| {
        let number = session.selection.number().get();
        let of_face = |face: Option<&Face>| match taught.get() {
            Some(place) => in_use.with(|task| {
                let attribute = task.as_ref()?.attributes.get(place)?;
                Some(Argument::Text(taught_part(
                    attribute,
                    face.and_then(|face| face.taught.as_ref()?.answers.get(place)),
                )))
            }),
            None => {
                let phrase =
                    settings.with(|settings| target_phrase(&settings.explain, face.map(|face| &face.estimates)));
                phrase.map(Argument::Phrase)
            }
        };
        session.engine.analysis().with(|analysis| {
            let faces = analysis.iter().flat_map(|analysis| &analysis.faces);
            of_face(faces.into_iter().find(|face| Some(face.number) == number))
        })
    });
    let choose = move |event| {
        let value = event_target_value(&event);
        let place = value.strip_prefix(TAUGHT).and_then(|place| place.parse().ok());
        let chosen = ExplainTarget::parse(&value).and_then(|target| target.attribute);
        settings.update(|settings| {
            settings.explain.taught = place;
            settings.explain.class = None;
            // What is explained of all is another matter.
            if place.is_none() {
                settings.explain.attribute = chosen;
            }
        });
    };
    let value = move || match (taught.get(), attribute.get()) {
        (Some(place), _) => format!("{TAUGHT}{place}"),
        (None, Some(attribute)) => attribute.name().to_owned(),
        (None, None) => "none".to_owned(),
    };
    let new_options = move || {
        let names = in_use.with(|task| {
            let attributes = task.iter().flat_map(|task| &task.attributes);
            attributes.map(|attribute| attribute.name.clone()).collect::<Vec<_>>()
        });
        let option = |(place, name): (usize, String)| {
            let is_chosen = taught.get_untracked() == Some(place);
            view! { <option value=format!("{TAUGHT}{place}") selected=is_chosen>{name}</option> }
        };
        names.into_iter().enumerate().map(option).collect_view()
    };
    let option = move |choice: Attribute| {
        let is_chosen = attribute.get_untracked() == Some(choice);
        view! { <option value=choice.name() selected=is_chosen>{move || words.phrase(&attribute_phrase(choice))}</option> }
    };
    let text = move || target.get().map(|target| words.phrase(&Phrase::new("legend-for").with("target", target)));
    view! {
        <div class="stage-foot" hidden=move || session.is_empty()>
            <label class="explained">
                <span>{words.text("heat-map")}</span>
                <select
                    data-testid="explain-attribute"
                    prop:value=value
                    on:change=choose
                >
                    <option value="none" selected=attribute.get_untracked().is_none()>{words.text("no-heat-map")}</option>
                    {Attribute::ALL.map(option).into_iter().collect_view()}
                    {new_options}
                </select>
            </label>
            <p class="legend" data-testid="heat-legend" hidden=move || attribute.get().is_none() && taught.get().is_none()>
                <span class="legend-for">{text}</span>
                <span>{words.text("legend-little")}</span>
                <span class="strip" aria-hidden="true" style:background=gradient></span>
                <span>{words.text("legend-most")}</span>
            </p>
        </div>
    }
}
