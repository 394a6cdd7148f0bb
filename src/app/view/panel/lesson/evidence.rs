//! Grad-CAM, step by step.

use super::about::{About, inside, missing};
use super::brush::Brush;
use super::map_picture::{MapPicture, Picture};
use super::trust::Trust;
use crate::app::model::missing::Missing;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::model::spotlight::Colouring;
use crate::app::state::session::Session;
use crate::protocol::{Contribution, EvidenceSteps};
use leptos::prelude::*;

/// Channels shown.
const SHOWN: usize = 6;

/// How the heat map comes about, and an experiment to check it.
#[component]
pub fn Evidence() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let is_inside = Memo::new(move |_| inside(session, |_| Some(())).is_some());
    let steps: Memo<Option<EvidenceSteps>> = Memo::new(move |_| inside(session, |inside| inside.evidence.clone()));
    let palette = move || session.settings.with(|settings| settings.palette);
    let lacks = move || {
        let explains = session.settings.with(|settings| settings.explain.attribute.is_some());
        match (is_inside.get(), steps.with(Option::is_some), explains) {
            (true, true, _) => None,
            (true, false, false) => Some(Missing::HeatMap),
            _ => Some(missing(session)),
        }
    };
    let of_steps = move |levels: fn(&EvidenceSteps) -> &Vec<u8>, is_signed: bool| {
        Signal::derive(move || {
            let colouring = if is_signed { Colouring::Sign } else { Colouring::Strength(palette()) };
            steps.with(|steps| {
                let steps = steps.as_ref()?;
                Some(Picture::Levels { side: steps.side, levels: levels(steps).clone(), colouring })
            })
        })
    };
    let has_steps = move || steps.with(Option::is_some);
    view! {
        <p>{words.text("evidence-question")}</p>
        <About missing=Signal::derive(lacks) />
        <div class="part" hidden=move || !has_steps()>
            <p class="hint">{words.text("lesson-point")}</p>
            <h3>{words.text("evidence-channels-title")}</h3>
            <p>{words.text("evidence-channels")}</p>
            <div class="maps six">{(0..SHOWN).map(|place| view! { <Channel steps place /> }).collect_view()}</div>
            <h3>{words.text("evidence-sum-title")}</h3>
            <div class="maps two">
                <Whole picture=of_steps(|steps| &steps.sum, true) words="evidence-sum" />
                <Whole picture=of_steps(|steps| &steps.kept, false) words="evidence-kept" />
            </div>
        </div>
        <div class="part" hidden=move || !is_inside.get()>
            <h3>{words.text("evidence-check-title")}</h3>
            <p>{words.text("evidence-check")}</p>
            <Brush />
        </div>
        <Trust />
    }
}

/// One map of all channels together, with words below it.
#[component]
fn Whole(
    /// The map.
    picture: Signal<Option<Picture>>,
    /// What the map is, a message.
    words: &'static str,
) -> impl IntoView {
    let say = Session::of_context().words;
    let name = Signal::derive(move || say.say(words));
    view! { <MapPicture picture name caption=name points=true /> }
}

/// One channel: its activations above, its gradient below, its weight under both.
#[component]
fn Channel(
    /// The steps.
    steps: Memo<Option<EvidenceSteps>>,
    /// Its place among the channels that count most.
    place: usize,
) -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let found = Memo::new(move |_| {
        steps.with(|steps| {
            let steps = steps.as_ref()?;
            Some((steps.side, steps.contributions.get(place)?.clone()))
        })
    });
    let activations = move || {
        let (side, step) = found.get()?;
        let colouring = Colouring::Strength(session.settings.with(|settings| settings.palette));
        Some(Picture::Levels { side, levels: step.activations.levels, colouring })
    };
    let gradient = move || {
        let (side, step) = found.get()?;
        Some(Picture::Levels { side, levels: step.gradient, colouring: Colouring::Sign })
    };
    let say = move |id: &'static str| {
        Signal::derive(move || {
            let phrase = |step: &Contribution| {
                Phrase::new(id)
                    .with("channel", Argument::Count(step.activations.channel as usize))
                    .with("weight", Argument::Change(f64::from(step.weight), 2))
            };
            found.with(|found| found.as_ref().map(|(_, step)| words.phrase(&phrase(step))).unwrap_or_default())
        })
    };
    view! {
        <div class="channel">
            <MapPicture picture=Signal::derive(activations) name=say("channel-activations") points=true />
            <MapPicture picture=Signal::derive(gradient) name=say("channel-gradient") caption=say("weight") points=true />
        </div>
    }
}
