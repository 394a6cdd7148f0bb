//! Reads aligned crops by Burn on a device, held against the kernels for the CPU.

use super::clock::Stopwatch;
use super::error::AnalysisError;
use super::reading::{Reading, ReadingTimes, estimates};
use crate::attributes::{Attribute, PerAttribute};
use crate::cpu::FeatureMap;
use crate::device::{CrossCheck, DeviceError};
use crate::estimates::Estimates;
use crate::explanation::{ExplanationTarget, grad_cam};
use crate::network::{CpuDmtl, Dmtl, Features, Layer, WeightsError, from_burnpack, image_planes, image_tensor};
use burn::tensor::{Device, ExecutionError, Tensor, TensorData};
use image::{Rgb, RgbImage};

/// The network on a device, and on the CPU beside it, where the gradients are.
#[derive(Clone, Debug)]
pub struct BurnNetwork {
    network: Dmtl,
    device: Device,
    on_cpu: CpuDmtl,
    check: CrossCheck,
}

/// What the device gives for a batch: rows of logits, and the maps at a layer where they are wanted.
struct Batch {
    logits: PerAttribute<Vec<f32>>,
    /// The parts of [`Features`]: the length of a row, and the rows.
    features: [(usize, Vec<f32>); 3],
    maps: Option<Vec<FeatureMap>>,
}

impl BurnNetwork {
    /// The network with the weights in `bytes` (burnpack) on `device`.
    ///
    /// # Errors
    /// When `bytes` aren't a burnpack, or are that of another network.
    pub fn from_burnpack(bytes: Vec<u8>, device: &Device) -> Result<Self, WeightsError> {
        let on_cpu = CpuDmtl::from_burnpack(bytes.clone())?;
        let network = from_burnpack(bytes, device)?;
        Ok(Self { network, device: device.clone(), on_cpu, check: CrossCheck::default() })
    }

    /// The same network by the kernels for the CPU.
    pub(super) fn kernels(&self) -> &CpuDmtl {
        &self.on_cpu
    }

    /// Reads crops. The device computes the trunk's map at the explained layer once, for the estimates and for the evidence, and all
    /// that is wanted of it comes back in one transfer; the kernels find the evidence.
    pub(super) async fn read(
        &self,
        crops: &[&RgbImage],
        explain: Option<&ExplanationTarget>,
        stopwatch: &mut Stopwatch,
    ) -> Result<(Vec<Reading>, ReadingTimes), AnalysisError> {
        let layer = explain.map_or(Layer::DEFAULT, |target| target.layer);
        let Batch { logits, features, maps } = self.batch(crops, layer, explain.is_some()).await?;
        let mut readings: Vec<Reading> = (0..crops.len())
            .map(|place| {
                let [shared, ordinal, nominal] = features
                    .each_ref()
                    .map(|(width, rows)| rows.chunks_exact((*width).max(1)).nth(place).unwrap_or_default().to_vec());
                let features = Features { shared, ordinal, nominal };
                Reading { estimates: estimates(&rows_at(&logits, place)), evidence: None, features, doubt: None }
            })
            .collect();
        let mut times = ReadingTimes { attributes: stopwatch.lap(), explain: 0.0 };
        if let (Some(target), Some(maps)) = (explain, maps) {
            for (reading, map) in readings.iter_mut().zip(maps) {
                let trace = self.on_cpu.trace_from(map.clone(), layer, target.attribute);
                reading.evidence = Some(grad_cam(&map, &trace, target));
            }
            times.explain = stopwatch.lap();
        }
        Ok((readings, times))
    }

    /// Runs the network on crops, and on grey ones behind them up to the next power of two: so few sizes of batches are ever asked
    /// for that each can be checked.
    async fn batch(&self, crops: &[&RgbImage], layer: Layer, with_maps: bool) -> Result<Batch, AnalysisError> {
        let size = crops.len().next_power_of_two();
        let [width, height] = crops.first().map_or([0, 0], |crop| crop.dimensions().into());
        let grey = RgbImage::from_pixel(width, height, Rgb([127; 3]));
        let padded: Vec<RgbImage> =
            crops.iter().map(|&crop| crop.clone()).chain(std::iter::repeat_n(grey, size - crops.len())).collect();
        let map = self.network.forward_to(image_tensor(&padded, &self.device), layer);
        let features = self.network.features_from(map.clone(), layer);
        let widths = features.each_ref().map(|part| part.dims()[1]);
        let [shared, ordinal, nominal] = features;
        let logits = self.network.heads(ordinal.clone(), nominal.clone());
        // Side by side, so that one read-back brings all.
        let mut parts: Vec<Tensor<2>> = logits.0.into_iter().chain([shared, ordinal, nominal]).collect();
        let [_, channels, rows, columns] = map.dims();
        if with_maps {
            parts.push(map.flatten(1, 3));
        }
        let answer = floats(Tensor::cat(parts, 1).into_data_async().await)?;
        let width = answer.len() / size.max(1);
        let mut begun = 0;
        let mut columns_of = |count: usize| {
            let part = begun..begun + count;
            begun += count;
            answer
                .chunks_exact(width.max(1))
                .flat_map(|row| row.get(part.clone()).unwrap_or_default())
                .copied()
                .collect()
        };
        let logits: PerAttribute<Vec<f32>> = PerAttribute::from_fn(|attribute| columns_of(attribute.classes()));
        let shape = [size, layer as usize];
        if self.check.is_due(&shape) {
            let last = crops.last().map(|crop| image_planes(crop)).unwrap_or_default();
            let place = crops.len().saturating_sub(1);
            let expected = self.on_cpu.forward_from(self.on_cpu.forward_to(&last, layer), layer);
            for (attribute, found) in rows_at(&logits, place).iter() {
                self.check.compare(&shape, found, &expected[attribute])?;
            }
        }
        let features = widths.map(|width| (width, columns_of(width)));
        let maps = with_maps.then(|| {
            let values: Vec<f32> = columns_of(channels * rows * columns);
            let maps = values.chunks_exact((channels * rows * columns).max(1));
            maps.map(|planes| FeatureMap::from_channels_first(planes, rows, columns, channels)).collect()
        });
        Ok(Batch { logits, features, maps })
    }
}

/// Reads crops with `network`, which is on `device`, for measurements: without evidence, padding or checks.
///
/// # Errors
/// When the device fails.
pub async fn read_crops(network: &Dmtl, crops: &[RgbImage], device: &Device) -> Result<Vec<Estimates>, AnalysisError> {
    if crops.is_empty() {
        return Ok(Vec::new());
    }
    let answers = network.forward(image_tensor(crops, device));
    let mut logits = PerAttribute::<Vec<f32>>::default();
    for attribute in Attribute::ALL {
        logits[attribute] = floats(answers[attribute].clone().into_data_async().await)?;
    }
    Ok((0..crops.len()).map(|place| estimates(&rows_at(&logits, place))).collect())
}

/// Of the rows of logits of a batch, those at `place`.
fn rows_at(logits: &PerAttribute<Vec<f32>>, place: usize) -> PerAttribute<Vec<f32>> {
    PerAttribute::from_fn(|attribute| {
        logits[attribute].chunks_exact(attribute.classes()).nth(place).unwrap_or_default().to_vec()
    })
}

/// The numbers of an answer.
fn floats(answer: Result<TensorData, ExecutionError>) -> Result<Vec<f32>, DeviceError> {
    answer.map_err(DeviceError::failed)?.try_to_vec().map_err(DeviceError::failed)
}
