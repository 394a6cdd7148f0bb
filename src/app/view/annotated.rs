use crate::app::browser::composite;
use crate::app::state::session::Session;
use crate::protocol::Analysis;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::ImageBitmap;

/// A frame that is kept, with what was found in it drawn on it as the settings say.
#[component]
pub fn Annotated(
    /// The frame.
    frame: ImageBitmap,
    /// What was found.
    analysis: Arc<Analysis>,
    /// Whether the frame is shown as in a mirror.
    #[prop(optional)]
    mirrored: bool,
    /// What it is, for those who do not see it; without it the picture is decoration beside words.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
) -> impl IntoView {
    let session = Session::of_context();
    let canvas = NodeRef::<html::Canvas>::new();
    Effect::new(move || {
        let Some(canvas) = canvas.get() else { return };
        let drawn = session.with_look(&analysis, mirrored, |look| {
            composite::draw(&document(), &canvas, &frame, &analysis, look, None)
        });
        if let Err(error) = drawn {
            session.alerts.show(&error);
        }
    });
    let is_decoration = label.is_none();
    view! {
        <canvas
            role=(!is_decoration).then_some("img")
            aria-label=label
            aria-hidden=is_decoration.then_some("true")
            node_ref=canvas
        ></canvas>
    }
}
