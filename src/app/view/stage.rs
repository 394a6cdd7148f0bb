//! The stage: the camera or the photo, large, with what was found drawn on it.

use super::overlay::Overlay;
use crate::app::browser::exception::unexpected;
use crate::app::browser::heat_layer::context_of;
use crate::app::model::error::PageError;
use crate::app::state::session::Session;
use crate::app::state::source::Source;
use leptos::html;
use leptos::prelude::*;
use web_sys::{HtmlCanvasElement, ImageBitmap};

/// The shape of the stage's frame while there is no picture to take it from.
const EMPTY_RATIO: f64 = 4.0 / 3.0;

/// The picture and its overlay, or an invitation.
#[component]
pub fn Stage() -> impl IntoView {
    let session = Session::of_context();
    let (source, words) = (session.source, session.words);
    let video_ratio = RwSignal::new(EMPTY_RATIO);
    let ratio = move || {
        source.with(|source| match source {
            Source::Nothing => EMPTY_RATIO,
            Source::Camera { .. } => video_ratio.get(),
            Source::Photo(bitmap) => f64::from(bitmap.width()) / f64::from(bitmap.height()),
        })
    };
    let measure = move || {
        if let Some(video) = session.camera.video().get_untracked()
            && video.video_height() > 0
        {
            video_ratio.set(f64::from(video.video_width()) / f64::from(video.video_height()));
        }
    };
    let is_camera = move || source.with(|source| matches!(source, Source::Camera { .. }));
    let is_empty = move || source.with(|source| !source.is_something());
    view! {
        <section class="stage" aria-label=words.text("picture")>
            <div class="frame" style=("--ratio", move || ratio().to_string()) hidden=is_empty>
                <video
                    autoplay
                    playsinline
                    prop:muted=true
                    aria-label=words.text("camera")
                    class:mirrored=move || source.with(Source::is_mirrored)
                    class:off=move || !is_camera()
                    node_ref=session.camera.video()
                    on:loadedmetadata=move |_| measure()
                    on:resize=move |_| measure()
                />
                <Photo />
                <Overlay />
            </div>
            <div class="invitation" hidden=move || !is_empty()>
                <svg viewBox="0 0 120 120" aria-hidden="true">
                    <path d="M24 44V24h20 M76 24h20v20 M96 76v20H76 M44 96H24V76" />
                    <path d="M60 36c13 0 20 9 20 22 0 16-9 28-20 28s-20-12-20-28c0-13 7-22 20-22z M52 58h.01 M68 58h.01 M53 71c4 4 10 4 14 0" />
                </svg>
                <p>{words.text("invitation")}</p>
                <p class="muted">{words.text("invitation-private")}</p>
            </div>
        </section>
    }
}

/// The photo on the stage.
#[component]
fn Photo() -> impl IntoView {
    let session = Session::of_context();
    let canvas = NodeRef::<html::Canvas>::new();
    let is_photo = move || session.source.with(Source::is_photo);
    Effect::new(move || {
        session.source.with(|source| {
            if let (Source::Photo(bitmap), Some(canvas)) = (source, canvas.get())
                && let Err(error) = draw(bitmap, &canvas)
            {
                session.alerts.show(&error);
            }
        });
    });
    view! { <canvas class="photo" role="img" aria-label=session.words.text("photo") hidden=move || !is_photo() node_ref=canvas></canvas> }
}

fn draw(bitmap: &ImageBitmap, canvas: &HtmlCanvasElement) -> Result<(), PageError> {
    canvas.set_width(bitmap.width());
    canvas.set_height(bitmap.height());
    context_of(canvas)?.draw_image_with_image_bitmap(bitmap, 0.0, 0.0).map_err(|exception| unexpected(&exception))
}
