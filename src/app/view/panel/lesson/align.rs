//! Finding a face and putting it upright.

use super::about::{About, inside, missing};
use super::map_picture::{MapPicture, Picture};
use super::pointing::SpotlightButton;
use crate::app::model::phrase::{Argument, Phrase};
use crate::app::model::spotlight::Spotlight;
use crate::app::state::session::Session;
use leptos::prelude::*;

/// Widths of the cells of the detector's two grids of anchors, in pixels of its input.
const CELLS: [u8; 2] = [16, 32];

/// The detector's anchors and key points, and the crop that comes of them.
#[component]
pub fn Align() -> impl IntoView {
    let session = Session::of_context();
    let words = session.words;
    let crop = Memo::new(move |_| {
        inside(session, |inside| Some(Picture::Rgb { side: inside.crop_size, rgb: inside.crop.clone() }))
    });
    let lacks = move || crop.with(Option::is_none).then(|| missing(session));
    let place = Memo::new(move |_| {
        session.engine.latest().with(|analysis| {
            let analysis = analysis.as_ref()?;
            let number = analysis.dissection.as_ref()?.number;
            let face = analysis.face(number)?;
            let (a, b) = (f64::from(face.crop_to_frame.a), f64::from(face.crop_to_frame.b));
            let place = Phrase::new("align-place")
                .with("degrees", Argument::Number(b.atan2(a).to_degrees(), 0))
                .with("scale", Argument::Number(a.hypot(b), 1))
                .with("share", Argument::Share(f64::from(face.score)));
            Some(place)
        })
    });
    let place = move || place.with(|place| place.as_ref().map(|place| words.phrase(place)));
    let anchors = move |cell: u8| {
        let shows = Signal::derive(move || Some(Spotlight::Anchors { cell }));
        let phrase = Phrase::new("align-anchors").with("cell", Argument::Count(usize::from(cell)));
        let name = Signal::derive(move || words.phrase(&phrase));
        view! { <SpotlightButton shows name>{name}</SpotlightButton> }
    };
    let name = Signal::derive(move || words.say("align-key-points"));
    view! {
        <p>{words.text("align-detector")}</p>
        <About missing=Signal::derive(lacks) />
        <div class="choices" role="group" aria-label=words.text("align-show")>
            <span aria-hidden="true">{words.text("align-show")}</span>
            {CELLS.map(anchors).into_iter().collect_view()}
            <SpotlightButton shows=Signal::derive(|| Some(Spotlight::KeyPoints)) name>{name}</SpotlightButton>
        </div>
        <div class="beside" hidden=move || crop.with(Option::is_none)>
            <MapPicture picture=crop name=Signal::derive(move || words.say("align-caption")) />
            <div>
                <p>{words.text("align-crop")}</p>
                <p>{place}</p>
            </div>
        </div>
    }
}
