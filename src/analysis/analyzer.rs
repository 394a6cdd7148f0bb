use super::AttributeNetwork;
use super::alignment::{CROP_SIZE, aligned_crop, crop_to_frame};
use super::clock::{Clock, Stopwatch};
use super::doubt::doubts;
use super::reading::{Reading, ReadingTimes, read_on_cpu};
use crate::detection::{Detection, DetectorError, FaceDetector};
use crate::device::DeviceError;
use crate::estimates::Doubt;
use crate::explanation::{Dissection, ExplanationTarget, dissect};
use crate::geometry::{Rectangle, Similarity};
use crate::network::image_planes;
use image::{RgbImage, RgbaImage};

/// Most faces of a frame that are read, the largest first: enough for a class photo's front rows, and a bound on memory
/// and on the time that one frame can take.
pub const MOST_FACES: usize = 16;

/// A frame cannot be analysed.
#[derive(Debug, thiserror::Error)]
pub enum AnalysisError {
    /// Faces cannot be looked for.
    #[error(transparent)]
    Detection(#[from] DetectorError),
    /// The device failed.
    #[error("the device could not run the network: {0}")]
    Device(#[from] DeviceError),
}

impl AnalysisError {
    /// How the device failed, where it was that and not the frame.
    pub fn of_the_device(&self) -> Option<&DeviceError> {
        match self {
            Self::Device(error) | Self::Detection(DetectorError::Device(error)) => Some(error),
            Self::Detection(_) => None,
        }
    }
}

/// Finds the faces of a frame, aligns them, and reads and explains them with the network.
#[derive(Clone, Debug)]
pub struct Analyzer {
    detector: FaceDetector,
    network: AttributeNetwork,
    clock: Clock,
}

/// One face of a frame. All lengths are in pixels of the frame.
#[derive(Clone, Debug, PartialEq)]
pub struct AnalyzedFace {
    /// Where it is.
    pub detection: Detection,
    /// Takes pixels of its aligned crop to pixels of the frame.
    pub crop_to_frame: Similarity,
    /// What the network says about it.
    pub reading: Reading,
    /// Why that should not be believed, if there is a reason.
    pub doubts: Vec<Doubt>,
    /// The aligned crop that the network read.
    pub crop: RgbImage,
}

/// A face that was found and aligned, and not read yet. See [`AnalyzedFace`].
#[derive(Clone, Debug, PartialEq)]
pub struct FoundFace {
    /// Where it is.
    pub detection: Detection,
    /// Takes pixels of its aligned crop to pixels of the frame.
    pub crop_to_frame: Similarity,
    /// Why a reading should not be believed, if there is a reason.
    pub doubts: Vec<Doubt>,
    /// The aligned crop for the network to read.
    pub crop: RgbImage,
}

impl FoundFace {
    /// The face with what the network says about it.
    pub fn read(self, reading: Reading) -> AnalyzedFace {
        let Self { detection, crop_to_frame, doubts, crop } = self;
        AnalyzedFace { detection, crop_to_frame, reading, doubts, crop }
    }
}

/// The faces that were found in a frame, the largest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundFaces {
    /// At most [`MOST_FACES`].
    pub faces: Vec<FoundFace>,
    /// Whether they were looked for only where those of the last frame were.
    pub is_followed: bool,
    /// Milliseconds that finding and aligning them took.
    pub detect_ms: f64,
}

/// The faces of a frame, the largest first, and the milliseconds that each stage took.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrameAnalysis {
    /// At most [`MOST_FACES`].
    pub faces: Vec<AnalyzedFace>,
    /// Whether they were looked for only where those of the last frame were.
    pub is_followed: bool,
    /// Finding and aligning them.
    pub detect_ms: f64,
    /// Reading their attributes.
    pub attributes_ms: f64,
    /// Computing evidence.
    pub explain_ms: f64,
}

impl Analyzer {
    /// `clock` measures the stages.
    pub fn new(detector: FaceDetector, network: AttributeNetwork, clock: Clock) -> Self {
        Self { detector, network, clock }
    }

    /// Finds and reads the faces of `frame`, and where the network looked if `explain` says for what.
    ///
    /// # Errors
    /// When the frame has no pixels or the device fails.
    pub async fn analyze(
        &self,
        frame: &RgbaImage,
        explain: Option<&ExplanationTarget>,
    ) -> Result<FrameAnalysis, AnalysisError> {
        self.analyze_following(frame, &[], explain).await
    }

    /// As [`analyze`](Self::analyze), for a frame of a video whose last frame had faces in the boxes `before`, which are only
    /// looked for near there if they are found again.
    ///
    /// # Errors
    /// When the frame has no pixels or the device fails.
    pub async fn analyze_following(
        &self,
        frame: &RgbaImage,
        before: &[Rectangle],
        explain: Option<&ExplanationTarget>,
    ) -> Result<FrameAnalysis, AnalysisError> {
        let FoundFaces { faces, is_followed, detect_ms } = self.find(frame, before).await?;
        let mut stopwatch = Stopwatch::start(self.clock);
        let crops: Vec<&RgbImage> = faces.iter().map(|face| &face.crop).collect();
        let (readings, times) = self.read(&crops, explain, &mut stopwatch).await?;
        let faces = faces.into_iter().zip(readings).map(|(face, reading)| face.read(reading)).collect();
        Ok(FrameAnalysis { faces, is_followed, detect_ms, attributes_ms: times.attributes, explain_ms: times.explain })
    }

    /// Finds the faces of `frame` and aligns them; see [`analyze_following`](Self::analyze_following).
    ///
    /// # Errors
    /// When the frame has no pixels or the device fails.
    pub async fn find(&self, frame: &RgbaImage, before: &[Rectangle]) -> Result<FoundFaces, AnalysisError> {
        let mut stopwatch = Stopwatch::start(self.clock);
        let followed = self.detector.follow(frame, before);
        let is_followed = followed.is_some();
        let mut found = match followed {
            Some(found) => found,
            None => self.detector.detect(frame).await?,
        };
        found.truncate(MOST_FACES);
        let faces = found.into_iter().filter_map(|detection| {
            let crop_to_frame = crop_to_frame(&detection)?;
            let crop = aligned_crop(frame, &crop_to_frame, CROP_SIZE);
            let doubts = doubts(&detection, &crop_to_frame, &crop, frame.dimensions());
            Some(FoundFace { detection, crop_to_frame, doubts, crop })
        });
        Ok(FoundFaces { faces: faces.collect(), is_followed, detect_ms: stopwatch.lap() })
    }

    /// Reads faces that were found, and returns how long reading and explaining took, in milliseconds.
    ///
    /// # Errors
    /// When the device fails.
    pub async fn read_faces(
        &self,
        faces: &[&FoundFace],
        explain: Option<&ExplanationTarget>,
    ) -> Result<(Vec<Reading>, ReadingTimes), AnalysisError> {
        let crops: Vec<&RgbImage> = faces.iter().map(|face| &face.crop).collect();
        self.read(&crops, explain, &mut Stopwatch::start(self.clock)).await
    }

    /// Reads crops of [`CROP_SIZE`] pixels, however they came about.
    ///
    /// # Errors
    /// When the device fails.
    pub async fn read_crops(
        &self,
        crops: &[RgbImage],
        explain: Option<&ExplanationTarget>,
    ) -> Result<Vec<Reading>, AnalysisError> {
        let crops: Vec<&RgbImage> = crops.iter().collect();
        let (readings, _) = self.read(&crops, explain, &mut Stopwatch::start(self.clock)).await?;
        Ok(readings)
    }

    /// Looks into the network while it reads one crop of [`CROP_SIZE`] pixels.
    pub fn dissect(&self, crop: &RgbImage, explain: Option<&ExplanationTarget>) -> Dissection {
        dissect(self.network.kernels(), &image_planes(crop), explain)
    }

    async fn read(
        &self,
        crops: &[&RgbImage],
        explain: Option<&ExplanationTarget>,
        stopwatch: &mut Stopwatch,
    ) -> Result<(Vec<Reading>, ReadingTimes), AnalysisError> {
        if crops.is_empty() {
            return Ok((Vec::new(), ReadingTimes::default()));
        }
        match &self.network {
            AttributeNetwork::Cpu(network) => Ok(read_on_cpu(network, crops, explain, stopwatch)),
            #[cfg(feature = "burn")]
            AttributeNetwork::Burn(burn) => burn.read(crops, explain, stopwatch).await,
        }
    }
}
