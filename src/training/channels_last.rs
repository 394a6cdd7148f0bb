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

    /// Few layers, so that rounding stays small, but every kind of unit, kernel and stride.
    #[test]
    fn the_fused_operations_agree_with_burn() {
        let shallow = DmtlConfig::new()
            .with_trunk(vec![StageConfig::new(1, 16, 3, 1, 1), StageConfig::new(2, 24, 3, 2, 6)])
            .with_branch(StageConfig::new(2, 40, 5, 2, 6));
        assert!(compare(shallow, 1e-2) > 50);
    }

    /// Every width and map size. Depth multiplies rounding, because a value at a ReLU6's corner changes side: an input
    /// that differs by a rounding step moves Burn's own gradients of this network by up to 1.9 % (three seeds, batches
    /// of 4 and 16), so a closer bound would test chance.
    #[test]
    fn the_fused_operations_agree_with_burn_on_the_whole_network() {
        assert!(compare(DmtlConfig::new(), 5e-2) > 100);
    }

    /// Compares the logits, and the gradient of every parameter to within the share `most` of its norm, by the fused
    /// operations and by Burn's own. Gives the number of parameters.
    fn compare(config: DmtlConfig, most: f32) -> usize {
        let device = Device::flex().autodiff();
        device.seed(7);
        let network = config.with_normalised(true).init(&device);
        let images = Tensor::<4>::random([4, 3, 112, 112], Distribution::Uniform(-1.0, 1.0), &device);
        let dropout = DropoutConfig::new(0.0).init();

        let plain = network.forward(images.clone());
        let fused = ChannelsLast::default().forward(&network, images.permute([0, 2, 3, 1]), &dropout);
        let tolerance = Tolerance::rel_abs(1e-2, 1e-4);
        fused.age.clone().into_data().assert_approx_eq::<f32>(&plain.age.clone().into_data(), tolerance);
        fused.race.clone().into_data().assert_approx_eq::<f32>(&plain.race.clone().into_data(), tolerance);

        let expected = GradientsParams::from_grads(loss(plain).backward(), &network);
        let found = GradientsParams::from_grads(loss(fused).backward(), &network);
        assert_eq!(expected.len(), found.len(), "the fused walk reaches other parameters");
        let parameters = expected.len();
        let mut comparison = Comparison { expected, found, most, compared: 0 };
        network.visit(&mut comparison);
        assert_eq!(comparison.compared, parameters);
        parameters
    }

    struct Comparison {
        expected: GradientsParams,
        found: GradientsParams,
        most: f32,
        compared: usize,
    }

    impl burn::module::ModuleVisitor for Comparison {
        fn visit_float<const D: usize>(&mut self, parameter: &burn::module::Param<Tensor<D>>) {
            let Some(expected) = self.expected.get::<D>(parameter.id) else { return };
            let found = self.found.get::<D>(parameter.id).expect("the fused walk reaches every parameter");
            let difference = (found - expected.clone()).powi_scalar(2).sum().sqrt().into_scalar::<f32>();
            let norm = expected.powi_scalar(2).sum().sqrt().into_scalar::<f32>();
            assert!(difference <= self.most * norm + 1e-6, "gradient of norm {norm} is off by {difference}");
            self.compared += 1;
        }
    }
}
