//! DMTL by the kernels for the CPU.

use super::{Branch, ConvUnit, Dmtl, Head, INPUT_SIZE, Layer, MbConv};
use crate::attributes::Attribute;
use crate::cpu::{Activation, Depthwise, Map, Pointwise, Separable, Stem};

/// The same network as [`Dmtl`], from whose weights it is made, for inference.
#[derive(Clone, Debug)]
pub struct CpuDmtl {
    stem: Stem,
    stages: Vec<Vec<Block>>,
    ordinal: Vec<Block>,
    nominal: Vec<Block>,
    /// One for each attribute, in the order of [`Attribute::ALL`].
    heads: [Pointwise; Attribute::ALL.len()],
}

#[derive(Clone, Debug)]
struct Block {
    expand: Option<Pointwise>,
    convolution: Separable,
    is_residual: bool,
}

fn activation(unit: &ConvUnit) -> Activation {
    if unit.activated { Activation::Relu6 } else { Activation::None }
}

impl Block {
    fn new(block: &MbConv) -> Self {
        let pointwise = |unit: &ConvUnit| Pointwise::new(&unit.convolution, activation(unit));
        Self {
            expand: block.expand.as_ref().map(pointwise),
            convolution: Separable {
                depthwise: Depthwise::new(&block.depthwise.convolution, activation(&block.depthwise)),
                pointwise: pointwise(&block.project),
            },
            is_residual: block.is_residual,
        }
    }

    fn apply(&self, input: &Map) -> Map {
        let expanded = self.expand.as_ref().map(|expand| {
            let mut expanded = Map::zeros(input.rows, input.columns, expand.outputs());
            expand.apply(&input.values, None, &mut expanded.values);
            expanded
        });
        self.convolution.apply(expanded.as_ref().unwrap_or(input), self.is_residual.then_some(input))
    }
}

fn blocks(blocks: &[MbConv]) -> Vec<Block> {
    blocks.iter().map(Block::new).collect()
}

fn run<'a>(blocks: impl IntoIterator<Item = &'a Block>, map: Map) -> Map {
    blocks.into_iter().fold(map, |map, block| block.apply(&map))
}

impl CpuDmtl {
    /// From the weights of a network without batch normalisation, as [`Dmtl::fold`] makes it.
    pub fn new(network: &Dmtl) -> Self {
        debug_assert!(network.trunk.stem.norm.is_none(), "batch normalisation is to be folded");
        let branch = |branch: &Branch| blocks(&branch.blocks);
        Self {
            stem: Stem::new(&network.trunk.stem.convolution, activation(&network.trunk.stem)),
            stages: network.trunk.stages.iter().map(|stage| blocks(&stage.blocks)).collect(),
            ordinal: branch(&network.ordinal),
            nominal: branch(&network.nominal),
            heads: [&network.age, &network.gender, &network.race].map(head),
        }
    }

    /// The map at the end of `layer`. `planes` are red, green and blue, 112 x 112 each, as
    /// [`image_tensor`](super::image_tensor) has them.
    pub fn forward_to(&self, planes: &[f32], layer: Layer) -> Map {
        run(self.stages.iter().take(layer.stages()).flatten(), self.stem.apply(planes, INPUT_SIZE))
    }

    /// The logits of age, gender and race from the map at the end of `layer`.
    pub fn forward_from(&self, map: Map, layer: Layer) -> [Vec<f32>; Attribute::ALL.len()] {
        let shared = run(self.stages.iter().skip(layer.stages()).flatten(), map);
        let ordinal = run(&self.ordinal, shared.clone()).means();
        let nominal = run(&self.nominal, shared).means();
        let [age, gender, race] = &self.heads;
        [(age, &ordinal), (gender, &nominal), (race, &nominal)].map(|(head, features)| {
            let mut logits = vec![0.0; head.outputs()];
            head.apply(features, None, &mut logits);
            logits
        })
    }
}

/// Burn has a linear layer's weights as inputs by outputs.
fn head(head: &Head) -> Pointwise {
    let [_, outputs] = head.linear.weight.dims();
    let weights: Vec<f32> = head.linear.weight.val().transpose().into_data().iter::<f32>().collect();
    let bias: Vec<f32> =
        head.linear.bias.as_ref().map_or_else(Vec::new, |bias| bias.val().into_data().iter::<f32>().collect());
    Pointwise::from_rows(&weights, &bias, outputs, Activation::None)
}

#[cfg(test)]
mod tests {
    use super::super::{DmtlConfig, Logits};
    use super::*;
    use burn::tensor::{Device, Tensor, TensorData};
    use rand::rngs::StdRng;
    use rand::{Rng, SeedableRng};

    #[test]
    fn it_gives_what_burn_gives() {
        let device = Device::flex();
        let network = DmtlConfig::new().init(&device);
        let mut random = StdRng::seed_from_u64(4);
        let planes: Vec<f32> = (0..3 * INPUT_SIZE * INPUT_SIZE).map(|_| random.random_range(-1.0..1.0)).collect();
        let image = Tensor::<4>::from_data(TensorData::new(planes.clone(), [1, 3, INPUT_SIZE, INPUT_SIZE]), &device);
        let fast = CpuDmtl::new(&network);
        for layer in Layer::ALL {
            let expected = network.forward_to(image.clone(), layer).into_data().iter::<f32>().collect::<Vec<_>>();
            let map = fast.forward_to(&planes, layer);
            close(&map.channels_first(), &expected);
            let Logits { age, gender, race } = network.forward(image.clone());
            for (found, expected) in fast.forward_from(map, layer).iter().zip([age, gender, race]) {
                close(found, &expected.into_data().iter::<f32>().collect::<Vec<_>>());
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
}
