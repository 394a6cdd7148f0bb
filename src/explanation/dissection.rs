//! What happens inside the network on one face, to be shown step by step.

use super::grad_cam::gradient;
use super::{ExplanationTarget, cpu};
use crate::cpu::Map;
use crate::network::{CpuDmtl, Dmtl, Layer};
use burn::tensor::{DataError, ExecutionError, Tensor};

/// Channels shown of each stage's map.
const SHOWN_CHANNELS: usize = 8;
/// Channels shown of the explained layer.
const SHOWN_CONTRIBUTIONS: usize = 6;

/// The inside of the network cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum DissectionError {
    /// The device did not compute.
    #[error(transparent)]
    Device(#[from] ExecutionError),
    /// The device's answer has another type than that asked for.
    #[error(transparent)]
    Answer(#[from] DataError),
}

/// The shared maps of one face, and the steps of its explanation.
#[derive(Clone, Debug, PartialEq)]
pub struct Dissection {
    /// One for each stage of the trunk, from the image on.
    pub stages: Vec<StageMaps>,
    /// How the evidence for the target comes about; `None` without a target.
    pub evidence: Option<EvidenceSteps>,
}

/// Some channels of the map at the end of a stage.
#[derive(Clone, Debug, PartialEq)]
pub struct StageMaps {
    /// Which stage.
    pub layer: Layer,
    /// Channels in all.
    pub channels: usize,
    /// Width and height of the map.
    pub side: usize,
    /// The channels that vary most over the face, that one first.
    pub shown: Vec<ChannelMap>,
}

/// One channel of a map.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelMap {
    /// Its index.
    pub channel: usize,
    /// `side × side` activations, rows from top to bottom.
    pub values: Vec<f32>,
}

/// Grad-CAM, step by step.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceSteps {
    /// The layer.
    pub layer: Layer,
    /// Width and height of its map.
    pub side: usize,
    /// The channels that count most, that one first.
    pub contributions: Vec<Contribution>,
    /// The weighted sum of all channels, `side × side`, of either sign.
    pub sum: Vec<f32>,
}

/// What one channel contributes to the evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// Its activations.
    pub activations: ChannelMap,
    /// Its gradient, `side × side`.
    pub gradient: Vec<f32>,
    /// The gradient's mean: the channel's weight.
    pub weight: f32,
}

/// Looks into `network` while it reads one face.
///
/// # Shapes
/// - `image`: `[1, 3, 112, 112]`, without autodiff
///
/// # Errors
/// When the device fails.
pub async fn dissect(
    network: &Dmtl,
    image: Tensor<4>,
    target: Option<&ExplanationTarget>,
) -> Result<Dissection, DissectionError> {
    let mut map = network.trunk.stem.forward(image);
    let mut stages = Vec::with_capacity(Layer::ALL.len());
    let mut evidence = None;
    for (stage, layer) in network.trunk.stages.iter().zip(Layer::ALL) {
        map = stage.blocks.iter().fold(map, |map, block| block.forward(map));
        let channels = Channels::read(map.clone()).await?;
        stages.push(channels.stage(layer));
        if let Some(target) = target.filter(|target| target.layer == layer)
            && let Some(gradients) = gradient(network, map.clone(), target)
        {
            evidence = Some(steps(layer, &channels, &Channels::read(gradients).await?));
        }
    }
    Ok(Dissection { stages, evidence })
}

/// As [`dissect`], by the kernels for the CPU. `planes` are as [`image_planes`](crate::network::image_planes) makes them.
pub fn dissect_on_cpu(network: &CpuDmtl, planes: &[f32], target: Option<&ExplanationTarget>) -> Dissection {
    let mut stages = Vec::with_capacity(Layer::ALL.len());
    let mut evidence = None;
    for (map, layer) in network.layer_maps(planes).into_iter().zip(Layer::ALL) {
        let channels = Channels::from(&map);
        stages.push(channels.stage(layer));
        if let Some(target) = target.filter(|target| target.layer == layer) {
            let gradients = cpu::gradient(&network.trace_from(map, layer, target.attribute), target);
            evidence = Some(steps(layer, &channels, &Channels::from(&gradients)));
        }
    }
    Dissection { stages, evidence }
}

fn steps(layer: Layer, activations: &Channels, gradients: &Channels) -> EvidenceSteps {
    let weights: Vec<f32> = gradients.iter().map(mean).collect();
    let mut sum = vec![0.0; activations.side * activations.side];
    for (map, weight) in activations.iter().zip(&weights) {
        sum.iter_mut().zip(map).for_each(|(sum, value)| *sum += weight * value);
    }
    let mut strength: Vec<(usize, f32)> =
        activations.iter().zip(&weights).map(|(map, weight)| (mean_size(map) * weight).abs()).enumerate().collect();
    strength.sort_by(|(_, a), (_, b)| b.total_cmp(a));
    let contribution = |&(channel, _): &(usize, f32)| {
        Some(Contribution {
            activations: ChannelMap { channel, values: activations.get(channel)?.to_vec() },
            gradient: gradients.get(channel)?.to_vec(),
            weight: *weights.get(channel)?,
        })
    };
    let contributions = strength.iter().take(SHOWN_CONTRIBUTIONS).filter_map(contribution).collect();
    EvidenceSteps { layer, side: activations.side, contributions, sum }
}

/// The channels of one face's map.
struct Channels {
    side: usize,
    values: Vec<f32>,
}

impl Channels {
    /// `[1, channels, side, side]`
    async fn read(map: Tensor<4>) -> Result<Self, DissectionError> {
        let [_, _, side, _] = map.dims();
        let data = map.into_data_async().await?;
        Ok(Self { side, values: data.as_slice::<f32>()?.to_vec() })
    }

    /// Those of a stage that are shown.
    fn stage(&self, layer: Layer) -> StageMaps {
        let shown = self.most(SHOWN_CHANNELS, variance);
        StageMaps { layer, channels: self.count(), side: self.side, shown }
    }

    fn iter(&self) -> impl Iterator<Item = &[f32]> {
        self.values.chunks_exact((self.side * self.side).max(1))
    }

    fn count(&self) -> usize {
        self.iter().count()
    }

    fn get(&self, channel: usize) -> Option<&[f32]> {
        self.iter().nth(channel)
    }

    /// The channels of which `measure` is largest, that one first.
    fn most(&self, count: usize, measure: impl Fn(&[f32]) -> f32) -> Vec<ChannelMap> {
        let mut measured: Vec<(usize, f32, &[f32])> =
            self.iter().enumerate().map(|(channel, map)| (channel, measure(map), map)).collect();
        measured.sort_by(|(_, a, _), (_, b, _)| b.total_cmp(a));
        let shown = measured.into_iter().take(count);
        shown.map(|(channel, _, map)| ChannelMap { channel, values: map.to_vec() }).collect()
    }
}

impl From<&Map> for Channels {
    fn from(map: &Map) -> Self {
        Self { side: map.columns, values: map.channels_first() }
    }
}

fn mean(map: &[f32]) -> f32 {
    map.iter().sum::<f32>() / map.len().max(1) as f32
}

fn mean_size(map: &[f32]) -> f32 {
    map.iter().map(|value| value.abs()).sum::<f32>() / map.len().max(1) as f32
}

fn variance(map: &[f32]) -> f32 {
    let mean = mean(map);
    map.iter().map(|value| (value - mean).powi(2)).sum::<f32>() / map.len().max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributes::Attribute;
    use crate::explanation::{EvidenceMap, grad_cam};
    use crate::network::{DmtlConfig, INPUT_SIZE, Storage, from_burnpack, to_burnpack};
    use burn::tensor::{Device, Distribution, read_sync};

    fn network_and_image() -> (Dmtl, Tensor<4>) {
        let device = Device::flex();
        device.seed(3);
        let image = Tensor::random([1, 3, INPUT_SIZE, INPUT_SIZE], Distribution::Uniform(-1.0, 1.0), &device);
        (DmtlConfig::new().init(&device), image)
    }

    #[test]
    fn the_steps_lead_to_the_heat_map() {
        let (network, image) = network_and_image();
        let target = ExplanationTarget { attribute: Attribute::Age, class: None, layer: Layer::Stage4 };
        let found = read_sync(dissect(&network, image.clone(), Some(&target))).unwrap();
        let steps = found.evidence.unwrap();
        let map = grad_cam(&network, network.forward_to(image, target.layer), &target);
        let expected = EvidenceMap::from_raw(map.into_data().try_to_vec().unwrap(), steps.side);
        let from_steps = EvidenceMap::from_raw(steps.sum.clone(), steps.side);
        for (found, expected) in from_steps.values().iter().zip(expected.values()) {
            assert!((found - expected).abs() < 1e-3, "{found} for {expected}");
        }
        assert_eq!(steps.contributions.len(), SHOWN_CONTRIBUTIONS);
        let strength = |step: &Contribution| (mean_size(&step.activations.values) * step.weight).abs();
        assert!(steps.contributions.windows(2).all(|pair| strength(&pair[0]) >= strength(&pair[1])));
        assert!(steps.contributions.iter().all(|step| (mean(&step.gradient) - step.weight).abs() < 1e-6));
    }

    #[test]
    fn every_stage_shows_its_liveliest_channels() {
        let (network, image) = network_and_image();
        let found = read_sync(dissect(&network, image, None)).unwrap();
        assert!(found.evidence.is_none());
        let shapes: Vec<(usize, usize)> = found.stages.iter().map(|stage| (stage.channels, stage.side)).collect();
        assert_eq!(shapes, [(16, 56), (24, 28), (40, 14), (80, 7), (112, 7)]);
        for stage in &found.stages {
            assert_eq!(stage.shown.len(), SHOWN_CHANNELS);
            assert!(stage.shown.windows(2).all(|pair| variance(&pair[0].values) >= variance(&pair[1].values)));
        }
    }

    #[test]
    fn the_kernels_for_the_cpu_show_what_burn_shows() {
        let (network, image) = network_and_image();
        let bytes = to_burnpack(network, Storage::EightBits).unwrap();
        let network = from_burnpack(bytes.clone(), &image.device()).unwrap();
        let fast = CpuDmtl::from_burnpack(bytes).unwrap();
        let planes: Vec<f32> = image.clone().into_data().iter::<f32>().collect();
        let target = ExplanationTarget { attribute: Attribute::Race, class: Some(2), layer: Layer::Stage3 };
        let expected = read_sync(dissect(&network, image, Some(&target))).unwrap();
        let found = dissect_on_cpu(&fast, &planes, Some(&target));
        assert!(dissect_on_cpu(&fast, &planes, None).evidence.is_none());
        for (found, expected) in found.stages.iter().zip(&expected.stages) {
            assert_eq!((found.layer, found.channels, found.side), (expected.layer, expected.channels, expected.side));
            for (found, expected) in found.shown.iter().zip(&expected.shown) {
                assert_eq!(found.channel, expected.channel);
                close(&found.values, &expected.values);
            }
        }
        assert_eq!(found.stages.len(), expected.stages.len());
        let (found, expected) = (found.evidence.unwrap(), expected.evidence.unwrap());
        assert_eq!((found.layer, found.side), (expected.layer, expected.side));
        close(&found.sum, &expected.sum);
        for (found, expected) in found.contributions.iter().zip(&expected.contributions) {
            assert_eq!(found.activations.channel, expected.activations.channel);
            close(&found.gradient, &expected.gradient);
            close(&[found.weight], &[expected.weight]);
        }
        assert_eq!(found.contributions.len(), expected.contributions.len());
    }

    fn close(found: &[f32], expected: &[f32]) {
        let largest = expected.iter().fold(0.0f32, |largest, value| largest.max(value.abs()));
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() <= 1e-3 * largest, "{found} for {expected}");
        }
    }
}
