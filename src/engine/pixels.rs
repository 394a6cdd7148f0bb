//! Reads the pixels of a frame.

use super::exception::message;
use crate::detection::{Part, Picture, PictureError};
use image::RgbaImage;
use wasm_bindgen::{Clamped, JsCast, JsValue};
use web_sys::{ContextAttributes2d, ImageBitmap, ImageData, OffscreenCanvas, OffscreenCanvasRenderingContext2d};

/// A frame's pixels cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum PixelError {
    /// The browser cannot read them, for this reason of its own.
    #[error("{0}")]
    Unreadable(String),
    /// The browser gives other pixels than it was given.
    #[error("the browser falsifies the pixels of a canvas")]
    False,
}

/// Side of the picture that shows whether the browser gives back the pixels that it was given.
const PROBE: u32 = 16;
/// Largest mean difference of its levels: browsers that change single bits harm nobody.
const MOST_FALSE: f32 = 4.0;

/// Draws frames on a canvas of its own, kept from frame to frame.
pub(super) struct PixelReader {
    canvas: OffscreenCanvas,
    context: OffscreenCanvasRenderingContext2d,
}

impl PixelReader {
    /// # Errors
    /// When the browser has no two-dimensional canvas for workers, or one that gives other pixels than it was given.
    pub(super) fn new() -> Result<Self, PixelError> {
        let canvas = OffscreenCanvas::new(1, 1).map_err(error)?;
        let options = ContextAttributes2d::new();
        options.set_will_read_frequently(true);
        let context = canvas.get_context_with_context_options("2d", &options).map_err(error)?;
        let context = context.ok_or_else(|| PixelError::Unreadable("no canvas in a worker".to_owned()))?;
        let reader = Self { canvas, context: context.unchecked_into() };
        reader.probe()?;
        Ok(reader)
    }

    /// Whether the canvas gives back what was painted on it. Browsers that guard against fingerprinting may give noise or white
    /// instead, in which no face would be found.
    fn probe(&self) -> Result<(), PixelError> {
        self.canvas.set_width(PROBE);
        self.canvas.set_height(PROBE);
        // Opaque, as transparent pixels need not keep their colours.
        let painted: Vec<u8> = (0..PROBE * PROBE).flat_map(|place| [place as u8, (7 * place) as u8, 90, 255]).collect();
        let image = ImageData::new_with_u8_clamped_array(Clamped(&painted), PROBE).map_err(error)?;
        self.context.put_image_data(&image, 0.0, 0.0).map_err(error)?;
        let side = f64::from(PROBE);
        let read = self.context.get_image_data(0.0, 0.0, side, side).map_err(error)?.data().0;
        let difference: f32 = painted.iter().zip(&read).map(|(&a, &b)| f32::from(a.abs_diff(b))).sum();
        let is_true = read.len() == painted.len() && difference <= MOST_FALSE * painted.len() as f32;
        if is_true { Ok(()) } else { Err(PixelError::False) }
    }

    /// The pixels of `bitmap`, which stays open.
    ///
    /// # Errors
    /// When it is empty or too large for a canvas.
    pub(super) fn read(&self, bitmap: &ImageBitmap) -> Result<RgbaImage, PixelError> {
        self.read_part(bitmap, Part { x: 0, y: 0, width: bitmap.width(), height: bitmap.height() })
    }

    /// The pixels of a part of `bitmap`.
    ///
    /// # Errors
    /// As for [`read`](Self::read).
    pub(super) fn read_part(&self, bitmap: &ImageBitmap, part: Part) -> Result<RgbaImage, PixelError> {
        let Part { x, y, width, height } = part;
        if (self.canvas.width(), self.canvas.height()) == (width, height) {
            self.context.clear_rect(0.0, 0.0, width.into(), height.into());
        } else {
            self.canvas.set_width(width);
            self.canvas.set_height(height);
        }
        self.context.draw_image_with_image_bitmap(bitmap, -f64::from(x), -f64::from(y)).map_err(error)?;
        let data = self.context.get_image_data(0.0, 0.0, width.into(), height.into()).map_err(error)?;
        RgbaImage::from_raw(width, height, data.data().0)
            .ok_or_else(|| PixelError::Unreadable("too few of them".to_owned()))
    }
}

/// A bitmap of which parts are read, so that not all of its pixels are held twice.
pub(super) struct BitmapPicture<'a> {
    /// The bitmap that the pixels are read from.
    pub bitmap: &'a ImageBitmap,
    /// What reads them.
    pub reader: &'a PixelReader,
}

impl Picture for BitmapPicture<'_> {
    fn dimensions(&self) -> (u32, u32) {
        (self.bitmap.width(), self.bitmap.height())
    }

    fn part(&self, part: Part) -> Result<RgbaImage, PictureError> {
        self.reader.read_part(self.bitmap, part).map_err(|error| PictureError(error.to_string()))
    }
}

fn error(exception: JsValue) -> PixelError {
    PixelError::Unreadable(message(&exception))
}
