//! The forward pass in training mode on maps `[batch, rows, columns, channels]`, by the fused kernels.
//! It collects the batch statistics of every unit.

use super::kernels::{BatchStatistics, conv_unit};
use crate::network::{ConvUnit, Dmtl, Logits};
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
        let [ordinal, nominal] = self.features(network, images);
        network.heads(dropout.forward(ordinal), dropout.forward(nominal))
    }

    /// The features of the ordinal and the nominal branch, `[batch, features]` each, of a batch of images shaped as for
    /// [`forward`](Self::forward).
    pub fn features(&mut self, network: &Dmtl, images: Tensor<4>) -> [Tensor<2>; 2] {
        let map = self.trunk_map(network, images);
        self.features_from(network, map)
    }

    /// The map at the end of the trunk, `[batch, 7, 7, channels]`, of a batch of images shaped as for [`forward`](Self::forward).
    pub fn trunk_map(&mut self, network: &Dmtl, images: Tensor<4>) -> Tensor<4> {
        network.trunk_map_by(images, |unit, map| self.unit(unit, map), |map, skipped| map + skipped)
    }

    /// What [`features`](Self::features) gives, from the map at the end of the trunk.
    pub fn features_from(&mut self, network: &Dmtl, map: Tensor<4>) -> [Tensor<2>; 2] {
        let maps = network.branch_maps_from(map, |unit, map| self.unit(unit, map), |map, skipped| map + skipped);
        maps.map(|map| {
            let [images, rows, columns, channels] = map.dims();
            map.reshape([images, rows * columns, channels]).mean_dim(1).reshape([images, channels])
        })
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
    use crate::attributes::{Attribute, PerAttribute};
    use crate::network::{DmtlConfig, StageConfig};
    use burn::module::{Module, ModuleMapper, Param};
    use burn::nn::DropoutConfig;
    use burn::optim::GradientsParams;
    use burn::tensor::{Device, TensorData, Tolerance};
    use rand::rngs::StdRng;
    use rand::{Rng, SeedableRng};

    fn loss(logits: Logits) -> Tensor<1> {
        let PerAttribute([age, gender, race]) = logits;
        age.powi_scalar(2).mean() + gender.powi_scalar(2).mean() + race.exp().mean()
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
        // Burn's own random numbers are shared with the tests that run at the same time.
        let mut random = StdRng::seed_from_u64(7);
        let network = config.with_normalised(true).init(&device).map(&mut Weights(&mut random));
        let images = uniform([4, 3, 112, 112], 1.0, &mut random, &device);
        let dropout = DropoutConfig::new(0.0).init();

        let plain = network.forward(images.clone());
        let fused = ChannelsLast::default().forward(&network, images.permute([0, 2, 3, 1]), &dropout);
        let tolerance = Tolerance::rel_abs(1e-2, 1e-4);
        fused[Attribute::Age].to_data().assert_approx_eq::<f32>(&plain[Attribute::Age].to_data(), tolerance);
        fused[Attribute::Race].to_data().assert_approx_eq::<f32>(&plain[Attribute::Race].to_data(), tolerance);

        let expected = GradientsParams::from_grads(loss(plain).backward(), &network);
        let found = GradientsParams::from_grads(loss(fused).backward(), &network);
        assert_eq!(expected.len(), found.len(), "the fused walk reaches other parameters");
        let parameters = expected.len();
        let mut norms = Norms { gradients: &expected, largest: 0.0 };
        network.visit(&mut norms);
        let largest = norms.largest;
        let mut comparison = Comparison { largest, expected, found, most, compared: 0 };
        network.visit(&mut comparison);
        assert_eq!(comparison.compared, parameters);
        parameters
    }

    /// Values between `−most` and `most`.
    fn uniform<const D: usize>(shape: [usize; D], most: f32, random: &mut StdRng, device: &Device) -> Tensor<D> {
        let values: Vec<f32> = (0..shape.iter().product()).map(|_| random.random_range(-most..most)).collect();
        Tensor::from_data(TensorData::new(values, shape), device)
    }

    /// Draws convolutions and linear layers; what has one dimension is constant at first and stays.
    struct Weights<'a>(&'a mut StdRng);

    impl ModuleMapper for Weights<'_> {
        fn map_float<const D: usize>(&mut self, parameter: Param<Tensor<D>>) -> Param<Tensor<D>> {
            let shape = parameter.dims();
            let inputs = match D {
                4 => shape[1..].iter().product::<usize>(),
                2 => shape[0],
                _ => return parameter,
            };
            // The variance of He et al. (ICCV 2015), 2 / inputs.
            let most = (6.0 / inputs as f32).sqrt();
            Param::initialized(parameter.id, uniform(shape, most, self.0, &parameter.val().device()).require_grad())
        }
    }

    /// A gradient this small beside the largest one is zero but for rounding. There are such: what shifts the input of a
    /// batch normalisation changes nothing.
    const ZERO: f32 = 1e-6;

    struct Comparison {
        /// The largest norm of a parameter's expected gradient.
        largest: f32,
        expected: GradientsParams,
        found: GradientsParams,
        most: f32,
        compared: usize,
    }

    struct Norms<'a> {
        gradients: &'a GradientsParams,
        largest: f32,
    }

    impl burn::module::ModuleVisitor for Norms<'_> {
        fn visit_float<const D: usize>(&mut self, parameter: &Param<Tensor<D>>) {
            if let Some(gradient) = self.gradients.get::<D>(parameter.id) {
                self.largest = self.largest.max(gradient.square().sum().sqrt().into_scalar());
            }
        }
    }

    impl burn::module::ModuleVisitor for Comparison {
        fn visit_float<const D: usize>(&mut self, parameter: &burn::module::Param<Tensor<D>>) {
            let Some(expected) = self.expected.get::<D>(parameter.id) else { return };
            let found = self.found.get::<D>(parameter.id).expect("the fused walk reaches every parameter");
            let difference = (found - expected.clone()).powi_scalar(2).sum().sqrt().into_scalar::<f32>();
            let norm = expected.powi_scalar(2).sum().sqrt().into_scalar::<f32>();
            let noise = ZERO * self.largest;
            assert!(difference <= self.most * norm + noise, "gradient of norm {norm} is off by {difference}");
            self.compared += 1;
        }
    }
}
