//! DMTL by the kernels for the CPU.

mod block;
mod trace;

pub use trace::Trace;

use super::{CROP_SIDE, DmtlConfig, Features, Layer, MbConvConfig, WeightsError};
use crate::attributes::{Attribute, Category, PerAttribute};
use crate::cpu::{Activation, FeatureMap, Pointwise, Stem};
use crate::parameters::{Parameters, ParametersError};
use block::Block;

/// The same network as `Dmtl`, from the same bytes, for inference.
#[derive(Clone, Debug)]
pub struct CpuDmtl {
    stem: Stem,
    stages: Vec<Vec<Block>>,
    ordinal: Vec<Block>,
    nominal: Vec<Block>,
    heads: PerAttribute<Pointwise>,
}

impl CpuDmtl {
    /// The network with the weights in `bytes` (burnpack, in either `Storage`), as 32-bit floats.
    ///
    /// # Errors
    /// When `bytes` aren't a burnpack or hold other tensors than a default [`DmtlConfig`] has.
    pub fn from_burnpack(bytes: Vec<u8>) -> Result<Self, WeightsError> {
        let mut parameters = Parameters::read(bytes)?;
        let network = Self::take(&DmtlConfig::new(), &mut parameters)?;
        parameters.finish()?;
        Ok(network)
    }

    fn take(config: &DmtlConfig, parameters: &mut Parameters) -> Result<Self, ParametersError> {
        let stem = DmtlConfig::stem();
        let convolution = block::convolution(&stem, "trunk.stem", parameters)?;
        let stages = config.trunk_blocks().into_iter().enumerate();
        let stages = stages.map(|(stage, blocks)| take_blocks(&blocks, &format!("trunk.stages.{stage}"), parameters));
        let stages = stages.collect::<Result<_, _>>()?;
        let ordinal = take_blocks(&config.branch_blocks(), "ordinal", parameters)?;
        let nominal = take_blocks(&config.branch_blocks(), "nominal", parameters)?;
        let heads = PerAttribute::try_from_fn(|attribute| take_head(attribute, config.branch.channels, parameters))?;
        Ok(Self { stem: Stem::new(&convolution, block::activation(&stem)), stages, ordinal, nominal, heads })
    }

    /// The map at the end of `layer`. `planes` are red, green and blue, 112 x 112 each, as
    /// `image_tensor` has them.
    pub fn forward_to(&self, planes: &[f32], layer: Layer) -> FeatureMap {
        run(self.stages.iter().take(layer.stages()).flatten(), self.stem.apply(planes, [CROP_SIDE; 2]))
    }

    /// The maps at the ends of all layers, in their order; `planes` as for [`forward_to`](Self::forward_to).
    pub fn layer_maps(&self, planes: &[f32]) -> Vec<FeatureMap> {
        let mut map = self.stem.apply(planes, [CROP_SIDE; 2]);
        let mut maps = Vec::with_capacity(self.stages.len());
        for stage in &self.stages {
            map = run(stage, map);
            maps.push(map.clone());
        }
        maps
    }

    /// The logits of age, gender and race from the map at the end of `layer`.
    pub fn forward_from(&self, map: FeatureMap, layer: Layer) -> PerAttribute<Vec<f32>> {
        self.logits(&self.features_from(map, layer))
    }

    /// The features from the map at the end of `layer`.
    pub fn features_from(&self, map: FeatureMap, layer: Layer) -> Features {
        let shared = run(self.stages.iter().skip(layer.stages()).flatten(), map);
        let means = shared.means();
        let ordinal = run(&self.ordinal, shared.clone()).means();
        Features { shared: means, ordinal, nominal: run(&self.nominal, shared).means() }
    }

    /// The logits of age, gender and race from a face's features.
    pub fn logits(&self, features: &Features) -> PerAttribute<Vec<f32>> {
        PerAttribute::from_fn(|attribute| {
            self.heads[attribute].apply_to_vector(match attribute.category() {
                Category::Ordinal => &features.ordinal,
                Category::Nominal => &features.nominal,
            })
        })
    }
}

fn run<'a>(blocks: impl IntoIterator<Item = &'a Block>, map: FeatureMap) -> FeatureMap {
    blocks.into_iter().fold(map, |map, block| block.apply(&map))
}

fn take_blocks(
    blocks: &[MbConvConfig],
    name: &str,
    parameters: &mut Parameters,
) -> Result<Vec<Block>, ParametersError> {
    let blocks = blocks.iter().enumerate();
    blocks.map(|(index, block)| Block::take(block, &format!("{name}.blocks.{index}"), parameters)).collect()
}

/// Burn has a linear layer's weights as inputs by outputs.
fn take_head(attribute: Attribute, features: usize, parameters: &mut Parameters) -> Result<Pointwise, ParametersError> {
    let (name, classes) = (attribute.name(), attribute.classes());
    let weights = parameters.take(&format!("{name}.linear.weight"), &[features, classes])?;
    let bias = parameters.take(&format!("{name}.linear.bias"), &[classes])?;
    let rows: Vec<f32> = (0..classes).flat_map(|class| weights.iter().skip(class).step_by(classes).copied()).collect();
    Ok(Pointwise::from_rows(&rows, &bias, classes, Activation::None))
}

#[cfg(test)]
mod tests {
    use super::super::{Dmtl, Storage, from_burnpack, to_burnpack, untrained};
    use super::*;
    use burn::tensor::{Device, Tensor, TensorData};
    use rand::rngs::StdRng;
    use rand::{Rng, SeedableRng};

    /// A network by Burn and by the kernels, from the same bytes.
    fn networks(storage: Storage, device: &Device) -> (Dmtl, CpuDmtl) {
        let bytes = to_burnpack(untrained(device, 5), storage).unwrap();
        (from_burnpack(bytes.clone(), device).unwrap(), CpuDmtl::from_burnpack(bytes).unwrap())
    }

    #[test]
    fn it_gives_what_burn_gives() {
        let device = Device::flex();
        let mut random = StdRng::seed_from_u64(4);
        let planes: Vec<f32> = (0..3 * CROP_SIDE * CROP_SIDE).map(|_| random.random_range(-1.0..1.0)).collect();
        let image = Tensor::<4>::from_data(TensorData::new(planes.clone(), [1, 3, CROP_SIDE, CROP_SIDE]), &device);
        for storage in [Storage::Integers { bits: 8 }, Storage::HalfPrecision] {
            let (network, fast) = networks(storage, &device);
            for layer in Layer::ALL {
                let expected = network.forward_to(image.clone(), layer).into_data().iter::<f32>().collect::<Vec<_>>();
                let map = fast.forward_to(&planes, layer);
                close(&map.channels_first(), &expected);
                let expected = network.forward(image.clone());
                for (attribute, found) in fast.forward_from(map, layer).iter() {
                    let expected = expected[attribute].to_data();
                    close(found, &expected.iter::<f32>().collect::<Vec<_>>());
                }
            }
        }
    }

    fn close(found: &[f32], expected: &[f32]) {
        let largest = expected.iter().fold(0.0f32, |largest, value| largest.max(value.abs()));
        assert_eq!(found.len(), expected.len());
        assert!(largest > 0.0);
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() <= 1e-4 * largest, "{found} for {expected}");
        }
    }

    #[test]
    fn damaged_weights_and_those_of_another_network_are_refused() {
        assert!(matches!(CpuDmtl::from_burnpack(Vec::new()), Err(WeightsError::Damaged(_))));
        assert!(matches!(CpuDmtl::from_burnpack(vec![7; 4096]), Err(WeightsError::Damaged(_))));
        let larger = DmtlConfig::new().with_branch(super::super::StageConfig::new(4, 192, 5, 2, 6));
        let smaller = DmtlConfig::new().with_branch(super::super::StageConfig::new(2, 192, 5, 2, 6));
        for config in [larger, smaller] {
            let bytes = to_burnpack(config.init(&Device::flex()), Storage::Integers { bits: 8 }).unwrap();
            assert!(matches!(CpuDmtl::from_burnpack(bytes), Err(WeightsError::Foreign(_))));
        }
    }
}
