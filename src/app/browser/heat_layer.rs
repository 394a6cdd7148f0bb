//! A heat map as something that can be drawn.

use super::exception::unexpected;
use super::map_picture::draw_translucent;
use crate::app::model::error::PageError;
use crate::app::model::spotlight::Colouring;
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlCanvasElement};

/// A canvas that holds the pixels of one map at a time; drawing it scales and turns them, which pixels alone cannot.
pub(crate) struct HeatLayer(HtmlCanvasElement);

impl HeatLayer {
    /// An empty layer.
    pub(crate) fn new(document: &Document) -> Result<Self, PageError> {
        document.create_element("canvas").map(|canvas| Self(canvas.unchecked_into())).map_err(|e| unexpected(&e))
    }

    /// Takes a square map of levels and returns the canvas that shows it over a picture.
    pub(crate) fn show(&self, side: u32, levels: &[u8], colouring: Colouring) -> Result<&HtmlCanvasElement, PageError> {
        draw_translucent(&self.0, side, levels, colouring)?;
        Ok(&self.0)
    }
}
