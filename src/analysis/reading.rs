//! Reads aligned crops with the network.

use super::alignment::aligned_crop;
use super::clock::Stopwatch;
use crate::attributes::{Attribute, PerAttribute};
use crate::estimates::{Doubt, Estimates};
use crate::explanation::{EvidenceMap, ExplanationTarget, grad_cam};
use crate::geometry::Similarity;
use crate::network::{CpuDmtl, Features, Layer, SECOND_SIDE, SecondOpinion, image_planes};
use image::{Pixel, RgbImage, RgbaImage};

/// What the network says about one crop, and where it looked if that was asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The estimates.
    pub estimates: Estimates,
    /// The evidence at the resolution of the explained layer.
    pub evidence: Option<EvidenceMap>,
    /// What the estimates were read off.
    pub features: Features,
    /// A reason in the features not to believe the estimates.
    pub doubt: Option<Doubt>,
}

/// Milliseconds that reading took.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReadingTimes {
    /// Milliseconds that estimating took.
    pub attributes: f64,
    /// Milliseconds that explaining took.
    pub explain: f64,
}

/// Reads crops by the kernels for the CPU.
///
/// What the evidence needs is kept in the one pass that gives the estimates; only the backward pass counts as explaining.
pub(super) fn read_on_cpu(
    network: &CpuDmtl,
    crops: &[&RgbImage],
    explain: Option<&ExplanationTarget>,
    stopwatch: &mut Stopwatch,
) -> (Vec<Reading>, ReadingTimes) {
    let mut times = ReadingTimes::default();
    let mut read = |crop: &RgbImage| {
        let layer = explain.map_or(Layer::DEFAULT, |target| target.layer);
        let map = network.forward_to(&image_planes(crop), layer);
        let Some(target) = explain else {
            let features = network.features_from(map, layer);
            let estimates = estimates(&network.logits(&features));
            times.attributes += stopwatch.lap();
            return Reading { estimates, evidence: None, features, doubt: None };
        };
        let trace = network.trace_from(map.clone(), layer, target.attribute);
        let features = trace.all_features();
        let estimates = estimates(&network.logits(&features));
        times.attributes += stopwatch.lap();
        let evidence = grad_cam(&map, &trace, target);
        times.explain += stopwatch.lap();
        Reading { estimates, evidence: Some(evidence), features, doubt: None }
    };
    (crops.iter().map(|crop| read(crop)).collect(), times)
}

/// What the second network says of a crop, which it sees enlarged.
pub(super) fn second_estimates(network: &SecondOpinion, crop: &RgbImage) -> Estimates {
    const SIDE: u32 = SECOND_SIDE as u32;
    let opaque = RgbaImage::from_fn(crop.width(), crop.height(), |x, y| crop.get_pixel(x, y).to_rgba()); // within the crop
    let larger = Similarity { a: crop.width() as f32 / SECOND_SIDE as f32, ..Similarity::IDENTITY };
    estimates(&network.logits(&aligned_crop(&opaque, &larger, SIDE)))
}

/// The logits of the attributes as estimates.
pub(super) fn estimates(logits: &PerAttribute<Vec<f32>>) -> Estimates {
    Estimates::from_logits(&logits[Attribute::Age], &logits[Attribute::Gender], &logits[Attribute::Race])
}
