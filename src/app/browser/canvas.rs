//! Access to a canvas's drawing context, which a browser may refuse to give.

use super::exception::unexpected;
use crate::app::model::error::PageError;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// The drawing context of a canvas.
pub(crate) fn context_of(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, PageError> {
    canvas
        .get_context("2d")
        .map_err(|exception| unexpected(&exception))?
        .map(JsCast::unchecked_into)
        .ok_or_else(|| PageError::Browser("it has no canvas".to_owned()))
}
