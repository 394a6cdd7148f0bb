//! A little picture: a map of levels, or a crop.

use super::pointing::SpotlightButton;
use crate::app::browser::map_picture::{draw_levels, draw_rgb};
use crate::app::model::error::PageError;
use crate::app::model::spotlight::{Colouring, Spotlight};
use crate::app::state::session::Session;
use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlCanvasElement;

/// What a little picture shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    /// A square map of levels.
    Levels {
        /// The picture's width and height.
        side: u32,
        /// The map's levels, rows from top to bottom.
        levels: Vec<u8>,
        /// What the levels mean.
        colouring: Colouring,
    },
    /// A square RGB picture.
    Rgb {
        /// The picture's width and height.
        side: u32,
        /// The picture's pixels.
        rgb: Vec<u8>,
    },
}

impl Picture {
    /// Draws it on a canvas, which takes its size.
    pub fn draw(&self, canvas: &HtmlCanvasElement) -> Result<(), PageError> {
        match self {
            Self::Levels { side, levels, colouring } => draw_levels(canvas, *side, levels, *colouring),
            Self::Rgb { side, rgb } => draw_rgb(canvas, *side, rgb),
        }
    }

    /// The same laid on the face on the stage; a crop is that face already.
    fn spotlight(&self) -> Option<Spotlight> {
        match self {
            Self::Levels { side, levels, colouring } => {
                Some(Spotlight::Map { side: *side, levels: levels.clone(), colouring: *colouring })
            }
            Self::Rgb { .. } => None,
        }
    }
}

/// A little picture, empty while there is nothing to show.
#[component]
pub fn MapPicture(
    /// What the little picture shows.
    #[prop(into)]
    picture: Signal<Option<Picture>>,
    /// The little picture's name.
    #[prop(into)]
    name: Signal<String>,
    /// The words below it, if any.
    #[prop(optional, into)]
    caption: Option<Signal<String>>,
    /// Whether it can be laid on the face on the stage.
    #[prop(optional)]
    points: bool,
) -> impl IntoView {
    let alerts = Session::of_context().alerts;
    let canvas = NodeRef::<html::Canvas>::new();
    Effect::new(move || {
        let Some(canvas) = canvas.get() else { return };
        let drawn = picture.with(|picture| picture.as_ref().map_or(Ok(()), |picture| picture.draw(&canvas)));
        if let Err(error) = drawn {
            alerts.show(&error);
        }
    });
    let shown = if points {
        let shows = Signal::derive(move || picture.with(|picture| picture.as_ref()?.spotlight()));
        view! {
            <SpotlightButton shows name>
                <canvas aria-hidden="true" node_ref=canvas></canvas>
            </SpotlightButton>
        }
        .into_any()
    } else {
        view! { <canvas role="img" aria-label=name node_ref=canvas></canvas> }.into_any()
    };
    view! {
        <figure class="map">
            {shown}
            {caption.map(|caption| view! { <figcaption>{caption}</figcaption> })}
        </figure>
    }
}
