//! Between the analysis' types and the protocol's.

use crate::analysis::alignment::CROP_PIXELS;
use crate::analysis::{AnalyzedFace, FrameAnalysis, Who};
use crate::explanation::{EvidenceMap, ExplanationTarget};
use crate::network::Layer;
use crate::protocol::{Analysis, Dissection, ExplanationRequest, Face, HeatMap, Timings};
use wasm_bindgen::JsCast;

/// What the page wants explained; `None` where it names a layer that the network does not have.
pub(super) fn explanation_target(request: &ExplanationRequest) -> Option<ExplanationTarget> {
    let layer = match request.layer {
        Some(index) => *Layer::ALL.get(index)?,
        None => Layer::DEFAULT,
    };
    Some(ExplanationTarget { attribute: request.attribute, class: request.class, layer })
}

/// The answer about frame number `frame`, whose pixels took `read` milliseconds and have this mean level of `light`, and whose faces are these.
pub(super) fn analysis(
    frame: u32,
    [width, height]: [u32; 2],
    [read, light]: [f64; 2],
    analysis: FrameAnalysis,
    who: Vec<Who>,
    dissection: Option<Dissection>,
) -> Analysis {
    let timings =
        Timings { read, detect: analysis.detect_ms, attributes: analysis.attributes_ms, explain: analysis.explain_ms };
    let faces = analysis.faces.into_iter().zip(who).map(|(found, who)| face(found, who)).collect();
    Analysis {
        frame,
        width,
        height,
        faces,
        count: analysis.count as u32,
        followed: analysis.is_followed,
        light: light as f32,
        searched: analysis.is_searched,
        second_opinion: false,
        dissection,
        sample: None,
        timings,
        memory: memory_size(),
    }
}

fn face(face: AnalyzedFace, who: Who) -> Face {
    Face {
        identity: who.identity,
        number: who.number,
        bounding_box: face.detection.bounding_box,
        key_points: face.detection.key_points,
        score: face.detection.score,
        crop_to_frame: face.crop_to_frame,
        estimates: face.reading.estimates,
        doubts: face.doubts,
        heat_map: face.reading.evidence.as_ref().map(heat_map),
        taught: None,
    }
}

/// The evidence at the crop's own resolution.
pub(super) fn heat_map(evidence: &EvidenceMap) -> HeatMap {
    let evidence = evidence.resized(CROP_PIXELS as usize);
    HeatMap {
        size: CROP_PIXELS,
        evidence: evidence.values().iter().map(|value| (255.0 * value).round() as u8).collect(),
    }
}

/// Bytes of this module's memory.
fn memory_size() -> f64 {
    let memory: js_sys::WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    let buffer: js_sys::ArrayBuffer = memory.buffer().unchecked_into();
    f64::from(buffer.byte_length())
}
