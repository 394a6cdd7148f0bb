//! Reads aligned crops with the network.

use super::AnalysisError;
use super::attribute_network::BurnNetwork;
use super::clock::Stopwatch;
use crate::attributes::Attribute;
use crate::cpu::Map;
use crate::estimates::Estimates;
use crate::explanation::{EvidenceMap, ExplanationTarget, grad_cam};
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

/// Reads crops by Burn, which computes the trunk's map at the explained layer once, for the estimates and for the evidence.
pub(super) async fn read_by_burn(
    burn: &BurnNetwork,
    crops: &[RgbImage],
    explain: Option<&ExplanationTarget>,
    stopwatch: &mut Stopwatch,
) -> Result<(Vec<Reading>, ReadingTimes), AnalysisError> {
    let layer = explain.map_or(Layer::DEFAULT, |target| target.layer);
    let activations = burn.network.forward_to(image_tensor(crops, &burn.device), layer);
    let estimates = read_logits(burn.network.forward_from(activations.clone(), layer)).await?;
    let mut times = ReadingTimes { attributes: stopwatch.lap(), explain: 0.0 };
    let mut readings: Vec<Reading> =
        estimates.into_iter().map(|estimates| Reading { estimates, evidence: None }).collect();
    if let Some(target) = explain {
        for (reading, map) in readings.iter_mut().zip(read_maps(activations).await?) {
            let trace = burn.on_cpu.trace_from(map.clone(), layer, target.attribute);
            reading.evidence = Some(grad_cam(&map, &trace, target));
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
        let evidence = grad_cam(&map, &trace, target);
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

/// `[batch, channels, rows, columns]` as one map for each crop.
async fn read_maps(maps: Tensor<4>) -> Result<Vec<Map>, AnalysisError> {
    let [_, channels, rows, columns] = maps.dims();
    let data = maps.into_data_async().await?;
    let maps = data.as_slice::<f32>()?.chunks_exact((channels * rows * columns).max(1));
    Ok(maps.map(|planes| Map::from_channels_first(planes, rows, columns, channels)).collect())
}
