use super::NeedsFace;
use super::map_picture::{MapPicture, Picture};
use crate::app::state::session::Session;
use leptos::prelude::*;

/// Finding a face and putting it upright.
#[component]
pub fn Align() -> impl IntoView {
    let analysis = Session::of_context().engine.latest();
    let crop = Memo::new(move |_| {
        analysis.with(|analysis| {
            let inside = analysis.as_ref()?.dissection.as_ref()?;
            Some(Picture::Rgb { side: inside.crop_size, rgb: inside.crop.clone() })
        })
    });
    let place = Memo::new(move |_| {
        analysis.with(|analysis| {
            let face = analysis.as_ref()?.faces.first()?;
            let turn = face.crop_to_frame.b.atan2(face.crop_to_frame.a).to_degrees();
            let scale = face.crop_to_frame.a.hypot(face.crop_to_frame.b);
            Some(format!(
                "Its face was turned by {turn:.0}° and one pixel of the crop covers {scale:.1} pixels of the picture; the \
                 detector is {:.0} % sure that it is a face.",
                100.0 * face.score
            ))
        })
    });
    view! {
        <div class="step">
            <p>
                "A first, small network (BlazeFace) looks at the whole picture, shrunk to 256 × 256 pixels. At each of its 896 \
                 anchors, two on every place of a 16 × 16 grid and six on every place of an 8 × 8 grid, it answers: is there a \
                 face here, how large, and where are its eyes, nose, mouth and ears? Answers about the same face are blended."
            </p>
            <p>
                "The dots on the stage are these anchors and key points. Eyes, nose and mouth decide how the face is turned, \
                 scaled and cut out (the tilted square), so that the second network sees every face alike:"
            </p>
            <NeedsFace has_face=Signal::derive(move || crop.with(Option::is_some)) />
            <div class="maps large" hidden=move || crop.with(Option::is_none)>
                <MapPicture picture=crop caption="the crop that the network reads, 112 × 112 pixels" />
            </div>
            <p>{place}</p>
        </div>
    }
}
