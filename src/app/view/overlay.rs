//! The canvas over the picture: boxes, labels and heat maps.

use crate::app::browser::painter::Painter;
use crate::app::browser::size_watch::SizeWatch;
use crate::app::browser::trace;
use crate::app::model::error::PageError;
use crate::app::state::session::Session;
use crate::app::state::source::Source;
use leptos::html;
use leptos::prelude::*;
use web_sys::HtmlCanvasElement;

/// Draws what was found whenever there is something new, the settings change or the canvas changes its size.
#[component]
pub fn Overlay() -> impl IntoView {
    let session = Session::of_context();
    let canvas = NodeRef::<html::Canvas>::new();
    let size_changes = RwSignal::new(0_u32);
    let painter = StoredValue::new_local(None::<Painter>);
    let watch = StoredValue::new_local(None::<SizeWatch>);
    Effect::new(move || {
        let Some(canvas) = canvas.get() else { return };
        let made = Painter::new(&document(), canvas.clone()).and_then(|new_painter| {
            painter.set_value(Some(new_painter));
            SizeWatch::start(&canvas, move || size_changes.update(|changes| *changes = changes.wrapping_add(1)))
        });
        match made {
            Ok(new_watch) => watch.set_value(Some(new_watch)),
            Err(error) => session.alerts.show(&error),
        }
    });
    Effect::new(move || {
        size_changes.track();
        let Some(canvas) = canvas.get() else { return };
        let drawn = painter.with_value(|painter| match painter {
            Some(painter) => draw(session, painter, &canvas),
            None => Ok(()),
        });
        if let Err(error) = drawn {
            session.alerts.show(&error);
        }
    });
    view! { <canvas class="overlay" data-testid="overlay" aria-hidden="true" node_ref=canvas></canvas> }
}

fn draw(session: Session, painter: &Painter, canvas: &HtmlCanvasElement) -> Result<(), PageError> {
    let pixel_ratio = window().device_pixel_ratio();
    let mirrored = session.source.with(Source::is_mirrored);
    let Some(analysis) = session.engine.analysis().get() else {
        painter.wipe();
        return Ok(());
    };
    painter.fit(pixel_ratio);
    let labels = session.with_look(&analysis, mirrored, |look| painter.draw(&analysis, look))?;
    let is_debug = session.settings.with(|settings| settings.debug);
    if is_debug { trace::leave(canvas, &analysis, mirrored, &labels) } else { Ok(()) }
}
