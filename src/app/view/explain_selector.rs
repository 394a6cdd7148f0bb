//! What the heat map explains: an attribute, a class of it, at a layer of the network.

use crate::app::model::explain_target::ExplainTarget;
use crate::app::model::phrase::Phrase;
use crate::app::model::sentences::{attribute_phrase, class_phrase, layer_phrase};
use crate::app::state::session::Session;
use crate::attributes::{Attribute, OLDER};
use leptos::prelude::*;

/// The three choices; the latter two appear where there is something to choose.
#[component]
pub fn ExplainSelector() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let target = Memo::new(move |_| session.settings.with(|settings| settings.explain.clone()));
    let attribute = Memo::new(move |_| target.with(|target| target.attribute));
    let choose_attribute = move |event| {
        let chosen = ExplainTarget::parse(&event_target_value(&event)).and_then(|target| target.attribute);
        session.settings.update(|settings| {
            settings.explain.attribute = chosen;
            settings.explain.class = None;
        });
    };
    let attribute_value = move || attribute.get().map_or("none", Attribute::name);
    view! {
        <label class="field">
            <span>{words.text("heat-map-for")}</span>
            <select data-testid="explain-attribute" prop:value=attribute_value on:change=choose_attribute>
                <option value="none" selected=attribute.get_untracked().is_none()>{words.text("no-heat-map")}</option>
                {Attribute::ALL.map(|choice| view! {
                    <option value=choice.name() selected=attribute.get_untracked() == Some(choice)>{move || words.phrase(&attribute_phrase(choice))}</option>
                }).into_iter().collect_view()}
            </select>
        </label>
        <ClassChoice target />
        <LayerChoice target />
    }
}

/// Which class of a nominal attribute; of age, whether older or younger.
#[component]
fn ClassChoice(
    /// What is explained now.
    target: Memo<ExplainTarget>,
) -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let attribute = Memo::new(move |_| target.with(|target| target.attribute));
    let choose = move |event| {
        let class = event_target_value(&event).parse().ok();
        session.settings.update(|settings| settings.explain.class = class);
    };
    let options = move |attribute: Attribute| {
        let chosen = target.with_untracked(|target| target.class);
        let option = move |(class, label): (usize, Phrase)| {
            let label = move || words.phrase(&label);
            view! { <option value=class.to_string() selected=chosen == Some(class)>{label}</option> }
        };
        let labels = (0..attribute.classes()).map_while(|class| class_phrase(attribute, class));
        // An older age is what the first choice already means.
        let is_another = |(class, _): &(usize, Phrase)| (attribute, *class) != (Attribute::Age, OLDER);
        labels.enumerate().filter(is_another).map(option).collect_view()
    };
    view! {
        <label class="field" hidden=move || attribute.get().is_none()>
            <span>{words.text("evidence-for")}</span>
            <select on:change=choose>
                <option value="" selected=move || target.with(|target| target.class.is_none())>
                    {move || words.say(if attribute.get() == Some(Attribute::Age) { "evidence-for-older" } else { "evidence-for-estimate" })}
                </option>
                {move || attribute.get().map(options)}
            </select>
        </label>
    }
}

/// Which layer, once the engine has said which there are.
#[component]
fn LayerChoice(
    /// What is explained now.
    target: Memo<ExplainTarget>,
) -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let engine = session.engine.state();
    let layers = Memo::new(move |_| {
        engine.with(|state| state.info().map(|info| (info.layers.clone(), info.default_layer))).unwrap_or_default()
    });
    let is_needless =
        move || target.with(|target| target.attribute.is_none()) || layers.with(|(sides, _)| sides.len() < 2);
    let choose = move |event| {
        let default = layers.with_untracked(|(_, default)| *default);
        let chosen = event_target_value(&event).parse().ok().filter(|layer| *layer != default);
        session.settings.update(|settings| settings.explain.layer = chosen);
    };
    let options = move || {
        let (sides, default) = layers.get();
        let wanted = target.with_untracked(|target| target.layer);
        let chosen = wanted.filter(|layer| *layer < sides.len()).unwrap_or(default);
        let option = |(layer, side): (usize, u32)| {
            let name = move || words.phrase(&layer_phrase(layer, side));
            view! { <option value=layer.to_string() selected=layer == chosen>{name}</option> }
        };
        sides.into_iter().enumerate().map(option).collect_view()
    };
    view! {
        <label class="field" hidden=is_needless>
            <span>{words.text("at-layer")}</span>
            <select data-testid="explain-layer" on:change=choose>{options}</select>
        </label>
    }
}
