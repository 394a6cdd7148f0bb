//! What was found, over the picture: boxes and heat maps exactly on it, labels on all of the stage.

use crate::app::browser::canvas::context_of;
use crate::app::browser::label_writer::{LabelSheet, WrittenLabel};
use crate::app::browser::painter::{Look, Painter};
use crate::app::browser::size_watch::SizeWatch;
use crate::app::browser::trace;
use crate::app::model::error::PageError;
use crate::app::state::found::Found;
use crate::app::state::session::Session;
use crate::geometry::Rectangle;
use leptos::html;
use leptos::prelude::*;
use web_sys::{DomRect, Element, HtmlCanvasElement};

/// The bar at the stage's foot, where no label goes.
const FOOT: &str = ".stage-foot";
/// The part of the stage that the picture has to itself; kept moments have others.
const CELL: &str = ".cell";

/// The canvas over the picture. It also has the labels drawn, whenever there is something new, the settings change or the stage
/// changes its size.
#[component]
pub fn Overlay(
    /// The canvas for the labels, which covers the stage.
    labels: NodeRef<html::Canvas>,
) -> impl IntoView {
    let session = Session::of_context();
    let canvas = NodeRef::<html::Canvas>::new();
    let size_changes = RwSignal::new(0_u32);
    let painter = StoredValue::new_local(None::<Painter>);
    let watches = StoredValue::new_local(Vec::<SizeWatch>::new());
    Effect::new(move || {
        let (Some(canvas), Some(labels)) = (canvas.get(), labels.get()) else { return };
        let changed = move || size_changes.update(|changes| *changes = changes.wrapping_add(1));
        let made = Painter::new(&document(), canvas.clone()).and_then(|new_painter| {
            painter.set_value(Some(new_painter));
            Ok(vec![SizeWatch::start(&canvas, changed)?, SizeWatch::start(&labels, changed)?])
        });
        match made {
            Ok(new_watches) => watches.set_value(new_watches),
            Err(error) => session.alerts.show(&error),
        }
    });
    Effect::new(move || {
        size_changes.track();
        let (Some(canvas), Some(labels)) = (canvas.get(), labels.get()) else { return };
        let drawn = painter.with_value(|painter| {
            let Some(painter) = painter else { return Ok(()) };
            session.engine.found().with(|found| match found {
                Some(found) => draw(session, painter, &canvas, &labels, found),
                None => {
                    painter.wipe();
                    labels.set_width(labels.width());
                    Ok(())
                }
            })
        });
        if let Err(error) = drawn {
            session.alerts.show(&error);
        }
    });
    view! { <canvas class="overlay" data-testid="overlay" aria-hidden="true" node_ref=canvas></canvas> }
}

fn draw(
    session: Session,
    painter: &Painter,
    canvas: &HtmlCanvasElement,
    labels: &HtmlCanvasElement,
    found: &Found,
) -> Result<(), PageError> {
    let ratio = window().device_pixel_ratio();
    painter.fit(ratio);
    let selected = session.selection.number().get();
    let mut written = session.with_look(&found.shown, found.mirrored, |look| {
        session.spotlight.with(|spotlight| {
            let look = Look { selected, spotlight: spotlight.as_ref(), ..*look };
            painter.draw(&found.shown, &look, ratio)?;
            write_labels(painter, canvas, labels, found, &look, ratio)
        })
    })?;
    if !session.settings.with(|settings| settings.debug) {
        return Ok(());
    }
    // Tests read places in the overlay's own pixels.
    let (x, y) = offset(canvas, labels, ratio);
    for label in &mut written {
        label.place = Rectangle { x: label.place.x - x, y: label.place.y - y, ..label.place };
    }
    let stage = Rectangle { x: -x, y: -y, width: labels.width() as f32, height: labels.height() as f32 };
    trace::leave(canvas, &found.shown, found.mirrored, &written, &stage)
}

/// Writes the labels on their canvas, which covers the stage, and returns them in its pixels.
fn write_labels(
    painter: &Painter,
    canvas: &HtmlCanvasElement,
    labels: &HtmlCanvasElement,
    found: &Found,
    look: &Look,
    ratio: f64,
) -> Result<Vec<WrittenLabel>, PageError> {
    let pixels = |length: i32| (f64::from(length) * ratio).round() as u32;
    labels.set_width(pixels(labels.client_width()));
    labels.set_height(pixels(labels.client_height()));
    let (x, y) = offset(canvas, labels, ratio);
    let mut texts = painter.labels(&found.shown, look);
    for text in &mut texts {
        text.outline = Rectangle { x: text.outline.x + x, y: text.outline.y + y, ..text.outline };
    }
    let context = context_of(labels)?;
    let area = writable(canvas, labels, ratio);
    let sheet = LabelSheet { context: &context, area, unit: ratio * look.label_scale, is_rtl: look.is_rtl };
    let arranged = sheet.arrange(&texts)?;
    sheet.write(&arranged)?;
    Ok(arranged)
}

/// Where the overlay begins on the labels' canvas, in its pixels.
fn offset(canvas: &HtmlCanvasElement, labels: &HtmlCanvasElement, ratio: f64) -> (f32, f32) {
    let (frame, stage) = (canvas.get_bounding_client_rect(), labels.get_bounding_client_rect());
    (((frame.left() - stage.left()) * ratio) as f32, ((frame.top() - stage.top()) * ratio) as f32)
}

/// The part of the labels' canvas that may be written on, in its pixels: above the foot, and between kept moments.
fn writable(canvas: &HtmlCanvasElement, labels: &HtmlCanvasElement, ratio: f64) -> Rectangle {
    let stage = labels.get_bounding_client_rect();
    let rect = |element: Option<Element>| element.map(|element| element.get_bounding_client_rect());
    let foot = rect(labels.parent_element().and_then(|parent| parent.query_selector(FOOT).ok().flatten()));
    let bottom = foot.filter(|foot| foot.height() > 0.0).map_or(stage.bottom(), |foot| foot.top());
    let cell: DomRect = rect(canvas.closest(CELL).ok().flatten()).unwrap_or_else(|| stage.clone());
    let [x, width, height] =
        [cell.left() - stage.left(), cell.width(), bottom - stage.top()].map(|length| (length * ratio) as f32);
    Rectangle { x, y: 0.0, width, height }
}
