//! Learning: how, the curves while it goes, and what came of it.

use super::curves::Curves;
use super::groups::Groups;
use super::outcome::Outcomes;
use crate::app::model::error::problem_phrase;
use crate::app::model::exercise::Exercise;
use crate::app::state::session::Session;
use crate::app::state::trainer::Phase;
use crate::app::view::parts::choice::{Check, Menu, MenuEntry, Slider};
use crate::app::view::parts::list::list;
use crate::learning::{LeftOut, NewAttribute, Place, Settings, Spoilt, Weighting};
use leptos::prelude::*;
use std::sync::Arc;

/// Weights by hand, in per cent of the slider: its middle is 1, and its ends are a fortieth and forty.
const RANGE: f32 = 40.0;

/// A button, the settings, and what is seen of it.
#[component]
pub fn Learn() -> impl IntoView {
    let session = Session::of_context();
    let (words, trainer) = (session.words, session.trainer);
    let phase = trainer.phase();
    let is_learning = move || phase.with(|phase| *phase == Phase::Learning);
    let has_material = move || trainer.exercise.with(Exercise::has_material);
    let from_faces = move || trainer.exercise.with(|exercise| exercise.from_faces);
    let problem = move || {
        phase.with(|phase| match phase {
            Phase::Failed(problem) => {
                let sentence = words.phrase(&problem_phrase(problem));
                Some(view! { <p class="doubt" data-testid="training-problem">{sentence}</p> })
            }
            Phase::Shown | Phase::Learning | Phase::Learned(_) => None,
        })
    };
    view! {
        <div class="row">
            <button
                class="primary"
                data-testid="learn"
                disabled=move || is_learning() || !has_material()
                on:click=move |_| trainer.learn()
            >
                {words.text("training-learn")}
            </button>
        </div>
        <div role="status">{problem}</div>
        <Curves />
        <Outcomes />
        <Groups />
        <details class="fold" data-testid="training-settings">
            <summary>{words.text("training-settings")}</summary>
            <WeightingChoice />
            <div hidden=from_faces>
                <PlaceChoice />
            </div>
            <Spoiling />
            <LeavingOut />
            <Check
                label=Signal::derive(move || words.say("training-alone-too"))
                id="learn-alone"
                ticked=Signal::derive(move || trainer.settings.with(|settings| settings.alone))
                on_tick=Arc::new(move |alone| trainer.settings.update(|settings| settings.alone = alone))
            />
        </details>
    }
}

/// How the losses are weighted.
#[component]
fn WeightingChoice() -> impl IntoView {
    let session = Session::of_context();
    let (words, settings) = (session.words, session.trainer.settings);
    let entries = move || -> Vec<MenuEntry> {
        ["learned", "equal", "by-hand"].map(|value| (value.to_owned(), words.say(weighting_title(value)))).into()
    };
    let chosen = move || settings.with(|settings| weighting_value(&settings.weighting).to_owned());
    let choose = move |value: String| {
        let weighting = match value.as_str() {
            "equal" => Weighting::Equal,
            "by-hand" => Weighting::ByHand(Vec::new()),
            _ => Weighting::Learned,
        };
        settings.update(|settings| settings.weighting = weighting);
    };
    let places = Signal::derive(move || {
        let count = session.trainer.exercise.with(|exercise| exercise.task.attributes.len() as u32);
        let is_by_hand = settings.with(|settings| matches!(settings.weighting, Weighting::ByHand(_)));
        if is_by_hand { (0..count).collect() } else { Vec::new() }
    });
    view! {
        <Menu
            label=Signal::derive(move || words.say("training-weighting"))
            id="training-weighting"
            entries=Signal::derive(entries)
            chosen=Signal::derive(chosen)
            on_choose=Arc::new(choose)
        />
        {list(places, Arc::new(|place| view! { <WeightByHand place=place as usize /> }.into_any()))}
    }
}

fn weighting_value(weighting: &Weighting) -> &'static str {
    match weighting {
        Weighting::Learned => "learned",
        Weighting::Equal => "equal",
        Weighting::ByHand(_) => "by-hand",
    }
}

fn weighting_title(value: &str) -> &'static str {
    match value {
        "equal" => "training-equal",
        "by-hand" => "training-by-hand",
        _ => "training-learned-weights",
    }
}

/// The weight of one attribute's loss.
#[component]
fn WeightByHand(
    /// The attribute's place in the task.
    place: usize,
) -> impl IntoView {
    let session = Session::of_context();
    let (words, trainer) = (session.words, session.trainer);
    let weight = Memo::new(move |_| trainer.settings.with(|settings| weight_of(settings, place)));
    let percent = Memo::new(move |_| (50.0 + 50.0 * weight.get().ln() / RANGE.ln()).round().clamp(0.0, 100.0) as u8);
    let name = move || trainer.exercise.with(|exercise| name_of(exercise, place));
    let set = move |percent: u8| {
        let weight = RANGE.powf(f32::from(percent) / 50.0 - 1.0);
        trainer.settings.update(|settings| {
            if let Weighting::ByHand(weights) = &mut settings.weighting {
                weights.resize(weights.len().max(place + 1), 1.0);
                weights[place] = weight; // so many are there now
            }
        });
    };
    view! {
        <Slider
            label=Signal::derive(name)
            id="weight-by-hand"
            value=percent
            text=Signal::derive(move || words.number_of(f64::from(weight.get()), 2))
            on_move=Arc::new(set)
        />
    }
}

fn weight_of(settings: &Settings, place: usize) -> f32 {
    match &settings.weighting {
        Weighting::ByHand(weights) => weights.get(place).copied().unwrap_or(1.0),
        Weighting::Learned | Weighting::Equal => 1.0,
    }
}

fn name_of(exercise: &Exercise, place: usize) -> String {
    exercise.task.attributes.get(place).map(|attribute| attribute.name.clone()).unwrap_or_default()
}

/// Where in the network features are taken from.
#[component]
fn PlaceChoice() -> impl IntoView {
    let session = Session::of_context();
    let (words, settings) = (session.words, session.trainer.settings);
    let title = |place: Place| match place {
        Place::Trunk => "training-trunk",
        Place::Ordinal => "training-ordinal-branch",
        Place::Nominal => "training-nominal-branch",
    };
    let entries = move || -> Vec<MenuEntry> {
        (0..)
            .zip(Place::ALL)
            .map(|(number, place): (u8, Place)| (number.to_string(), words.say(title(place))))
            .collect()
    };
    let chosen = move || {
        let place = settings.with(|settings| settings.place);
        Place::ALL.iter().position(|own| *own == place).unwrap_or_default().to_string()
    };
    let choose = move |value: String| {
        if let Some(place) = value.parse().ok().and_then(|number: usize| Place::ALL.get(number)) {
            settings.update(|settings| settings.place = *place);
        }
    };
    view! {
        <Menu
            label=Signal::derive(move || words.say("training-place"))
            id="training-place"
            entries=Signal::derive(entries)
            chosen=Signal::derive(chosen)
            on_choose=Arc::new(choose)
        />
        <p class="muted">{words.text("training-place-hint")}</p>
    }
}

/// Making an attribute's labels wrong on purpose.
#[component]
fn Spoiling() -> impl IntoView {
    let session = Session::of_context();
    let (words, trainer) = (session.words, session.trainer);
    let settings = trainer.settings;
    let spoilt = Memo::new(move |_| settings.with(|settings| settings.spoilt));
    let attribute = move || spoilt.get().map_or(0, |spoilt| spoilt.attribute);
    let share = Memo::new(move |_| spoilt.get().map_or(0, |spoilt| (100.0 * spoilt.share) as u8));
    let spoil = move |attribute: usize, percent: u8| {
        let spoilt = (percent > 0).then(|| Spoilt { attribute, share: f32::from(percent) / 100.0 });
        settings.update(|settings| settings.spoilt = spoilt);
    };
    view! {
        <Menu
            label=Signal::derive(move || words.say("training-spoil"))
            id="spoilt-attribute"
            entries=Signal::derive(move || trainer.exercise.with(Exercise::attribute_entries))
            chosen=Signal::derive(move || attribute().to_string())
            on_choose=Arc::new(move |value: String| spoil(value.parse().unwrap_or_default(), share.get_untracked().max(5)))
        />
        <Slider
            label=Signal::derive(move || words.say("training-spoilt-share"))
            id="spoilt-share"
            value=share
            text=Signal::derive(move || words.share(f64::from(share.get()) / 100.0, 0))
            on_move=Arc::new(move |percent| spoil(attribute(), percent))
        />
        <p class="muted">{words.text("training-spoil-hint")}</p>
    }
}

/// Leaving a group out of what is learned from.
#[component]
fn LeavingOut() -> impl IntoView {
    let session = Session::of_context();
    let (words, trainer) = (session.words, session.trainer);
    let settings = trainer.settings;
    let value = |out: LeftOut| format!("{}-{}", out.attribute, out.class);
    let entries = move || -> Vec<MenuEntry> {
        let classes = trainer.exercise.with(|exercise| {
            let of = |(attribute, own): (usize, &NewAttribute)| {
                let named = |(class, name): (usize, &String)| {
                    (value(LeftOut { attribute, class }), format!("{}: {name}", own.name))
                };
                own.classes.iter().enumerate().map(named).collect::<Vec<_>>()
            };
            exercise.task.attributes.iter().enumerate().flat_map(of).collect::<Vec<_>>()
        });
        std::iter::once((String::new(), words.say("training-nobody"))).chain(classes).collect()
    };
    let choose = move |value: String| {
        let numbers = value.split_once('-').and_then(|(attribute, class)| {
            Some(LeftOut { attribute: attribute.parse().ok()?, class: class.parse().ok()? })
        });
        settings.update(|settings| settings.left_out = numbers);
    };
    view! {
        <Menu
            label=Signal::derive(move || words.say("training-leave-out"))
            id="left-out"
            entries=Signal::derive(entries)
            chosen=Signal::derive(move || settings.with(|settings| settings.left_out.map(value).unwrap_or_default()))
            on_choose=Arc::new(choose)
        />
        <p class="muted">{words.text("training-leave-out-hint")}</p>
    }
}
