//! Grad-CAM (Selvaraju et al., "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based Localization",
//! ICCV 2017).

use super::{EvidenceMap, ExplanationTarget};
use crate::attributes::{AGE_CLASSES, Category, YOUNGER};
use crate::cpu::FeatureMap;
use crate::estimates::softmax;
use crate::network::Trace;

/// The evidence for an output of the network in every place of a layer, for one face.
///
/// With activations `A_k` of the layer's channel `k` and the explained output `y`, this is `ReLU(Σ_k α_k A_k)`, where
/// `α_k` is the mean of `∂y/∂A_k` over all places. For age, `y` is the expectation of the age distribution in years, or
/// its negative where evidence for a younger age is wanted; for gender and race it is the logit of a class.
///
/// `activations` is the map at the target's layer, from which `trace` went on for the target's attribute. A class that the
/// attribute does not have has no evidence anywhere.
///
/// ```
/// use visage::attributes::Attribute;
/// use visage::explanation::{ExplanationTarget, grad_cam};
/// use visage::network::{CROP_SIDE, CpuDmtl, image_planes};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let network = CpuDmtl::from_burnpack(std::fs::read("assets/dmtl.bpk")?)?;
/// let crop = image::RgbImage::from_pixel(CROP_SIDE as u32, CROP_SIDE as u32, image::Rgb([180, 140, 120]));
/// let target = ExplanationTarget::likeliest(Attribute::Gender);
/// let map = network.forward_to(&image_planes(&crop), target.layer);
/// let trace = network.trace_from(map.clone(), target.layer, target.attribute);
/// let evidence = grad_cam(&map, &trace, &target);
/// assert_eq!(evidence.side(), 7);
/// # Ok(())
/// # }
/// ```
pub fn grad_cam(activations: &FeatureMap, trace: &Trace, target: &ExplanationTarget) -> EvidenceMap {
    let importance = gradient(trace, target).means();
    EvidenceMap::from_raw(activations.weighted_sums(&importance), activations.columns)
}

/// The evidence for an output `y` of somebody else's, of which `gradient` is the one with respect to a face's features: those at the end of
/// `branch`, which went on from `activations`, or without one the means of the channels of `activations`.
///
/// Without a branch every place of a channel has the same gradient, so that Grad-CAM is the class activation map (Zhou et al., "Learning Deep
/// Features for Discriminative Localization", CVPR 2016) and needs no backward pass.
pub fn evidence_of_features(activations: &FeatureMap, branch: Option<&Trace>, gradient: Vec<f32>) -> EvidenceMap {
    let importance = match branch {
        Some(trace) => trace.gradient_of_features(gradient).means(),
        None => gradient,
    };
    EvidenceMap::from_raw(activations.weighted_sums(&importance), activations.columns)
}

/// `∂y/∂A`, in the shape of the map at the target's layer.
pub(super) fn gradient(trace: &Trace, target: &ExplanationTarget) -> FeatureMap {
    trace.gradient(&output_gradient(&trace.own_logits(), target))
}

/// The gradient of `y` with respect to the logits of the target's attribute.
fn output_gradient(logits: &[f32], target: &ExplanationTarget) -> Vec<f32> {
    match (target.attribute.category(), target.class) {
        (Category::Ordinal, direction) => {
            let sign = if direction == Some(YOUNGER) { -1.0 } else { 1.0 };
            let probabilities = softmax::<AGE_CLASSES>(logits);
            let years = || (0..AGE_CLASSES).map(|year| year as f32);
            let expected: f32 = probabilities.iter().zip(years()).map(|(probability, year)| probability * year).sum();
            let gradient = |(probability, year): (&f32, f32)| sign * probability * (year - expected);
            probabilities.iter().zip(years()).map(gradient).collect()
        }
        (Category::Nominal, Some(class)) => {
            (0..logits.len()).map(|index| if index == class { 1.0 } else { 0.0 }).collect()
        }
        (Category::Nominal, None) => {
            let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            logits.iter().map(|logit| if *logit == largest { 1.0 } else { 0.0 }).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::burn_grad_cam::{self, burn_gradient};
    use super::*;
    use crate::attributes::{Attribute, OLDER};
    use crate::network::{CROP_SIDE, CpuDmtl, Dmtl, Features, Layer, Storage, from_burnpack, to_burnpack, untrained};
    use burn::tensor::{Device, Tensor, TensorData};

    /// A network by Burn and by the kernels, from the same bytes, and a picture for both.
    fn networks() -> (Dmtl, CpuDmtl, Tensor<4>, Vec<f32>) {
        let device = Device::flex();
        let bytes = to_burnpack(untrained(&device, 11), Storage::Integers { bits: 8 }).unwrap();
        let values: Vec<f32> = (0..3 * CROP_SIDE * CROP_SIDE)
            .map(|index| (index as f32 * 0.37).sin() + (index as f32 * 0.011).cos())
            .collect();
        let image = TensorData::new(values.clone(), [1, 3, CROP_SIDE, CROP_SIDE]);
        let network = from_burnpack(bytes.clone(), &device).unwrap();
        (network, CpuDmtl::from_burnpack(bytes).unwrap(), Tensor::from_data(image, &device), values)
    }

    fn targets() -> Vec<ExplanationTarget> {
        let outputs = [
            (Attribute::Age, None),
            (Attribute::Age, Some(OLDER)),
            (Attribute::Age, Some(YOUNGER)),
            (Attribute::Gender, None),
            (Attribute::Gender, Some(1)),
            (Attribute::Race, None),
            (Attribute::Race, Some(3)),
        ];
        let target = |layer| outputs.map(|(attribute, class)| ExplanationTarget { attribute, class, layer });
        Layer::ALL.into_iter().flat_map(target).collect()
    }

    #[test]
    fn gradients_and_maps_are_those_of_burn() {
        let (network, fast, image, planes) = networks();
        for target in targets() {
            // Both start from the same map, so that no rounding before it moves a value over a kink of ReLU6.
            let map = fast.forward_to(&planes, target.layer);
            let shape = [1, map.channels, map.rows, map.columns];
            let activations = Tensor::from_data(TensorData::new(map.channels_first(), shape), &image.device());
            let trace = fast.trace_from(map.clone(), target.layer, target.attribute);
            assert_eq!(trace.all_features(), fast.features_from(map.clone(), target.layer), "{target:?}");

            let expected = burn_gradient(&network, activations.clone(), &target).unwrap();
            let expected = values(expected);
            assert!(expected.iter().any(|value| *value != 0.0), "{target:?}");
            close(&gradient(&trace, &target).channels_first(), &expected, &target);
            let expected = EvidenceMap::from_raw(
                values(burn_grad_cam::burn_grad_cam(&network, activations, &target)),
                map.columns,
            );
            close(grad_cam(&map, &trace, &target).values(), expected.values(), &target);
        }
    }

    /// A head of somebody else's that is the network's own has the network's own map.
    #[test]
    fn the_evidence_of_features_goes_back_through_their_branch() {
        let (_, network, _, planes) = networks();
        for (attribute, class) in [(Attribute::Gender, 1), (Attribute::Race, 2)] {
            let target = ExplanationTarget { attribute, class: Some(class), layer: Layer::DEFAULT };
            let map = network.forward_to(&planes, target.layer);
            let trace = network.trace_from(map.clone(), target.layer, attribute);
            let features = trace.all_features();
            let logit = |features: &Features| network.logits(features)[attribute][class];
            let gradient = (0..features.nominal.len()).map(|place| {
                let mut more = features.clone();
                more.nominal[place] += 1.0;
                logit(&more) - logit(&features)
            });
            let found = evidence_of_features(&map, Some(&trace), gradient.collect());
            close(found.values(), grad_cam(&map, &trace, &target).values(), &target);
        }
    }

    #[test]
    fn a_class_that_there_is_not_has_no_evidence() {
        let (_, fast, _, planes) = networks();
        let target = ExplanationTarget { attribute: Attribute::Race, class: Some(5), layer: Layer::DEFAULT };
        let map = fast.forward_to(&planes, target.layer);
        assert!(grad_cam(&map, &fast.trace_from(map.clone(), target.layer, target.attribute), &target).is_empty());
    }

    fn values<const D: usize>(tensor: Tensor<D>) -> Vec<f32> {
        tensor.into_data().iter::<f32>().collect()
    }

    fn close(found: &[f32], expected: &[f32], target: &ExplanationTarget) {
        let largest = expected.iter().fold(0.0f32, |largest, value| largest.max(value.abs()));
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() <= 1e-3 * largest, "{target:?}: {found} for {expected}");
        }
    }
}
