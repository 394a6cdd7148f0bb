//! A frame and what was found in it, as one picture.

use super::super::model::error::PageError;
use super::exception::unexpected;
use super::heat_layer::context_of;
use super::painter::{Look, Painter};
use crate::protocol::Analysis;
use web_sys::{Document, HtmlCanvasElement, ImageBitmap};

/// Width in pixels that small frames are enlarged to, so that their labels can be read, and the most they are enlarged.
const READABLE_WIDTH: f64 = 1280.0;
const MOST_ENLARGED: f64 = 2.0;
/// Height of the footer and its writing, in pixels of a picture as wide as [`READABLE_WIDTH`].
const FOOTER: f64 = 36.0;
const FOOTER_WRITING: f64 = 16.0;

/// Draws a frame with its findings onto a canvas, which takes its size, and `footer` below it.
pub fn draw(
    document: &Document,
    canvas: &HtmlCanvasElement,
    frame: &ImageBitmap,
    analysis: &Analysis,
    look: &Look,
    footer: Option<&str>,
) -> Result<(), PageError> {
    let (width, height) = (f64::from(frame.width()), f64::from(frame.height()));
    let scale = (READABLE_WIDTH / width).clamp(1.0, MOST_ENLARGED);
    let (width, height) = (width * scale, height * scale);
    let unit = (width / READABLE_WIDTH).max(0.5);
    let footer_height = if footer.is_some() { FOOTER * unit } else { 0.0 };
    canvas.set_width(width as u32);
    canvas.set_height((height + footer_height) as u32);
    let context = context_of(canvas)?;
    context.save();
    let mirrored =
        if look.mirrored { context.translate(width, 0.0).and_then(|()| context.scale(-1.0, 1.0)) } else { Ok(()) };
    let drawn =
        mirrored.and_then(|()| context.draw_image_with_image_bitmap_and_dw_and_dh(frame, 0.0, 0.0, width, height));
    context.restore();
    drawn.map_err(|exception| unexpected(&exception))?;
    Painter::new(document, canvas.clone())?.draw(analysis, look)?;
    if let Some(text) = footer {
        context.set_fill_style_str("#14161a");
        context.fill_rect(0.0, height, width, footer_height);
        context.set_fill_style_str("#ffffff");
        context.set_font(&format!("{}px system-ui, sans-serif", FOOTER_WRITING * unit));
        context.set_text_baseline("middle");
        context.set_text_align("left");
        context
            .fill_text_with_max_width(text, 12.0 * unit, height + footer_height / 2.0, width - 24.0 * unit)
            .map_err(|exception| unexpected(&exception))?;
    }
    Ok(())
}
