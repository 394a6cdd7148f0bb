//! The line at the stage's foot: what the heat map explains, and what its colours mean.

use crate::app::model::explain_target::ExplainTarget;
use crate::app::model::phrase::Phrase;
use crate::app::model::sentences::{attribute_phrase, target_phrase};
use crate::app::state::session::Session;
use crate::attributes::Attribute;
use crate::estimates::Estimates;
use leptos::prelude::*;

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
    let target = Memo::new(move |_| {
        let face: Option<Estimates> = session.engine.analysis().with(|analysis| {
            let number = session.selection.number().get();
            let face = analysis.as_ref()?.faces.iter().find(|face| Some(face.number) == number)?;
            Some(face.estimates.clone())
        });
        settings.with(|settings| target_phrase(&settings.explain, face.as_ref()))
    });
    let choose = move |event| {
        let chosen = ExplainTarget::parse(&event_target_value(&event)).and_then(|target| target.attribute);
        settings.update(|settings| {
            settings.explain.attribute = chosen;
            settings.explain.class = None;
        });
    };
    let option = move |choice: Attribute| {
        let is_chosen = attribute.get_untracked() == Some(choice);
        view! { <option value=choice.name() selected=is_chosen>{move || words.phrase(&attribute_phrase(choice))}</option> }
    };
    let text =
        move || target.get().map(|target| words.phrase(&Phrase::new("legend-for").with("target", target.into())));
    view! {
        <div class="stage-foot" hidden=move || session.is_empty()>
            <label class="explained">
                <span>{words.text("heat-map")}</span>
                <select
                    data-testid="explain-attribute"
                    prop:value=move || attribute.get().map_or("none", Attribute::name)
                    on:change=choose
                >
                    <option value="none" selected=attribute.get_untracked().is_none()>{words.text("no-heat-map")}</option>
                    {Attribute::ALL.map(option).into_iter().collect_view()}
                </select>
            </label>
            <p class="legend" data-testid="heat-legend" hidden=move || attribute.get().is_none()>
                <span class="legend-for">{text}</span>
                <span>{words.text("legend-little")}</span>
                <span class="strip" aria-hidden="true" style:background=gradient></span>
                <span>{words.text("legend-most")}</span>
            </p>
        </div>
    }
}
