//! Reads aligned crops with the network.

use super::AnalysisError;
use super::clock::Stopwatch;
use crate::attributes::Attribute;
use crate::estimates::Estimates;
use crate::explanation::{EvidenceMap, ExplanationTarget, grad_cam, grad_cam_on_cpu};
use crate::network::{CpuDmtl, Dmtl, Layer, Logits, image_planes, image_tensor};
use burn::tensor::{DataError, Device, Tensor, Transaction};
use image::RgbImage;

/// What the network says about one crop, and where it looked if that was asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The estimates.
    pub estimates: Estimates,
    /// The evidence at the resolution of the explained layer.
    pub evidence: Option<EvidenceMap>,
}

/// Milliseconds that reading took.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ReadingTimes {
    pub(super) attributes: f64,
    pub(super) explain: f64,
}

/// Reads crops of [`CROP_SIZE`](super::alignment::CROP_SIZE) pixels with `network`, which is on `device`.
///
/// # Errors
/// When the device fails.
pub async fn read_crops(network: &Dmtl, crops: &[RgbImage], device: &Device) -> Result<Vec<Reading>, AnalysisError> {
    if crops.is_empty() {
        return Ok(Vec::new());
    }
    let logits = network.forward(image_tensor(crops, device));
    let estimates = read_logits(logits).await?;
    Ok(estimates.into_iter().map(|estimates| Reading { estimates, evidence: None }).collect())
}

/// Reads a batch of images, `[batch, 3, 112, 112]` as [`image_tensor`](crate::network::image_tensor) makes them.
///
/// The trunk's activations are computed once, for the estimates and for the evidence.
pub(super) async fn read_images(
    network: &Dmtl,
    images: Tensor<4>,
    explain: Option<&ExplanationTarget>,
    stopwatch: &mut Stopwatch,
) -> Result<(Vec<Reading>, ReadingTimes), AnalysisError> {
    let layer = explain.map_or(Layer::DEFAULT, |target| target.layer);
    let activations = network.forward_to(images, layer);
    let estimates = read_logits(network.forward_from(activations.clone(), layer)).await?;
    let mut times = ReadingTimes { attributes: stopwatch.lap(), explain: 0.0 };
    let mut readings: Vec<Reading> =
        estimates.into_iter().map(|estimates| Reading { estimates, evidence: None }).collect();
    if let Some(target) = explain {
        let maps = read_maps(grad_cam(network, activations, target)).await?;
        for (reading, map) in readings.iter_mut().zip(maps) {
            reading.evidence = Some(map);
        }
        times.explain = stopwatch.lap();
    }
    Ok((readings, times))
}

/// Reads crops by the kernels for the CPU.
///
/// What the evidence needs is kept in the one pass that gives the estimates; only the way back counts as explaining.
pub(super) fn read_on_cpu(
    network: &CpuDmtl,
    crops: &[RgbImage],
    explain: Option<&ExplanationTarget>,
    stopwatch: &mut Stopwatch,
) -> (Vec<Reading>, ReadingTimes) {
    let mut times = ReadingTimes::default();
    let mut read = |crop: &RgbImage| {
        let layer = explain.map_or(Layer::DEFAULT, |target| target.layer);
        let map = network.forward_to(&image_planes(crop), layer);
        let Some(target) = explain else {
            let estimates = estimates(&network.forward_from(map, layer));
            times.attributes += stopwatch.lap();
            return Reading { estimates, evidence: None };
        };
        let trace = network.trace_from(map.clone(), layer, target.attribute);
        let estimates = estimates(&trace.logits);
        times.attributes += stopwatch.lap();
        let evidence = grad_cam_on_cpu(&map, &trace, target);
        times.explain += stopwatch.lap();
        Reading { estimates, evidence: Some(evidence) }
    };
    (crops.iter().map(&mut read).collect(), times)
}

fn estimates([age, gender, race]: &[Vec<f32>; Attribute::ALL.len()]) -> Estimates {
    Estimates::from_logits(age, gender, race)
}

/// The logits, fetched from the device in one transfer, as estimates.
async fn read_logits(logits: Logits) -> Result<Vec<Estimates>, AnalysisError> {
    let transfer = Transaction::default().register(logits.age).register(logits.gender).register(logits.race);
    let data = transfer.execute_async().await?;
    // A transaction answers in the order of registration.
    let mut heads = data.iter().map(|data| data.as_slice::<f32>()).collect::<Result<Vec<_>, DataError>>()?.into_iter();
    let mut rows = |attribute: Attribute| heads.next().unwrap_or_default().chunks_exact(attribute.classes());
    let [age, gender, race] = Attribute::ALL.map(&mut rows);
    Ok(age.zip(gender).zip(race).map(|((age, gender), race)| Estimates::from_logits(age, gender, race)).collect())
}

/// `[batch, side, side]` as one map for each crop.
async fn read_maps(maps: Tensor<3>) -> Result<Vec<EvidenceMap>, AnalysisError> {
    let [_, rows, columns] = maps.dims();
    debug_assert_eq!(rows, columns, "crops are square, and so are the network's maps");
    let data = maps.into_data_async().await?;
    Ok(data
        .as_slice::<f32>()?
        .chunks_exact(rows * columns)
        .map(|map| EvidenceMap::from_raw(map.to_vec(), rows))
        .collect())
}
