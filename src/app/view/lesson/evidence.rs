use super::NeedsFace;
use super::brush::Brush;
use super::map_picture::{MapPicture, Picture};
use crate::app::browser::map_picture::Colouring;
use crate::app::state::session::Session;
use crate::protocol::EvidenceSteps;
use leptos::prelude::*;

/// Channels shown.
const SHOWN: usize = 6;

/// Grad-CAM step by step, and an experiment to check it.
#[component]
pub fn Evidence() -> impl IntoView {
    let session = Session::of_context();
    let analysis = session.engine.latest();
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
            found.get().map(|(_, step)| format!("channel {}", step.activations.channel)).unwrap_or_default()
        });
        let weight = Signal::derive(move || {
            found.get().map(|(_, step)| format!("weight {:+.2}", step.weight)).unwrap_or_default()
        });
        view! {
            <div class="channel">
                <MapPicture picture=activations caption=name />
                <MapPicture picture=gradient caption=weight />
            </div>
        }
    };
    let has_steps = Signal::derive(move || steps.with(Option::is_some));
    let explains = move || session.settings.with(|settings| settings.explain.to_string());
    view! {
        <div class="step">
            <p>
                "Where did the network look? Grad-CAM asks: if a channel had been a little more active here, how much would the answer \
                 change? Choose what to explain beside the picture (now: " <strong>{explains}</strong> ")."
            </p>
            <NeedsFace has_face=has_steps />
            <div hidden=move || !has_steps.get()>
                <h3>"1. Activations and gradients of the channels that count most"</h3>
                <p>
                    "Above: where the channel answers. Below: the gradient, orange where more of it would raise the answer, blue where \
                     it would lower it. Its mean is the channel's weight."
                </p>
                <div class="maps">{(0..SHOWN).map(channel).collect_view()}</div>
                <h3>"2. Add all channels, each times its weight, and 3. cut off what speaks against"</h3>
                <div class="maps large">
                    <MapPicture
                        picture=of_steps(|steps| (steps.sum.as_slice(), true))
                        caption="the weighted sum: orange speaks for the answer, blue against it"
                    />
                    <MapPicture
                        picture=of_steps(|steps| (steps.kept.as_slice(), false))
                        caption="what is left (ReLU): the heat map on the stage, before it is enlarged"
                    />
                </div>
            </div>
            <h3>"4. Check it: paint over the face"</h3>
            <p>
                "A heat map is a claim. Paint over a warm place and over a cold one: if the map is right, the first changes the answer \
                 more."
            </p>
            <Brush />
        </div>
    }
}
