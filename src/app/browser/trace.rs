//! What tests read off the page, on request only (`?debug=1`).

use super::exception::unexpected;
use super::label_writer::WrittenLabel;
use crate::app::model::error::PageError;
use crate::geometry::Rectangle;
use crate::protocol::Analysis;
use serde::Serialize;
use wasm_bindgen::JsValue;
use web_sys::HtmlCanvasElement;

/// Writes onto the canvas what has been drawn on it: the analysis as JSON, without the heat maps' pixels, whether left and
/// right are swapped, the labels, and where
/// the stage lies, in the canvas's pixels.
pub(crate) fn leave(
    canvas: &HtmlCanvasElement,
    analysis: &Analysis,
    mirrored: bool,
    labels: &[WrittenLabel],
    stage: &Rectangle,
) -> Result<(), PageError> {
    let mut analysis = analysis.clone();
    for heat_map in analysis.faces.iter_mut().filter_map(|face| face.heat_map.as_mut()) {
        heat_map.evidence.clear();
    }
    if let Some(inside) = &mut analysis.dissection {
        inside.crop.clear();
        inside.stages.clear();
        inside.evidence = None;
    }
    canvas
        .set_attribute("data-stage", &json(stage).map_err(|exception| unexpected(&exception))?)
        .map_err(|exception| unexpected(&exception))?;
    canvas
        .set_attribute("data-mirrored", if mirrored { "true" } else { "false" })
        .and_then(|()| canvas.set_attribute("data-labels", &json(labels)?))
        .and_then(|()| canvas.set_attribute("data-analysis", &json(&analysis)?))
        .map_err(|exception| unexpected(&exception))
}

fn json<T: Serialize + ?Sized>(value: &T) -> Result<String, JsValue> {
    let value = value.serialize(&serde_wasm_bindgen::Serializer::new().serialize_bytes_as_arrays(true))?;
    js_sys::JSON::stringify(&value).map(String::from)
}
