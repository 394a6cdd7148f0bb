//! Maps of numbers as little pictures.

use super::super::model::error::PageError;
use super::exception::unexpected;
use super::heat_layer::context_of;
use crate::palette::Palette;
use wasm_bindgen::Clamped;
use web_sys::{HtmlCanvasElement, ImageData};

/// How levels become colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colouring {
    /// From nothing (0) to the most (255).
    Strength(Palette),
    /// 128 is nothing; orange above, blue below.
    Sign,
}

impl Colouring {
    fn colour(self, level: u8) -> [u8; 3] {
        match self {
            Self::Strength(palette) => palette.colour(f32::from(level) / 255.0),
            Self::Sign => {
                // Okabe and Ito's vermilion and blue, on white.
                let strength = (f32::from(level) - 128.0) / 127.0;
                let end: [f32; 3] = if strength > 0.0 { [213.0, 94.0, 0.0] } else { [0.0, 114.0, 178.0] };
                end.map(|channel| (255.0 + (channel - 255.0) * strength.abs()) as u8)
            }
        }
    }
}

/// Fills a canvas with a square map of levels, one pixel each.
pub fn draw_levels(
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

/// Fills a canvas with a square RGB picture.
pub fn draw_rgb(canvas: &HtmlCanvasElement, side: u32, rgb: &[u8]) -> Result<(), PageError> {
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
