//! Linear interpolation between two networks, weight by weight. The moving average and `visage blend` use it.

use crate::network::Dmtl;
use burn::module::{Module, ModuleMapper, ModuleVisitor, Param};
use burn::tensor::Tensor;
use std::any::Any;
use std::collections::VecDeque;

/// A network between two: each of its weights is `share` of that of `towards` and the rest of that of `from`.
///
/// Weights between those that a training started from and those that it made keep most of what either can do, as long as the
/// training was short (Wortsman et al., "Robust fine-tuning of zero-shot models", CVPR 2022).
///
/// # Panics
/// When the two are not of the same shape, or one has batch normalisation and the other has not.
pub fn interpolated(from: Dmtl, towards: &Dmtl, share: f32) -> Dmtl {
    let mut collector = Collector::default();
    towards.visit(&mut collector);
    let mut blender = Blender { values: collector.0, share };
    let network = from.map(&mut blender);
    assert!(blender.values.is_empty(), "the two networks have the same weights");
    network
}

/// The tensors of a module, in its order.
#[derive(Default)]
struct Collector(VecDeque<Box<dyn Any>>);

impl ModuleVisitor for Collector {
    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        self.0.push_back(Box::new(param.val()));
    }
}

struct Blender {
    values: VecDeque<Box<dyn Any>>,
    share: f32,
}

impl ModuleMapper for Blender {
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        let value = self.values.pop_front().and_then(|value| value.downcast::<Tensor<D>>().ok());
        // Both are networks of the same type, which visits and maps in the order of its fields.
        #[expect(clippy::expect_used, reason = "see above")]
        let value = value.expect("the two networks have the same weights");
        param.map(|weight| weight * (1.0 - self.share) + *value * self.share)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::DmtlConfig;
    use burn::tensor::{Device, Tolerance};

    #[test]
    fn every_weight_lies_between_those_of_the_two() {
        let device = Device::flex();
        for is_normalised in [false, true] {
            let init = || DmtlConfig::new().with_normalised(is_normalised).init(&device);
            let (from, towards) = (init(), init());
            let mixed = interpolated(from.clone(), &towards, 0.25);
            let values = |network: &Dmtl| {
                let stem = network.trunk.stem.convolution.weight.val();
                (stem, network.race.linear.weight.val())
            };
            let ((stem, head), (from_stem, from_head), (to_stem, to_head)) =
                (values(&mixed), values(&from), values(&towards));
            let tolerance = Tolerance::absolute(1e-6);
            let expected = from_stem * 0.75 + to_stem * 0.25;
            stem.into_data().assert_approx_eq::<f32>(&expected.into_data(), tolerance);
            let expected = from_head * 0.75 + to_head * 0.25;
            head.into_data().assert_approx_eq::<f32>(&expected.into_data(), tolerance);
        }
    }

    #[test]
    #[should_panic = "the same weights"]
    fn networks_with_and_without_normalisation_do_not_mix() {
        let device = Device::flex();
        let init = |is_normalised| DmtlConfig::new().with_normalised(is_normalised).init(&device);
        interpolated(init(false), &init(true), 0.5);
    }
}
