use super::NeedsFace;
use super::map_picture::{MapPicture, Picture};
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::state::session::Session;
use leptos::prelude::*;

/// Finding a face and putting it upright.
#[component]
pub fn Align() -> impl IntoView {
    let session = Session::of_context();
    let (analysis, words) = (session.engine.latest(), session.words);
    let crop = Memo::new(move |_| {
        analysis.with(|analysis| {
            let inside = analysis.as_ref()?.dissection.as_ref()?;
            Some(Picture::Rgb { side: inside.crop_size, rgb: inside.crop.clone() })
        })
    });
    let place = move || {
        let place = analysis.with(|analysis| {
            let face = analysis.as_ref()?.faces.first()?;
            let (a, b) = (f64::from(face.crop_to_frame.a), f64::from(face.crop_to_frame.b));
            let place = Phrase::new("align-place")
                .with("degrees", Argument::Number(b.atan2(a).to_degrees(), 0))
                .with("scale", Argument::Number(a.hypot(b), 1))
                .with("share", Argument::Share(f64::from(face.score)));
            Some(place)
        });
        place.map(|place| words.phrase(&place))
    };
    view! {
        <div class="step">
            <p>{words.text("align-detector")}</p>
            <p>{words.text("align-crop")}</p>
            <NeedsFace has_face=Signal::derive(move || crop.with(Option::is_some)) />
            <div class="maps large" hidden=move || crop.with(Option::is_none)>
                <MapPicture picture=crop caption=Signal::derive(move || words.say("align-caption")) />
            </div>
            <p>{place}</p>
        </div>
    }
}
