//! Reads the pixels of a frame.

use super::exception::message;
use image::RgbaImage;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ContextAttributes2d, ImageBitmap, OffscreenCanvas, OffscreenCanvasRenderingContext2d};

/// A frame's pixels cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct PixelError(String);

/// Draws frames on a canvas of its own, kept from frame to frame.
pub struct PixelReader {
    canvas: OffscreenCanvas,
    context: OffscreenCanvasRenderingContext2d,
}

impl PixelReader {
    /// # Errors
    /// When the browser has no two-dimensional canvas for workers.
    pub fn new() -> Result<Self, PixelError> {
        let canvas = OffscreenCanvas::new(1, 1).map_err(error)?;
        let options = ContextAttributes2d::new();
        options.set_will_read_frequently(true);
        let context = canvas.get_context_with_context_options("2d", &options).map_err(error)?;
        let context = context.ok_or_else(|| PixelError("no canvas in a worker".to_owned()))?;
        Ok(Self { canvas, context: context.unchecked_into() })
    }

    /// The pixels of `bitmap`, which stays open.
    ///
    /// # Errors
    /// When it is empty or too large for a canvas.
    pub fn read(&self, bitmap: &ImageBitmap) -> Result<RgbaImage, PixelError> {
        let (width, height) = (bitmap.width(), bitmap.height());
        if (self.canvas.width(), self.canvas.height()) == (width, height) {
            self.context.clear_rect(0.0, 0.0, width.into(), height.into());
        } else {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
        }
        self.context.draw_image_with_image_bitmap(bitmap, 0.0, 0.0).map_err(error)?;
        let data = self.context.get_image_data(0.0, 0.0, width.into(), height.into()).map_err(error)?;
        RgbaImage::from_raw(width, height, data.data().0).ok_or_else(|| PixelError("too few of them".to_owned()))
    }
}

fn error(exception: JsValue) -> PixelError {
    PixelError(message(&exception))
}
