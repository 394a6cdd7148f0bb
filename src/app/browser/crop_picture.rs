//! A face cut out of its frame, upright.

use super::canvas::context_of;
use super::exception::unexpected;
use crate::app::model::anchors::CROP_PIXELS;
use crate::app::model::error::PageError;
use crate::geometry::Similarity;
use web_sys::{HtmlCanvasElement, ImageBitmap};

/// Draws the aligned crop of a face on a canvas, which takes the crop's size in pixels; mirrored where its video is.
pub(crate) fn draw_crop(
    canvas: &HtmlCanvasElement,
    frame: &ImageBitmap,
    crop_to_frame: &Similarity,
    mirrored: bool,
) -> Result<(), PageError> {
    // A face without a size has no crop.
    let Some(Similarity { a, b, tx, ty }) = crop_to_frame.inverse() else { return Ok(()) };
    let side = f64::from(CROP_PIXELS);
    canvas.set_width(CROP_PIXELS as u32);
    canvas.set_height(CROP_PIXELS as u32);
    let context = context_of(canvas)?;
    let [a, b, tx, ty] = [a, b, tx, ty].map(f64::from);
    let mirroring = if mirrored { context.set_transform(-1.0, 0.0, 0.0, 1.0, side, 0.0) } else { Ok(()) };
    mirroring
        .and_then(|()| context.transform(a, b, -b, a, tx, ty))
        .and_then(|()| context.draw_image_with_image_bitmap(frame, 0.0, 0.0))
        .map_err(|exception| unexpected(&exception))
}
