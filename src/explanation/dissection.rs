//! What happens inside the network on one face, to be shown step by step.

use super::ExplanationTarget;
use super::grad_cam::gradient;
use crate::cpu::FeatureMap;
use crate::network::{CpuDmtl, Layer};

/// Channels shown of each stage's map.
const SHOWN_CHANNELS: usize = 8;
/// Channels shown of the explained layer.
const SHOWN_CONTRIBUTIONS: usize = 6;

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
    /// The layer at the end of the stage.
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
    /// Index of the channel.
    pub channel: usize,
    /// `side × side` activations, rows from top to bottom.
    pub values: Vec<f32>,
}

/// Grad-CAM, step by step.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceSteps {
    /// The layer.
    pub layer: Layer,
    /// Width and height of the layer's map.
    pub side: usize,
    /// The channels that count most, that one first.
    pub contributions: Vec<Contribution>,
    /// The weighted sum of all channels, `side × side`, of either sign.
    pub sum: Vec<f32>,
}

/// What one channel contributes to the evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// The channel's activations.
    pub activations: ChannelMap,
    /// The channel's gradient, `side × side`.
    pub gradient: Vec<f32>,
    /// The gradient's mean: the channel's weight.
    pub weight: f32,
}

/// Looks into `network` while it reads one face. `planes` are as [`image_planes`](crate::network::image_planes) makes them.
pub fn dissect(network: &CpuDmtl, planes: &[f32], target: Option<&ExplanationTarget>) -> Dissection {
    let mut stages = Vec::with_capacity(Layer::ALL.len());
    let mut evidence = None;
    for (map, layer) in network.layer_maps(planes).into_iter().zip(Layer::ALL) {
        let channels = Channels::from(&map);
        stages.push(channels.stage(layer));
        if let Some(target) = target.filter(|target| target.layer == layer) {
            let gradients = gradient(&network.trace_from(map, layer, target.attribute), target);
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
    /// The channels of a stage that are shown.
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

impl From<&FeatureMap> for Channels {
    fn from(map: &FeatureMap) -> Self {
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
    use crate::network::{CROP_SIDE, Storage, to_burnpack, untrained};
    use burn::tensor::Device;

    fn network_and_planes() -> (CpuDmtl, Vec<f32>) {
        let device = Device::flex();
        let bytes = to_burnpack(untrained(&device, 3), Storage::Integers { bits: 8 }).unwrap();
        let planes = (0..3 * CROP_SIDE * CROP_SIDE).map(|index| (index as f32 * 0.37).sin()).collect();
        (CpuDmtl::from_burnpack(bytes).unwrap(), planes)
    }

    #[test]
    fn the_steps_lead_to_the_heat_map() {
        let (network, planes) = network_and_planes();
        let target = ExplanationTarget { attribute: Attribute::Age, class: None, layer: Layer::Stage4 };
        let steps = dissect(&network, &planes, Some(&target)).evidence.unwrap();
        let map = network.forward_to(&planes, target.layer);
        let expected = grad_cam(&map, &network.trace_from(map.clone(), target.layer, target.attribute), &target);
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
        let (network, planes) = network_and_planes();
        let found = dissect(&network, &planes, None);
        assert!(found.evidence.is_none());
        let shapes: Vec<(usize, usize)> = found.stages.iter().map(|stage| (stage.channels, stage.side)).collect();
        assert_eq!(shapes, [(16, 56), (24, 28), (40, 14), (80, 7), (112, 7)]);
        for (stage, layer) in found.stages.iter().zip(Layer::ALL) {
            let map = network.forward_to(&planes, layer).channels_first();
            assert_eq!(stage.shown.len(), SHOWN_CHANNELS);
            assert!(stage.shown.windows(2).all(|pair| variance(&pair[0].values) >= variance(&pair[1].values)));
            for shown in &stage.shown {
                assert_eq!(map.chunks_exact(stage.side * stage.side).nth(shown.channel).unwrap(), shown.values);
            }
        }
    }
}
