//! The picture on the stage: a video or a photo, with the overlay exactly over it.

use super::overlay::Overlay;
use crate::app::browser::canvas::context_of;
use crate::app::browser::exception::unexpected;
use crate::app::model::error::PageError;
use crate::app::model::placement::Placement;
use crate::app::state::session::Session;
use crate::app::state::source::Source;
use crate::geometry::Point;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlCanvasElement, ImageBitmap, MouseEvent};

/// The shape of the frame while there is no picture to take it from.
const EMPTY_RATIO: f64 = 4.0 / 3.0;

/// The frame, as large as fits. Pressing a face in it selects that face.
#[component]
pub fn PictureFrame(
    /// The canvas for the labels, which covers the stage.
    labels: NodeRef<html::Canvas>,
) -> impl IntoView {
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
    view! {
        <div class="cell">
            <div
                class="frame"
                style=("--ratio", move || ratio().to_string())
                on:click=move |event| select_at(session, &event)
            >
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
                <Overlay labels />
            </div>
        </div>
    }
}

/// Selects the face under the pointer, the smallest where there are several; pressing beside all faces changes nothing.
fn select_at(session: Session, event: &MouseEvent) {
    let frame = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(frame) = frame.map(|frame| frame.get_bounding_client_rect()) else { return };
    let (x, y) = (f64::from(event.client_x()) - frame.left(), f64::from(event.client_y()) - frame.top());
    let pressed = Point { x: x as f32, y: y as f32 };
    let number = session.engine.found().with_untracked(|found| {
        let found = found.as_ref()?;
        let placement = Placement::new(found.shown.width as f32, frame.width() as f32, found.mirrored)?;
        let boxes = found.shown.faces.iter().map(|face| (face.number, placement.rectangle(&face.bounding_box)));
        let under = boxes.filter(|(_, outline)| outline.contains(pressed));
        under.min_by(|(_, one), (_, other)| one.area().total_cmp(&other.area())).map(|(number, _)| number)
    });
    if let Some(number) = number {
        session.selection.choose(number);
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
    view! {
        <canvas
            class="photo"
            role="img"
            aria-label=session.words.text("photo")
            hidden=move || !is_photo()
            node_ref=canvas
        ></canvas>
    }
}

fn draw(bitmap: &ImageBitmap, canvas: &HtmlCanvasElement) -> Result<(), PageError> {
    canvas.set_width(bitmap.width());
    canvas.set_height(bitmap.height());
    context_of(canvas)?.draw_image_with_image_bitmap(bitmap, 0.0, 0.0).map_err(|exception| unexpected(&exception))
}
