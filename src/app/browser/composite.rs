//! A frame and what was found in it, as one picture.

use super::canvas::context_of;
use super::exception::unexpected;
use super::label_writer::LabelSheet;
use super::painter::{Look, Painter};
use crate::app::model::error::PageError;
use crate::app::model::sentences::SEPARATOR;
use crate::geometry::Rectangle;
use crate::protocol::Analysis;
use web_sys::{Document, HtmlCanvasElement, ImageBitmap};

/// Width in pixels that small frames are enlarged to, so that their labels can be read, and the most they are enlarged.
const READABLE_WIDTH: f64 = 1280.0;
const MOST_ENLARGED: f64 = 2.0;
/// How much larger than on a screen labels are in a picture as wide as [`READABLE_WIDTH`].
const LABEL_SCALE: f64 = 1.4;
/// Height of a line of the footer and its writing, in pixels of a picture as wide as [`READABLE_WIDTH`].
const FOOTER: f64 = 36.0;
const FOOTER_WRITING: f64 = 16.0;

/// Draws a frame with its findings onto a canvas, which takes its size, and `footer` below it, after what had no room in the
/// picture. Lengths of lines and letters go by the picture, whatever screen it is made on.
pub(crate) fn draw(
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
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context = context_of(canvas)?;
    let painter = Painter::new(document, canvas.clone())?;
    let area = Rectangle { x: 0.0, y: 0.0, width: width as f32, height: height as f32 };
    let sheet = LabelSheet { context: &context, area, unit: unit * LABEL_SCALE, is_rtl: look.is_rtl };
    let labels = painter.labels(analysis, look);
    let arranged = sheet.arrange(&labels)?;
    let is_whole = |number: u32| arranged.iter().any(|label| label.number == number && label.is_whole);
    let cut = labels.iter().filter(|label| !is_whole(label.number)).map(|label| label.parts.join(SEPARATOR));
    let lines: Vec<String> = footer.map(|footer| cut.chain([footer.to_owned()]).collect()).unwrap_or_default();
    let footer_height = FOOTER * unit * lines.len() as f64;
    if !lines.is_empty() {
        canvas.set_height((height + footer_height) as u32);
    }
    context.save();
    let mirrored =
        if look.mirrored { context.translate(width, 0.0).and_then(|()| context.scale(-1.0, 1.0)) } else { Ok(()) };
    let drawn =
        mirrored.and_then(|()| context.draw_image_with_image_bitmap_and_dw_and_dh(frame, 0.0, 0.0, width, height));
    context.restore();
    drawn.map_err(|exception| unexpected(&exception))?;
    painter.draw(analysis, look, unit)?;
    sheet.write(&arranged)?;
    if lines.is_empty() {
        return Ok(());
    }
    context.set_fill_style_str("#14161a");
    context.fill_rect(0.0, height, width, footer_height);
    context.set_fill_style_str("#ffffff");
    context.set_font(&format!("{}px system-ui, sans-serif", FOOTER_WRITING * unit));
    let margin = 12.0 * unit;
    let start = if look.is_rtl { width - margin } else { margin };
    for (line, text) in lines.iter().enumerate() {
        let middle = height + FOOTER * unit * (line as f64 + 0.5);
        context
            .fill_text_with_max_width(text, start, middle, width - 2.0 * margin)
            .map_err(|exception| unexpected(&exception))?;
    }
    Ok(())
}
