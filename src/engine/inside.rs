//! The inside of the network in the protocol's types: levels that can be shown, instead of numbers of any size.

use crate::analysis::AnalyzedFace;
use crate::analysis::alignment::CROP_PIXELS;
use crate::explanation::dissection::{ChannelMap, Dissection, EvidenceSteps};
use crate::protocol;

/// The dissection of a face with this number.
pub(super) fn dissection(face: &AnalyzedFace, number: u32, found: Dissection) -> protocol::Dissection {
    let stages = found.stages.into_iter().map(|stage| protocol::StageMaps {
        channels: stage.channels as u32,
        side: stage.side as u32,
        shown: stage.shown.iter().map(channel_map).collect(),
    });
    protocol::Dissection {
        number,
        crop_size: CROP_PIXELS,
        crop: face.crop.as_raw().clone(),
        stages: stages.collect(),
        evidence: found.evidence.map(evidence),
    }
}

fn evidence(steps: EvidenceSteps) -> protocol::EvidenceSteps {
    let largest = steps.contributions.iter().map(|step| step.weight.abs()).fold(f32::MIN_POSITIVE, f32::max);
    let contributions = steps.contributions.iter().map(|step| protocol::Contribution {
        activations: channel_map(&step.activations),
        gradient: signed_levels(&step.gradient),
        weight: step.weight / largest,
    });
    let positive: Vec<f32> = steps.sum.iter().map(|value| value.max(0.0)).collect();
    protocol::EvidenceSteps {
        side: steps.side as u32,
        contributions: contributions.collect(),
        sum: signed_levels(&steps.sum),
        kept: levels(&positive),
    }
}

fn channel_map(map: &ChannelMap) -> protocol::ChannelMap {
    protocol::ChannelMap { channel: map.channel as u32, levels: levels(&map.values) }
}

/// Levels from 0 for the least value to 255 for the largest.
fn levels(values: &[f32]) -> Vec<u8> {
    let (least, most) = values.iter().fold((f32::INFINITY, f32::NEG_INFINITY), |(l, m), &v| (l.min(v), m.max(v)));
    let range = (most - least).max(f32::MIN_POSITIVE);
    values.iter().map(|value| (255.0 * (value - least) / range) as u8).collect()
}

/// Levels with 128 for zero, and from 1 to 255 on either side of it.
fn signed_levels(values: &[f32]) -> Vec<u8> {
    let largest = values.iter().fold(f32::MIN_POSITIVE, |largest, value| largest.max(value.abs()));
    values.iter().map(|value| (128.0 + 127.0 * value / largest) as u8).collect()
}
