//! The messages between page and worker. Both sides link this module; neither needs to know more of the other.

use crate::attributes::Attribute;
use crate::estimates::{Doubt, Estimates};
use crate::geometry::{Point, Rectangle, Similarity};
use serde::{Deserialize, Serialize};

/// What the page asks of the worker. [`Request::Analyze`] travels with the frame as a transferred `ImageBitmap`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Request {
    /// Load the models and choose a device. Sent once, first.
    Start {
        /// Which device the visitor wants.
        backend: BackendChoice,
        /// Absolute address of the site, with a slash at its end; the model files lie in `assets/` below it.
        base_url: String,
        /// What went wrong in the worker that this one replaces, if it replaces one.
        after_failure: Option<String>,
    },
    /// Find and read the faces of one frame.
    Analyze {
        /// The page's number for the frame; the answer carries it.
        frame: u32,
        /// Whether the frame follows the last one in the same video, so that its faces are the same people's.
        continues: bool,
        /// What the heat map should explain; `None` for no heat map.
        explain: Option<ExplanationRequest>,
    },
}

/// What the worker tells the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Response {
    /// The worker's module runs and waits for [`Request::Start`].
    Listening,
    /// Start-up proceeds.
    Loading {
        /// A short phrase for the visitor: what is being done.
        step: String,
        /// Bytes that have arrived.
        loaded: f64,
        /// Bytes expected, 0 where the server does not say.
        total: f64,
    },
    /// Frames can be sent.
    Ready(EngineInfo),
    /// The engine cannot start or has broken down. This worker answers nothing more.
    Failed {
        /// A sentence that says what is wrong and what to do.
        message: String,
        /// Whether WebGPU is to blame, so that a new worker on the CPU may succeed.
        retry_on_cpu: bool,
    },
    /// A frame was analysed.
    Analyzed(Analysis),
    /// A frame could not be analysed; the engine goes on.
    FrameFailed {
        /// The frame's number.
        frame: u32,
        /// A sentence that says what is wrong and what to do.
        message: String,
    },
}

/// The device that the visitor asks for (`?backend=`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BackendChoice {
    /// WebGPU where it works, else the CPU.
    #[default]
    Auto,
    /// The CPU, whatever else there is.
    Cpu,
    /// WebGPU or nothing.
    WebGpu,
}

/// The device in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Backend {
    /// Burn's flex on the CPU, with WebAssembly SIMD.
    Cpu,
    /// Burn's wgpu on WebGPU.
    WebGpu,
}

/// What the worker runs on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EngineInfo {
    /// The device in use.
    pub backend: Backend,
    /// A sentence: why this device.
    pub reason: String,
    /// The layers that a heat map can be taken at, first to last, and the index of the one taken by default.
    pub layers: Vec<String>,
    /// Index in `layers`.
    pub default_layer: usize,
}

/// What a heat map explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExplanationRequest {
    /// The attribute whose output is explained.
    pub attribute: Attribute,
    /// What the evidence is to speak for, an index of [`Attribute::explained_label`]; `None` for the estimated class, and
    /// for an older age.
    pub class: Option<usize>,
    /// The layer, an index in [`EngineInfo::layers`]; `None` for the default.
    pub layer: Option<usize>,
}

/// The faces of a frame.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Analysis {
    /// The frame's number.
    pub frame: u32,
    /// The frame's width in pixels.
    pub width: u32,
    /// The frame's height in pixels.
    pub height: u32,
    /// Every face found, the largest first.
    pub faces: Vec<Face>,
    /// How long each stage took.
    pub timings: Timings,
}

/// One face of a frame.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Face {
    /// The face's number, which it keeps from frame to frame of a video; the smallest free one from 0.
    pub number: u32,
    /// Where the face is, in pixels of the frame.
    pub bounding_box: Rectangle,
    /// Right eye, left eye, nose tip, mouth, right ear, left ear (the person's own right and left), in pixels of the frame.
    pub key_points: [Point; 6],
    /// The detector's confidence, 0 to 1.
    pub score: f32,
    /// Takes pixels of the aligned crop to pixels of the frame.
    pub crop_to_frame: Similarity,
    /// What the network says.
    pub estimates: Estimates,
    /// Why that should not be believed, if there is a reason.
    pub doubts: Vec<Doubt>,
    /// Where it looked, if asked for.
    pub heat_map: Option<HeatMap>,
}

/// Evidence in the coordinates of the aligned crop.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HeatMap {
    /// Side length in pixels; the crop's own.
    pub size: u32,
    /// `size × size` values, rows from top to bottom: 0 for nothing to 255 for the strongest evidence.
    #[serde(with = "serde_bytes")]
    pub evidence: Vec<u8>,
}

/// Milliseconds that the stages of a frame took in the worker.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Timings {
    /// Reading the frame's pixels.
    pub read: f64,
    /// Finding faces.
    pub detect: f64,
    /// Aligning all faces and reading their attributes.
    pub attributes: f64,
    /// Computing heat maps.
    pub explain: f64,
}
