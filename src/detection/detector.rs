//! The face detector: a look at the whole frame, a second one from further away where faces are doubtful or fill the
//! frame, and closer looks that follow the faces of a video from the last frame.

use super::anchors::anchors;
#[cfg(feature = "burn")]
use super::burn_detector::BurnBlazeFace;
use super::cpu_detector::CpuBlazeFace;
use super::decode::decode;
use super::error::{DetectorError, unusable};
use super::letterbox::{DETECTOR_SIDE, Letterbox};
use super::suppression::blend_overlapping;
use super::{Detection, largest_first};
use crate::geometry::Rectangle;
#[cfg(feature = "burn")]
use burn::tensor::Device;
use image::RgbaImage;

/// The least score of a face.
pub(super) const LEAST_SCORE: f32 = 0.5;
/// Detections that overlap by more are of the same face.
pub(super) const SAME_FACE_OVERLAP: f32 = 0.3;
/// A largest face with a lower score asks for a second look: in a face too large for one, parts pass for faces.
pub(super) const SURE_SCORE: f32 = 0.75;
/// Largest width of a face, as a share of the frame's longer side, that one look is enough for. Nearer faces are larger
/// than those the network was made for: it splits them into several and misses their eyes.
const LARGEST_FACE: f32 = 0.45;
/// The frame's longer side in a second look, in pixels of the input.
///
/// On UTKFace's pictures, which a face fills, the key points scatter half as much as in the first look. A larger frame is
/// worse and a smaller one no better.
const FAR_SIDE: usize = DETECTOR_SIDE / 2;
/// Grey around the frame in a second look, in pixels of the input, for faces that reach beyond the frame.
const FAR_MARGIN: usize = 48;

/// Width and height of the input of a closer look at one face.
pub(super) const CLOSE_SIZE: usize = 128;
/// Side of the square that a closer look sees, in widths of the face's box: in the middle of the sizes that the network was
/// made for, with room for the face to move.
pub(super) const CLOSE_SIDE: f32 = 2.5;
/// Up to this many faces, close-up looks are cheaper than one look at the whole frame, which has up to four times their pixels.
const MOST_CLOSE_LOOKS: usize = 2;

/// Finds faces in frames. Cheap to clone, and usable from several threads at once.
///
/// ```
/// use visage::detection::FaceDetector;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let detector = FaceDetector::on_cpu(std::fs::read("assets/blazeface.bpk")?)?;
/// let picture = image::open("assets/known-answer.ppm")?.into_rgba8();
/// let faces = pollster::block_on(detector.detect(&picture))?;
/// assert_eq!(faces.len(), 1);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct FaceDetector {
    network: Network,
}

/// What computes the anchors' answers.
#[derive(Clone, Debug)]
enum Network {
    /// The kernels for the CPU.
    Cpu(Box<CpuBlazeFace>),
    /// Burn, on a device.
    #[cfg(feature = "burn")]
    Burn(Box<BurnBlazeFace>),
}

impl FaceDetector {
    /// The detector with the weights in `bytes` (burnpack, floats or integers with scales) by the kernels for the CPU.
    ///
    /// # Errors
    /// When `bytes` aren't a burnpack or hold other tensors than BlazeFace has.
    pub fn on_cpu(bytes: Vec<u8>) -> Result<Self, DetectorError> {
        let network = CpuBlazeFace::from_burnpack(bytes).map_err(unusable)?;
        Ok(Self { network: Network::Cpu(Box::new(network)) })
    }

    /// The detector with the weights in `bytes` by Burn on `device`, as 32-bit floats.
    ///
    /// # Errors
    /// When `bytes` aren't a burnpack or hold other tensors than BlazeFace has.
    #[cfg(feature = "burn")]
    pub fn on_device(bytes: Vec<u8>, device: &Device) -> Result<Self, DetectorError> {
        Ok(Self { network: Network::Burn(Box::new(BurnBlazeFace::from_burnpack(bytes, device)?)) })
    }

    /// The network by the kernels for the CPU, which is there whatever else computes.
    pub(super) fn kernels(&self) -> &CpuBlazeFace {
        match &self.network {
            Network::Cpu(network) => network,
            #[cfg(feature = "burn")]
            Network::Burn(burn) => burn.kernels(),
        }
    }

    /// The faces in `frame`, the largest first.
    ///
    /// Where no face is found, or only a doubtful one, or one that fills the frame, a second look sees the frame from
    /// further away.
    ///
    /// # Errors
    /// When the frame has no pixels or the device fails.
    pub async fn detect(&self, frame: &RgbaImage) -> Result<Vec<Detection>, DetectorError> {
        let near = self.look(frame, DETECTOR_SIDE, 0).await?;
        let longer_side = frame.width().max(frame.height()) as f32;
        let is_plain =
            |face: &Detection| face.score >= SURE_SCORE && face.bounding_box.width <= LARGEST_FACE * longer_side;
        if near.first().is_some_and(is_plain) {
            return Ok(near);
        }
        let far = self.look(frame, FAR_SIDE, FAR_MARGIN).await?;
        Ok(if far.is_empty() { near } else { joined(far, near) })
    }

    /// The faces in `frame` if they are those of the last frame of a video, whose boxes were `before`: a closer look at each
    /// instead of one at the frame, in the order of their size. `None` where that would be slower or one of them is not
    /// surely found again; then [`detect`](Self::detect) is to be asked. The CPU takes these looks, which are too small to be
    /// worth a journey to another device.
    pub fn follow(&self, frame: &RgbaImage, before: &[Rectangle]) -> Option<Vec<Detection>> {
        if before.is_empty() || before.len() > MOST_CLOSE_LOOKS || frame.width() == 0 || frame.height() == 0 {
            return None;
        }
        let anchors = anchors([CLOSE_SIZE; 2]);
        let look = |region: &Rectangle| {
            let letterbox =
                Letterbox::around(region, CLOSE_SIDE * region.width.max(region.height).max(1.0), CLOSE_SIZE);
            let answers = self.kernels().forward(&letterbox.planes(frame), letterbox.shape());
            let faces = blend_overlapping(decode(&answers, &anchors, SURE_SCORE), SAME_FACE_OVERLAP);
            let input_to_frame = letterbox.input_to_frame();
            let moved = faces.iter().map(|face| face.moved(&input_to_frame));
            let overlap = |face: &Detection| face.bounding_box.intersection_over_union(region);
            moved.filter(|face| overlap(face) > SAME_FACE_OVERLAP).max_by(|a, b| overlap(a).total_cmp(&overlap(b)))
        };
        let found = before.iter().map(look).collect::<Option<Vec<_>>>()?;
        // Two looks that end on one face have lost another.
        let is_apart = |(place, face): (usize, &Detection)| {
            let overlap = |other: &Detection| face.bounding_box.intersection_over_union(&other.bounding_box);
            found.iter().take(place).all(|other| overlap(other) <= SAME_FACE_OVERLAP)
        };
        found.iter().enumerate().all(is_apart).then(|| largest_first(found))
    }

    /// The faces in `frame` when its longer side is `longer_side` pixels of the input, with `margin` grey ones around it.
    async fn look(
        &self,
        frame: &RgbaImage,
        longer_side: usize,
        margin: usize,
    ) -> Result<Vec<Detection>, DetectorError> {
        let (width, height) = frame.dimensions();
        if width == 0 || height == 0 {
            return Err(DetectorError::EmptyFrame);
        }
        let letterbox = Letterbox::new(width, height, longer_side, margin);
        let answers = self.answers(letterbox.planes(frame), letterbox.shape()).await?;
        let candidates = decode(&answers, &anchors(letterbox.shape()), LEAST_SCORE);
        let input_to_frame = letterbox.input_to_frame();
        let faces = blend_overlapping(candidates, SAME_FACE_OVERLAP);
        Ok(largest_first(faces.iter().map(|face| face.moved(&input_to_frame)).collect()))
    }

    /// The anchors' answers for an image, as [`CpuBlazeFace::forward`] gives them.
    async fn answers(&self, planes: Vec<f32>, shape: [usize; 2]) -> Result<Vec<f32>, DetectorError> {
        match &self.network {
            Network::Cpu(network) => Ok(network.forward(&planes, shape)),
            #[cfg(feature = "burn")]
            Network::Burn(burn) => Ok(burn.answers(planes, shape).await?),
        }
    }
}

/// The faces of a look from `far`, and those that only a look from `near` found: small ones, whose centre is in no face
/// of the other look. The largest come first.
fn joined(far: Vec<Detection>, near: Vec<Detection>) -> Vec<Detection> {
    let is_new = |face: &Detection| !far.iter().any(|other| other.bounding_box.contains(face.bounding_box.centre()));
    let small: Vec<_> = near.into_iter().filter(is_new).collect();
    largest_first(far.into_iter().chain(small).collect())
}

#[cfg(test)]
mod tests {
    use super::super::BlazeFace;
    use super::*;
    use burn::module::Module;
    use burn::tensor::read_sync;

    fn face(x: f32, width: f32) -> Detection {
        let bounding_box = Rectangle { x, y: 0.0, width, height: width };
        Detection { bounding_box, key_points: Default::default(), score: 0.9 }
    }

    fn untrained() -> FaceDetector {
        let bytes = BlazeFace::init(&Device::flex()).into_record().into_bytes().unwrap();
        FaceDetector::on_cpu(bytes.to_vec()).unwrap()
    }

    #[test]
    fn the_second_look_replaces_parts_of_its_faces_and_keeps_others() {
        let (whole, part, small) = (face(0.0, 100.0), face(20.0, 50.0), face(150.0, 10.0));
        assert_eq!(joined(vec![whole], vec![part, small]), [whole, small]);
        assert_eq!(joined(vec![small], vec![part]), [part, small]);
    }

    #[test]
    fn a_frame_without_pixels_is_an_error_and_a_tiny_one_is_looked_at() {
        let detector = untrained();
        assert!(matches!(read_sync(detector.detect(&RgbaImage::new(0, 0))), Err(DetectorError::EmptyFrame)));
        assert!(matches!(read_sync(detector.detect(&RgbaImage::new(7, 0))), Err(DetectorError::EmptyFrame)));
        assert!(read_sync(detector.detect(&RgbaImage::new(1, 1))).is_ok());
    }

    #[test]
    fn damaged_weights_are_refused() {
        let device = Device::flex();
        for bytes in [vec![], vec![7; 4096]] {
            assert!(matches!(FaceDetector::on_cpu(bytes.clone()), Err(DetectorError::Weights(_))));
            assert!(matches!(FaceDetector::on_device(bytes, &device), Err(DetectorError::Weights(_))));
        }
    }

    #[test]
    fn threads_can_share_a_detector() {
        fn shareable<T: Send + Sync + Clone>() {}
        shareable::<FaceDetector>();
    }
}
