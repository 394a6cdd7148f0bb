use crate::app::browser::map_picture::{Colouring, draw_levels, draw_rgb};
use crate::app::state::session::Session;
use leptos::html;
use leptos::prelude::*;

/// What a little picture shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    /// A square map of levels.
    Levels {
        /// Its width and height.
        side: u32,
        /// Its levels, rows from top to bottom.
        levels: Vec<u8>,
        /// What they mean.
        colouring: Colouring,
    },
    /// A square RGB picture.
    Rgb {
        /// Its width and height.
        side: u32,
        /// Its pixels.
        rgb: Vec<u8>,
    },
}

/// A little picture with a caption, empty while there is nothing to show.
#[component]
pub fn MapPicture(
    /// What it shows.
    #[prop(into)]
    picture: Signal<Option<Picture>>,
    /// The words below it.
    #[prop(into)]
    caption: Signal<String>,
) -> impl IntoView {
    let alerts = Session::of_context().alerts;
    let canvas = NodeRef::<html::Canvas>::new();
    Effect::new(move || {
        let Some(canvas) = canvas.get() else { return };
        let drawn = picture.with(|picture| match picture {
            Some(Picture::Levels { side, levels, colouring }) => draw_levels(&canvas, *side, levels, *colouring),
            Some(Picture::Rgb { side, rgb }) => draw_rgb(&canvas, *side, rgb),
            None => Ok(()),
        });
        if let Err(error) = drawn {
            alerts.show(&error);
        }
    });
    view! {
        <figure class="map">
            <canvas role="img" aria-label=move || caption.get() node_ref=canvas></canvas>
            <figcaption>{move || caption.get()}</figcaption>
        </figure>
    }
}
