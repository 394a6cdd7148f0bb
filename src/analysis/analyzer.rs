//! The analysis pipeline: finds the faces of a frame or a still picture, cuts out aligned crops, reads
//! each with the attribute network, and computes its evidence. Every stage is timed, in milliseconds.
//! The command line and both workers run this code.

use super::AttributeNetwork;
use super::alignment::{CROP_PIXELS, aligned_crop, crop_of_picture, crop_to_frame};
use super::clock::{Clock, Stopwatch};
use super::doubt::doubts;
use super::error::AnalysisError;
use super::probe::Probe;
use super::reading::{Reading, ReadingTimes, read_on_cpu, second_estimates};
use crate::attributes::Attribute;
use crate::detection::{Detection, DetectorError, Expected, FaceDetector, Picture, Progress};
use crate::estimates::Doubt;
use crate::explanation::{Dissection, EvidenceMap, ExplanationTarget, dissect, evidence_of_features};
use crate::geometry::Similarity;
use crate::network::{Layer, SecondOpinion, image_planes};
use image::imageops::flip_horizontal;
use image::{RgbImage, RgbaImage};
use serde::{Deserialize, Serialize};

/// Most faces of a video's frame that are read, the largest first: a bound on memory and on the time that one frame can take.
pub const MOST_FACES: usize = 16;
/// Most faces of a still picture, which may take longer.
pub const MOST_FACES_OF_STILL: usize = 100;
/// Pixels of a picture's copy per pixel of a crop from which on the crop is cut from the copy: more would be averaged away.
const FINE_ENOUGH: f32 = 2.0;

/// Finds the faces of a frame, aligns them, and reads and explains them with the network.
///
/// ```
/// use visage::analysis::{Analyzer, AttributeNetwork, system_clock};
/// use visage::attributes::Attribute;
/// use visage::detection::FaceDetector;
/// use visage::explanation::ExplanationTarget;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let detector = FaceDetector::on_cpu(std::fs::read("assets/blazeface.bpk")?)?;
/// let network = AttributeNetwork::on_cpu(std::fs::read("assets/dmtl.bpk")?)?;
/// let analyzer = Analyzer::new(detector, network, system_clock);
///
/// let photo = image::open("assets/known-answer.ppm")?.into_rgba8();
/// let target = ExplanationTarget::likeliest(Attribute::Gender);
/// let analysis = pollster::block_on(analyzer.analyze_still(&photo, Some(&target)))?;
/// let reading = &analysis.faces[0].reading;
/// assert!((0.0..=100.0).contains(&reading.estimates.age.years()));
/// assert!(reading.evidence.is_some());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Analyzer {
    detector: FaceDetector,
    network: AttributeNetwork,
    probe: Option<Probe>,
    second_opinion: Option<SecondOpinion>,
    clock: Clock,
}

/// One face of a frame. All lengths are in pixels of the frame.
#[derive(Clone, Debug, PartialEq)]
pub struct AnalyzedFace {
    /// Box, key points and score of the face.
    pub detection: Detection,
    /// Takes pixels of its aligned crop to pixels of the frame.
    pub crop_to_frame: Similarity,
    /// What the network says about the face.
    pub reading: Reading,
    /// Reasons not to believe the reading, if there are any.
    pub doubts: Vec<Doubt>,
    /// The aligned crop that the network read.
    pub crop: RgbImage,
}

/// How faces are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Views {
    /// As they are: on a video, where the next frame comes soon.
    One,
    /// In a mirror as well. Estimates are the mean of both, which errs less than either does: a face means the same in a mirror, and the
    /// network's errors differ. Features and evidence are those of the face as it is.
    Both,
}

/// A face that was found and aligned, and not read yet. See [`AnalyzedFace`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FoundFace {
    /// Box, key points and score of the face.
    pub detection: Detection,
    /// Takes pixels of its aligned crop to pixels of the frame.
    pub crop_to_frame: Similarity,
    /// Why a reading should not be believed, if there is a reason.
    pub doubts: Vec<Doubt>,
    /// The aligned crop for the network to read.
    #[serde(with = "crop_bytes")]
    pub crop: RgbImage,
}

impl FoundFace {
    /// The face with what the network says about it.
    pub fn read(self, reading: Reading) -> AnalyzedFace {
        let Self { detection, crop_to_frame, mut doubts, crop } = self;
        doubts.extend(reading.doubt);
        AnalyzedFace { detection, crop_to_frame, reading, doubts, crop }
    }
}

/// The faces that were found in a frame, the largest first. It is what is remembered of a still picture, too.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FoundFaces {
    /// At most [`MOST_FACES`], or of a still picture [`MOST_FACES_OF_STILL`].
    pub faces: Vec<FoundFace>,
    /// Number of faces that were found, including those beyond the limit.
    pub count: usize,
    /// Whether the faces were looked for only where those of the last frame were.
    pub is_followed: bool,
    /// Whether a part of the frame was looked at closely as well.
    pub has_close_look: bool,
    /// Whether the faces were searched for without a limit of time.
    pub is_searched: bool,
    /// Milliseconds that finding and aligning the faces took.
    pub detect_ms: f64,
}

/// The faces of a frame, the largest first, and the milliseconds that each stage took.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrameAnalysis {
    /// The faces with their readings; at most as many as in [`FoundFaces`].
    pub faces: Vec<AnalyzedFace>,
    /// Number of faces that were found, including those beyond the limit.
    pub count: usize,
    /// Whether the faces were looked for only where those of the last frame were.
    pub is_followed: bool,
    /// Whether the faces were searched for without a limit of time.
    pub is_searched: bool,
    /// Milliseconds that finding and aligning the faces took.
    pub detect_ms: f64,
    /// Milliseconds that reading their attributes took.
    pub attributes_ms: f64,
    /// Milliseconds that computing evidence took.
    pub explain_ms: f64,
}

impl Analyzer {
    /// `clock` measures the stages.
    pub fn new(detector: FaceDetector, network: AttributeNetwork, clock: Clock) -> Self {
        Self { detector, network, probe: None, second_opinion: None, clock }
    }

    /// The analyzer with doubts by what `probe` makes of a face's features.
    pub fn with_probe(self, probe: Option<Probe>) -> Self {
        Self { probe, ..self }
    }

    /// From now on asks a second network as well where faces are looked at in [`Views::Both`], and gives the mean of what both say; or
    /// asks none any more. Features and evidence stay those of the first.
    pub fn set_second_opinion(&mut self, second_opinion: Option<SecondOpinion>) {
        self.second_opinion = second_opinion;
    }

    /// Whether a second network is asked.
    pub fn has_second_opinion(&self) -> bool {
        self.second_opinion.is_some()
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
        self.read_all(self.find(frame, &Expected::default()).await?, explain).await
    }

    /// As [`analyze`](Self::analyze), for a still picture, whose faces are looked for as long as that takes; see
    /// [`search`](Self::search).
    ///
    /// # Errors
    /// When the picture has no pixels or cannot be read, or the device fails.
    pub async fn analyze_still(
        &self,
        picture: &RgbaImage,
        explain: Option<&ExplanationTarget>,
    ) -> Result<FrameAnalysis, AnalysisError> {
        self.read_all(self.search(picture, picture, |_| {}).await?, explain).await
    }

    async fn read_all(
        &self,
        found: FoundFaces,
        explain: Option<&ExplanationTarget>,
    ) -> Result<FrameAnalysis, AnalysisError> {
        let FoundFaces { faces, count, is_followed, is_searched, detect_ms, .. } = found;
        let crops: Vec<&FoundFace> = faces.iter().collect();
        let views = if is_searched { Views::Both } else { Views::One };
        let (readings, times) = self.read_faces(&crops, explain, views).await?;
        let faces = faces.into_iter().zip(readings).map(|(face, reading)| face.read(reading)).collect();
        let (attributes_ms, explain_ms) = (times.attributes, times.explain);
        Ok(FrameAnalysis { faces, count, is_followed, is_searched, detect_ms, attributes_ms, explain_ms })
    }

    /// Finds the faces of `frame` and aligns them. Where it is a video's, the frames before say what to expect.
    ///
    /// # Errors
    /// When the frame has no pixels or the device fails.
    pub async fn find(&self, frame: &RgbaImage, expected: &Expected<'_>) -> Result<FoundFaces, AnalysisError> {
        let mut stopwatch = Stopwatch::start(self.clock);
        let (mut found, is_followed) = self.detector.watch(frame, expected).await?;
        let has_close_look = expected.tile.is_some();
        let count = found.len();
        found.truncate(MOST_FACES);
        let faces = found.into_iter().filter_map(|detection| {
            let crop_to_frame = crop_to_frame(&detection)?;
            let crop = aligned_crop(frame, &crop_to_frame, CROP_PIXELS);
            let doubts = doubts(&detection, &crop_to_frame, &crop, frame.dimensions());
            Some(FoundFace { detection, crop_to_frame, doubts, crop })
        });
        let detect_ms = stopwatch.lap();
        Ok(FoundFaces { faces: faces.collect(), count, is_followed, has_close_look, is_searched: false, detect_ms })
    }

    /// Finds the faces of a still `picture` and aligns them, for as long as that takes. `copy` is the same picture, possibly
    /// smaller, and the one in whose pixels the faces are given; crops are cut from the picture where the copy is not fine enough.
    /// `tell` hears how far the search has come.
    ///
    /// # Errors
    /// When the picture has no pixels or cannot be read, or the device fails.
    pub async fn search(
        &self,
        copy: &RgbaImage,
        picture: &impl Picture,
        tell: impl FnMut(Progress),
    ) -> Result<FoundFaces, AnalysisError> {
        let mut stopwatch = Stopwatch::start(self.clock);
        let found = self.detector.search(copy, picture, tell).await?;
        let longer = |(width, height): (u32, u32)| width.max(height).max(1) as f32;
        let scale = longer(copy.dimensions()) / longer(picture.dimensions());
        let to_copy = Similarity { a: scale, ..Similarity::IDENTITY };
        let count = found.len();
        let mut faces = Vec::new();
        for detection in found.into_iter().take(MOST_FACES_OF_STILL) {
            let Some(crop_to_picture) = crop_to_frame(&detection) else { continue };
            let crop_to_copy = crop_to_picture.then(&to_copy);
            let crop = if crop_to_copy.scale() >= FINE_ENOUGH {
                aligned_crop(copy, &crop_to_copy, CROP_PIXELS)
            } else {
                crop_of_picture(picture, &crop_to_picture, CROP_PIXELS).map_err(DetectorError::from)?
            };
            let doubts = doubts(&detection, &crop_to_picture, &crop, picture.dimensions());
            let detection = detection.moved(&to_copy);
            faces.push(FoundFace { detection, crop_to_frame: crop_to_copy, doubts, crop });
        }
        Ok(FoundFaces { faces, count, is_searched: true, detect_ms: stopwatch.lap(), ..FoundFaces::default() })
    }

    /// Reads faces that were found, and returns how long reading and explaining took, in milliseconds.
    ///
    /// # Errors
    /// When the device fails.
    pub async fn read_faces(
        &self,
        faces: &[&FoundFace],
        explain: Option<&ExplanationTarget>,
        views: Views,
    ) -> Result<(Vec<Reading>, ReadingTimes), AnalysisError> {
        let crops: Vec<&RgbImage> = faces.iter().map(|face| &face.crop).collect();
        self.read(&crops, explain, views).await
    }

    /// Reads crops of [`CROP_PIXELS`] pixels, however they came about.
    ///
    /// # Errors
    /// When the device fails.
    pub async fn read_crops(
        &self,
        crops: &[RgbImage],
        explain: Option<&ExplanationTarget>,
        views: Views,
    ) -> Result<Vec<Reading>, AnalysisError> {
        let crops: Vec<&RgbImage> = crops.iter().collect();
        let (readings, _) = self.read(&crops, explain, views).await?;
        Ok(readings)
    }

    /// Looks into the network while it reads one crop of [`CROP_PIXELS`] pixels.
    pub fn dissect(&self, crop: &RgbImage, explain: Option<&ExplanationTarget>) -> Dissection {
        dissect(self.network.kernels(), &image_planes(crop), explain)
    }

    /// Where an output of somebody else's has its evidence in a crop of [`CROP_PIXELS`] pixels. `gradient` is its own with respect to the
    /// features at the end of the branch of `attribute`, or of the trunk.
    pub fn evidence_of_features(
        &self,
        crop: &RgbImage,
        attribute: Option<Attribute>,
        gradient: Vec<f32>,
    ) -> EvidenceMap {
        let network = self.network.kernels();
        let map = network.forward_to(&image_planes(crop), Layer::DEFAULT);
        let branch = attribute.map(|attribute| network.trace_from(map.clone(), Layer::DEFAULT, attribute));
        evidence_of_features(&map, branch.as_ref(), gradient)
    }

    async fn read(
        &self,
        crops: &[&RgbImage],
        explain: Option<&ExplanationTarget>,
        views: Views,
    ) -> Result<(Vec<Reading>, ReadingTimes), AnalysisError> {
        if crops.is_empty() {
            return Ok((Vec::new(), ReadingTimes::default()));
        }
        let mut stopwatch = Stopwatch::start(self.clock);
        let (mut readings, mut times) = self.look(crops, explain, &mut stopwatch).await?;
        if views == Views::Both {
            let mirrored: Vec<RgbImage> = crops.iter().map(|crop| flip_horizontal(*crop)).collect();
            let (others, more) = self.look(&mirrored.iter().collect::<Vec<_>>(), None, &mut stopwatch).await?;
            for (reading, other) in readings.iter_mut().zip(&others) {
                reading.estimates.move_towards(&other.estimates, 0.5);
            }
            times.attributes += more.attributes;
            if let Some(second) = &self.second_opinion {
                for (reading, (crop, mirrored)) in readings.iter_mut().zip(crops.iter().zip(&mirrored)) {
                    let mut other = second_estimates(second, crop);
                    other.move_towards(&second_estimates(second, mirrored), 0.5);
                    reading.estimates.move_towards(&other, 0.5);
                }
                times.attributes += stopwatch.lap();
            }
        }
        if let Some(probe) = &self.probe {
            readings.iter_mut().for_each(|reading| reading.doubt = probe.doubt(&reading.features));
        }
        Ok((readings, times))
    }

    /// Reads crops, of which there are some, as they are.
    async fn look(
        &self,
        crops: &[&RgbImage],
        explain: Option<&ExplanationTarget>,
        stopwatch: &mut Stopwatch,
    ) -> Result<(Vec<Reading>, ReadingTimes), AnalysisError> {
        match &self.network {
            AttributeNetwork::Cpu(network) => Ok(read_on_cpu(network, crops, explain, stopwatch)),
            #[cfg(feature = "burn")]
            AttributeNetwork::Burn(burn) => burn.read(crops, explain, stopwatch).await,
        }
    }
}

/// A crop as the bytes of its pixels.
mod crop_bytes {
    use super::CROP_PIXELS;
    use image::RgbImage;
    use serde::de::Error;
    use serde::{Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(crop: &RgbImage, serializer: S) -> Result<S::Ok, S::Error> {
        serde_bytes::serialize(crop.as_raw(), serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<RgbImage, D::Error> {
        let bytes: Vec<u8> = serde_bytes::deserialize(deserializer)?;
        RgbImage::from_raw(CROP_PIXELS, CROP_PIXELS, bytes).ok_or_else(|| D::Error::custom("a crop of another size"))
    }
}
