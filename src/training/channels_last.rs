use super::kernels::{BatchStatistics, conv_unit};
use crate::network::{Branch, ConvUnit, Dmtl, Logits, MbConv};
use burn::nn::Dropout;
use burn::tensor::Tensor;

/// Walks a network on maps with channels last, every unit being one fused operation.
///
/// It gives what [`Dmtl::forward`] gives in training mode, several times as fast; see [`super::kernels`].
#[derive(Default)]
pub struct ChannelsLast {
    /// The batch's statistics of every unit, in the order of [`Dmtl::map_units`].
    pub statistics: Vec<BatchStatistics>,
}

impl ChannelsLast {
    /// All logits of a batch, with `dropout` on the features of the branches.
    ///
    /// # Shapes
    /// - `images`: `[batch, 112, 112, 3]`
    pub fn forward(&mut self, network: &Dmtl, images: Tensor<4>, dropout: &Dropout) -> Logits {
        let mut map = self.unit(&network.trunk.stem, images);
        for block in network.trunk.stages.iter().flat_map(|stage| &stage.blocks) {
            map = self.block(block, map);
        }
        let ordinal = self.branch(&network.ordinal, map.clone());
        let nominal = self.branch(&network.nominal, map);
        network.heads(dropout.forward(ordinal), dropout.forward(nominal))
    }

    fn branch(&mut self, branch: &Branch, map: Tensor<4>) -> Tensor<2> {
        let map = branch.blocks.iter().fold(map, |map, block| self.block(block, map));
        let [images, rows, columns, channels] = map.dims();
        map.reshape([images, rows * columns, channels]).mean_dim(1).reshape([images, channels])
    }

    fn block(&mut self, block: &MbConv, map: Tensor<4>) -> Tensor<4> {
        block.forward_by(map, |unit, map| self.unit(unit, map), |map, skipped| map + skipped)
    }

    fn unit(&mut self, unit: &ConvUnit, map: Tensor<4>) -> Tensor<4> {
        let (output, statistics) = conv_unit(unit, map);
        self.statistics.push(statistics);
        output
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::{DmtlConfig, StageConfig};
    use burn::module::Module;
    use burn::nn::DropoutConfig;
    use burn::optim::GradientsParams;
    use burn::tensor::{Device, Distribution, Tolerance};

    fn loss(logits: Logits) -> Tensor<1> {
        logits.age.powi_scalar(2).mean() + logits.gender.powi_scalar(2).mean() + logits.race.exp().mean()
    }

    /// Both the logits and the gradient of every parameter, by the fused operations and by Burn's own.
    #[test]
    fn the_fused_operations_agree_with_burn() {
        let device = Device::flex().autodiff();
        device.seed(7);
        // Every kind of unit, width and stride, but few layers: rounding that flips a ReLU6 grows with depth.
        let network = DmtlConfig::new()
            .with_trunk(vec![StageConfig::new(1, 16, 3, 1, 1), StageConfig::new(2, 24, 3, 2, 6)])
            .with_branch(StageConfig::new(2, 40, 5, 2, 6))
            .with_normalised(true)
            .init(&device);
        let images = Tensor::<4>::random([4, 3, 112, 112], Distribution::Uniform(-1.0, 1.0), &device);
        let dropout = DropoutConfig::new(0.0).init();

        let plain = network.forward(images.clone());
        let fused = ChannelsLast::default().forward(&network, images.permute([0, 2, 3, 1]), &dropout);
        let tolerance = Tolerance::rel_abs(1e-2, 1e-4);
        fused.age.clone().into_data().assert_approx_eq::<f32>(&plain.age.clone().into_data(), tolerance);
        fused.race.clone().into_data().assert_approx_eq::<f32>(&plain.race.clone().into_data(), tolerance);

        let expected = GradientsParams::from_grads(loss(plain).backward(), &network);
        let found = GradientsParams::from_grads(loss(fused).backward(), &network);
        let mut comparison = Comparison { expected, found, compared: 0 };
        network.visit(&mut comparison);
        assert!(comparison.compared > 50, "{} gradients compared", comparison.compared);
    }

    struct Comparison {
        expected: GradientsParams,
        found: GradientsParams,
        compared: usize,
    }

    impl burn::module::ModuleVisitor for Comparison {
        fn visit_float<const D: usize>(&mut self, parameter: &burn::module::Param<Tensor<D>>) {
            let Some(expected) = self.expected.get::<D>(parameter.id) else { return };
            let found = self.found.get::<D>(parameter.id).expect("the fused walk reaches every parameter");
            let difference = (found - expected.clone()).powi_scalar(2).sum().sqrt().into_scalar::<f32>();
            let norm = expected.powi_scalar(2).sum().sqrt().into_scalar::<f32>();
            assert!(difference <= 1e-2 * norm + 1e-6, "gradient of norm {norm} is off by {difference}");
            self.compared += 1;
        }
    }
}
