//! A frame that is kept, with what was found in it.

use crate::app::browser::composite;
use crate::app::state::found::Found;
use crate::app::state::session::Session;
use leptos::html;
use leptos::prelude::*;

/// A frame that is kept, with what was found in it drawn on it as the settings say.
#[component]
pub fn Annotated(
    /// The frame and what was found in it.
    found: Found,
    /// What it is, for those who do not see it; without it the picture is decoration beside words.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
) -> impl IntoView {
    let session = Session::of_context();
    let canvas = NodeRef::<html::Canvas>::new();
    Effect::new(move || {
        let Some(canvas) = canvas.get() else { return };
        let drawn = session.with_look(&found.shown, found.mirrored, |look| {
            composite::draw(&document(), &canvas, found.frame.bitmap(), &found.shown, look, None)
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
