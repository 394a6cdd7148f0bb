//! The messages between the page and its workers, of which one computes on the CPU and one on WebGPU. Both sides link this
//! module; neither needs to know more of the other.
//!
//! A frame travels beside its request as a transferred `ImageBitmap`, and back beside [`Response::Analyzed`], so that what was
//! found stays with the pixels it was found in. What a worker remembers of a video or a still picture travels the same way: it comes with
//! an answer, and the page hands it to whoever is asked next. So any worker can go on where another one was, or has ended. What the visitor
//! has taught travels so, too.

mod failure;
mod teaching;

pub use failure::{Failure, FileProblem, WebGpuProblem};
pub use teaching::{Progress, Sample, ShownExample, Taught, Teaching, TeachingProblem};

use crate::attributes::Attribute;
use crate::estimates::{Doubt, Estimates};
use crate::geometry::{Point, Rectangle, Similarity};
use crate::learning::Task;
use serde::{Deserialize, Serialize};

/// The name under which a frame lies in a message, beside the request or the response.
pub const BITMAP: &str = "bitmap";
/// The name under which a still picture lies in a request as large as it is, where the frame is a smaller copy of it.
pub const DETAILS: &str = "details";
/// The name under which what is remembered of a video or a still picture lies in a message.
pub const MEMORY: &str = "memory";

/// What the page asks of a worker. [`Request::Analyze`] comes with its frame, and with what is remembered of its video or picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Request {
    /// Find and read the faces of one frame; those of a still picture are looked for as long as that takes.
    Analyze {
        /// The page's number for the frame; the answer carries it.
        frame: u32,
        /// When the frame was taken, in milliseconds since some moment; of a video only.
        time: Option<f64>,
        /// Whether faces may be looked for only where those of the last frame were.
        follow: bool,
        /// What the heat map should explain; `None` for no heat map.
        explain: Option<ExplanationRequest>,
        /// Whether to look into the network as well, on one face.
        dissect: bool,
        /// That face's number; the largest face where there is none with it.
        focus: Option<u32>,
        /// Whether that face is wanted as an example.
        gather: bool,
    },
    /// Read a picture that is an aligned crop already, such as one that the visitor has painted over.
    ReadCrop {
        /// The page's number for it; the answer carries it.
        number: u32,
        /// Width and height of the crop.
        size: u32,
        /// `size × size` RGB pixels, rows from top to bottom.
        #[serde(with = "serde_bytes")]
        rgb: Vec<u8>,
        /// Whether it is of a still picture, and to be read as those are.
        still: bool,
    },
    /// Learn new attributes. Frames are answered meanwhile.
    Learn(Teaching),
    /// Say of each face what was learned, which comes with this as memory does; nothing where that is nothing.
    UseTaught,
    /// Ask a second network about the faces of still pictures as well, which is loaded for that; or ask it no more. Pictures are answered
    /// meanwhile.
    AskSecond {
        /// Whether it is to be asked.
        wanted: bool,
    },
}

/// What the worker tells the page. A message is an object with one field, or a text where there is nothing to add: with a tag
/// among the fields, reading it would take twice the code.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Response {
    /// The start proceeds.
    Loading {
        /// Bytes of the models that have arrived.
        loaded: f64,
        /// Bytes that they have in all.
        total: f64,
    },
    /// Frames can be sent.
    Ready(EngineInfo),
    /// The worker cannot start or has broken down. It answers nothing more.
    Failed(Failure),
    /// The faces of a still picture are looked for.
    Searching {
        /// The frame's number.
        frame: u32,
        /// The share that is done, 0 to 1.
        share: f32,
        /// Faces that were found by now.
        faces: u32,
    },
    /// A frame was analysed. It comes back with this.
    Analyzed(Analysis),
    /// A crop was read, or could not be.
    CropRead {
        /// The crop's number.
        number: u32,
        /// What the network says about it.
        estimates: Option<Estimates>,
    },
    /// How learning goes.
    Learning {
        /// The task's number.
        turn: u32,
        /// What is new.
        progress: Progress,
    },
    /// What was learned is used from now on, or cannot be.
    TaughtUsed(Result<Option<Task>, TeachingProblem>),
    /// The share of the second network that has arrived: 1 from when it is asked.
    SecondArrives(f64),
    /// The second network cannot be asked.
    SecondFailed(Failure),
    /// A frame could not be analysed; the engine goes on.
    FrameFailed {
        /// The frame's number.
        frame: u32,
        /// What is wrong.
        failure: Failure,
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

/// What a worker computes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Backend {
    /// The engine's own kernels on the CPU, with WebAssembly SIMD.
    Cpu,
    /// Burn's wgpu on WebGPU.
    WebGpu,
}

/// What a worker is and has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EngineInfo {
    /// What it computes on.
    pub backend: Backend,
    /// The name of the WebGPU adapter, for people; empty on the CPU.
    pub adapter: String,
    /// What a frame costs it, where that has been measured.
    pub cost: Option<Cost>,
    /// SHA-256 of the network's weights, in hexadecimal digits.
    pub weights_hash: String,
}

/// The time that a frame takes: `base + per_face × faces`, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cost {
    /// Milliseconds of a frame, however many faces it has.
    pub base: f64,
    /// Milliseconds more for each face, heat map and all.
    pub per_face: f64,
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
    /// The layer, an index in [`Layer::ALL`](crate::network::Layer::ALL); `None` for the default.
    pub layer: Option<usize>,
    /// What is explained instead: an attribute that was taught, by its place in the task.
    pub taught: Option<usize>,
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
    /// The faces that were read, the largest first.
    pub faces: Vec<Face>,
    /// How many were found: of too many the smallest are not read.
    pub count: u32,
    /// Whether they were looked for only where those of the last frame were.
    pub followed: bool,
    /// Mean level of light in a video's frame, 0 to 255.
    pub light: f32,
    /// Whether it is a still picture, in which they were looked for as long as that took.
    pub searched: bool,
    /// Whether a second network was asked as well, and estimates are the mean of what both say.
    pub second_opinion: bool,
    /// The inside of the network on one face, if asked for.
    pub dissection: Option<Dissection>,
    /// The face as an example, if asked for.
    pub sample: Option<Sample>,
    /// How long each stage took.
    pub timings: Timings,
    /// Bytes of the worker's WebAssembly memory.
    pub memory: f64,
}

impl Analysis {
    /// The face with this number.
    pub fn face(&self, number: u32) -> Option<&Face> {
        self.faces.iter().find(|face| face.number == number)
    }
}

/// One face of a frame.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Face {
    /// Who it is, over a whole video, from 0: never given to somebody else.
    pub identity: u32,
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
    /// What is said of its new attributes, where some were taught.
    pub taught: Option<Taught>,
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

/// What happens inside the network on one face.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Dissection {
    /// The face's number.
    pub number: u32,
    /// Width and height of the aligned crop.
    pub crop_size: u32,
    /// `crop_size × crop_size` RGB pixels, rows from top to bottom.
    #[serde(with = "serde_bytes")]
    pub crop: Vec<u8>,
    /// Some channels of the map at the end of each stage.
    pub stages: Vec<StageMaps>,
    /// How the heat map comes about; `None` where nothing is explained.
    pub evidence: Option<EvidenceSteps>,
}

/// Some channels of the map at the end of a stage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StageMaps {
    /// Channels in all.
    pub channels: u32,
    /// Width and height of the map.
    pub side: u32,
    /// The liveliest channels.
    pub shown: Vec<ChannelMap>,
}

/// One channel of a map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChannelMap {
    /// Index of the channel.
    pub channel: u32,
    /// The activations from the least (0) to the largest (255), rows from top to bottom.
    #[serde(with = "serde_bytes")]
    pub levels: Vec<u8>,
}

/// Grad-CAM, step by step. Maps are square, rows from top to bottom.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EvidenceSteps {
    /// Width and height of the layer's map.
    pub side: u32,
    /// The channels that count most.
    pub contributions: Vec<Contribution>,
    /// The weighted sum of all channels: 128 for nothing, more for evidence for the target, less against it.
    #[serde(with = "serde_bytes")]
    pub sum: Vec<u8>,
    /// What is left of it when what speaks against is cut off, from nothing (0) to the most (255).
    #[serde(with = "serde_bytes")]
    pub kept: Vec<u8>,
}

/// What one channel contributes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Contribution {
    /// The channel's activations.
    pub activations: ChannelMap,
    /// Its gradient: 128 for none, more where more of the channel would raise the output, less where it would lower it.
    #[serde(with = "serde_bytes")]
    pub gradient: Vec<u8>,
    /// Its weight, as a share of the largest one shown; negative where it speaks against.
    pub weight: f32,
}
