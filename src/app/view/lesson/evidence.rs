use super::NeedsFace;
use super::brush::Brush;
use super::map_picture::{MapPicture, Picture};
use crate::app::browser::map_picture::Colouring;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::session::Session;
use crate::protocol::{Contribution, EvidenceSteps};
use leptos::prelude::*;

/// Channels shown.
const SHOWN: usize = 6;

/// Grad-CAM step by step, and an experiment to check it.
#[component]
pub fn Evidence() -> impl IntoView {
    let session = Session::of_context();
    let (analysis, words) = (session.engine.latest(), session.words);
    let palette = move || session.settings.with(|settings| settings.palette);
    let steps: Memo<Option<EvidenceSteps>> =
        Memo::new(move |_| analysis.with(|analysis| analysis.as_ref()?.dissection.as_ref()?.evidence.clone()));
    let of_steps = move |picture: fn(&EvidenceSteps) -> (&[u8], bool)| {
        Signal::derive(move || {
            steps.with(|steps| {
                let steps = steps.as_ref()?;
                let (levels, is_signed) = picture(steps);
                let colouring = if is_signed { Colouring::Sign } else { Colouring::Strength(palette()) };
                Some(Picture::Levels { side: steps.side, levels: levels.to_vec(), colouring })
            })
        })
    };
    let channel = move |place: usize| {
        let found = Memo::new(move |_| {
            steps.with(|steps| {
                let steps = steps.as_ref()?;
                Some((steps.side, steps.contributions.get(place)?.clone()))
            })
        });
        let activations = Signal::derive(move || {
            let (side, step) = found.get()?;
            Some(Picture::Levels { side, levels: step.activations.levels, colouring: Colouring::Strength(palette()) })
        });
        let gradient = Signal::derive(move || {
            let (side, step) = found.get()?;
            Some(Picture::Levels { side, levels: step.gradient, colouring: Colouring::Sign })
        });
        let name = Signal::derive(move || {
            let (_, step) = found.get().unzip();
            let phrase = |step: Contribution| {
                Phrase::new("channel").with("channel", Argument::Count(step.activations.channel as usize))
            };
            step.map(|step| words.phrase(&phrase(step))).unwrap_or_default()
        });
        let weight = Signal::derive(move || {
            let (_, step) = found.get().unzip();
            let phrase =
                |step: Contribution| Phrase::new("weight").with("weight", Argument::Change(f64::from(step.weight), 2));
            step.map(|step| words.phrase(&phrase(step))).unwrap_or_default()
        });
        view! {
            <div class="channel">
                <MapPicture picture=activations caption=name />
                <MapPicture picture=gradient caption=weight />
            </div>
        }
    };
    let has_steps = Signal::derive(move || steps.with(Option::is_some));
    view! {
        <div class="step">
            <p>{words.text("evidence-question")}</p>
            <NeedsFace has_face=has_steps />
            <div hidden=move || !has_steps.get()>
                <h3>{words.text("evidence-channels-title")}</h3>
                <p>{words.text("evidence-channels")}</p>
                <div class="maps">{(0..SHOWN).map(channel).collect_view()}</div>
                <h3>{words.text("evidence-sum-title")}</h3>
                <div class="maps large">
                    <MapPicture
                        picture=of_steps(|steps| (steps.sum.as_slice(), true))
                        caption=Signal::derive(move || words.say("evidence-sum"))
                    />
                    <MapPicture
                        picture=of_steps(|steps| (steps.kept.as_slice(), false))
                        caption=Signal::derive(move || words.say("evidence-kept"))
                    />
                </div>
            </div>
            <h3>{words.text("evidence-check-title")}</h3>
            <p>{words.text("evidence-check")}</p>
            <Brush />
        </div>
    }
}
