//! Maps of numbers as little pictures.

use super::canvas::context_of;
use super::exception::unexpected;
use crate::app::model::error::PageError;
use crate::app::model::spotlight::Colouring;
use wasm_bindgen::Clamped;
use web_sys::{HtmlCanvasElement, ImageData};

/// Fills a canvas with a square map of levels, one pixel each.
pub(crate) fn draw_levels(
    canvas: &HtmlCanvasElement,
    side: u32,
    levels: &[u8],
    colouring: Colouring,
) -> Result<(), PageError> {
    let rgba: Vec<u8> = levels
        .iter()
        .flat_map(|&level| {
            let [red, green, blue] = colouring.colour(level);
            [red, green, blue, u8::MAX]
        })
        .collect();
    put(canvas, side, &rgba)
}

/// Fills a canvas with a square map of levels to be laid over a picture.
pub(crate) fn draw_translucent(
    canvas: &HtmlCanvasElement,
    side: u32,
    levels: &[u8],
    colouring: Colouring,
) -> Result<(), PageError> {
    let colours = colouring.translucent_levels();
    // There is a colour for every byte.
    let rgba: Vec<u8> = levels.iter().flat_map(|&level| colours[usize::from(level)]).collect();
    put(canvas, side, &rgba)
}

/// Fills a canvas with a square RGB picture.
pub(crate) fn draw_rgb(canvas: &HtmlCanvasElement, side: u32, rgb: &[u8]) -> Result<(), PageError> {
    let (pixels, _) = rgb.as_chunks::<3>();
    let rgba: Vec<u8> = pixels.iter().flat_map(|&[red, green, blue]| [red, green, blue, u8::MAX]).collect();
    put(canvas, side, &rgba)
}

fn put(canvas: &HtmlCanvasElement, side: u32, rgba: &[u8]) -> Result<(), PageError> {
    canvas.set_width(side);
    canvas.set_height(side);
    let pixels = ImageData::new_with_u8_clamped_array_and_sh(Clamped(rgba), side, side).map_err(|e| unexpected(&e))?;
    context_of(canvas)?.put_image_data(&pixels, 0.0, 0.0).map_err(|e| unexpected(&e))
}
