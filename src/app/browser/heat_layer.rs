//! A heat map as something that can be drawn.

use super::super::model::error::PageError;
use super::exception::unexpected;
use crate::palette::Palette;
use crate::protocol::HeatMap;
use wasm_bindgen::{Clamped, JsCast};
use web_sys::{CanvasRenderingContext2d, Document, HtmlCanvasElement, ImageData};

/// A canvas that holds the pixels of one heat map at a time; drawing it scales and turns them, which pixels alone cannot.
pub struct HeatLayer {
    canvas: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
}

impl HeatLayer {
    /// An empty layer.
    pub fn new(document: &Document) -> Result<Self, PageError> {
        let canvas: HtmlCanvasElement = document.create_element("canvas").map_err(|e| unexpected(&e))?.unchecked_into();
        let context = context_of(&canvas)?;
        Ok(Self { canvas, context })
    }

    /// The canvas, for whatever else is laid on a face.
    pub fn canvas(&self) -> &HtmlCanvasElement {
        &self.canvas
    }

    /// Takes the evidence of a heat map and returns the canvas that shows it in the palette's colours.
    pub fn show(&self, heat_map: &HeatMap, palette: Palette) -> Result<&HtmlCanvasElement, PageError> {
        self.canvas.set_width(heat_map.size);
        self.canvas.set_height(heat_map.size);
        let colours: Vec<[u8; 4]> = (0..=u8::MAX).map(|level| palette.translucent(f32::from(level) / 255.0)).collect();
        // There is a colour for every byte.
        let rgba: Vec<u8> = heat_map.evidence.iter().flat_map(|&level| colours[usize::from(level)]).collect();
        let pixels = ImageData::new_with_u8_clamped_array_and_sh(Clamped(&rgba), heat_map.size, heat_map.size)
            .map_err(|e| unexpected(&e))?;
        self.context.put_image_data(&pixels, 0.0, 0.0).map_err(|e| unexpected(&e))?;
        Ok(&self.canvas)
    }
}

/// The drawing context of a canvas.
pub fn context_of(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, PageError> {
    canvas
        .get_context("2d")
        .map_err(|exception| unexpected(&exception))?
        .map(JsCast::unchecked_into)
        .ok_or_else(|| PageError::Browser("it has no canvas".to_owned()))
}
