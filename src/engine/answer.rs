//! Between the analysis' types and the protocol's.

use crate::analysis::alignment::CROP_SIZE;
use crate::analysis::{AnalyzedFace, FrameAnalysis};
use crate::explanation::colour_map::colour_image;
use crate::explanation::{EvidenceMap, ExplanationTarget};
use crate::network::Layer;
use crate::protocol::{Analysis, ExplanationRequest, Face, HeatMap, Timings};

/// What the page wants explained; `None` where it names a layer that the network does not have.
pub fn explanation_target(request: &ExplanationRequest) -> Option<ExplanationTarget> {
    let layer = match request.layer {
        Some(index) => *Layer::ALL.get(index)?,
        None => Layer::DEFAULT,
    };
    Some(ExplanationTarget { attribute: request.attribute, class: request.class, layer })
}

/// The answer about frame number `frame`, whose pixels took `read` milliseconds.
pub fn analysis(frame: u32, [width, height]: [u32; 2], read: f64, analysis: FrameAnalysis) -> Analysis {
    let timings =
        Timings { read, detect: analysis.detect_ms, attributes: analysis.attributes_ms, explain: analysis.explain_ms };
    Analysis { frame, width, height, faces: analysis.faces.into_iter().map(face).collect(), timings }
}

fn face(face: AnalyzedFace) -> Face {
    Face {
        bounding_box: face.detection.bounding_box,
        key_points: face.detection.key_points,
        score: face.detection.score,
        crop_to_frame: face.crop_to_frame,
        estimates: face.reading.estimates,
        doubts: face.doubts,
        heat_map: face.reading.evidence.as_ref().map(heat_map),
    }
}

/// The evidence at the crop's own resolution, coloured.
fn heat_map(evidence: &EvidenceMap) -> HeatMap {
    HeatMap { size: CROP_SIZE, rgba: colour_image(&evidence.resized(CROP_SIZE as usize)).into_raw() }
}
