//! What tests read off the page, on request only (`?debug=1`).

use super::super::model::error::PageError;
use super::exception::unexpected;
use crate::protocol::Analysis;
use serde::Serialize;
use web_sys::HtmlCanvasElement;

/// Writes onto the canvas what has been drawn on it: the analysis as JSON, without the heat maps' pixels, and whether
/// left and right are swapped.
pub fn leave(canvas: &HtmlCanvasElement, analysis: &Analysis, mirrored: bool) -> Result<(), PageError> {
    let mut analysis = analysis.clone();
    for heat_map in analysis.faces.iter_mut().filter_map(|face| face.heat_map.as_mut()) {
        heat_map.evidence.clear();
    }
    if let Some(inside) = &mut analysis.dissection {
        inside.crop.clear();
        inside.stages.clear();
        inside.evidence = None;
    }
    let value = analysis
        .serialize(&serde_wasm_bindgen::Serializer::new().serialize_bytes_as_arrays(true))
        .map_err(|error| PageError::Browser(error.to_string()))?;
    let json = js_sys::JSON::stringify(&value).map_err(|exception| unexpected(&exception))?;
    canvas
        .set_attribute("data-mirrored", if mirrored { "true" } else { "false" })
        .and_then(|()| canvas.set_attribute("data-analysis", &String::from(json)))
        .map_err(|exception| unexpected(&exception))
}
